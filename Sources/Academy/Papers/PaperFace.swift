/// What anybody with the code is told of a paper, as it was when it was given out.
///
/// Nothing else of a paper is public: no MyKad number, address, plate or amount.
public struct PaperFace: Sendable, Hashable, Codable {
    /// `ST/2026/000123`.
    public let number: String
    public let holder: String
    public let courseMalay: String
    /// Empty when the course has only a Malay title.
    public let courseEnglish: String
    /// Empty on a paper that says no dates of its course.
    public let datesMalay: String
    public let datesEnglish: String
    /// The date that is printed on it.
    public let datedMalay: String
    public let datedEnglish: String

    public init(
        number: String, holder: String, courseMalay: String, courseEnglish: String, datesMalay: String,
        datesEnglish: String, datedMalay: String, datedEnglish: String
    ) {
        self.number = number
        self.holder = holder
        self.courseMalay = courseMalay
        self.courseEnglish = courseEnglish
        self.datesMalay = datesMalay
        self.datesEnglish = datesEnglish
        self.datedMalay = datedMalay
        self.datedEnglish = datedEnglish
    }
}
