/// *Borang Penilaian Reaksi* for one course: five sections, comments, and one block a speaker.
///
/// It is a reaction form in Kirkpatrick's sense (level 1): what participants felt at the end, not what they learned.
public struct EvaluationForm: Sendable, Hashable {
    /// In the order in which they are shown: A, B, one C a speaker, D, E, F.
    public let sections: [EvaluationSection]

    /// - Parameter speakers: of the final timetable, in its order; a speaker without a session has no block.
    public init(speakers: [Speaker]) {
        sections =
            [.objectives, .delivery] + speakers.map(EvaluationSection.speaker) + [.organisation, .effect, .comments]
    }

    public var items: [(section: EvaluationSection, item: EvaluationItem)] {
        sections.flatMap { section in section.items.map { (section, $0) } }
    }

    /// What is told before the first question.
    public static func introduction(in language: Language) -> String {
        switch language {
        case .malay:
            "Borang ini mengambil masa kira-kira 4 minit. Jawapan anda dilaporkan secara terkumpul sahaja; "
                + "nama anda digunakan hanya untuk merekod bahawa borang telah dilengkapkan."
        case .english:
            "This form takes about 4 minutes. Answers are reported only in aggregate; "
                + "your name is used only to record that the form is complete."
        }
    }

    /// The answer beside the scale where an item allows it.
    public static func notApplicable(in language: Language) -> String {
        language == .malay ? "Tidak berkenaan" : "N/A"
    }
}

/// Who taught a session (*Penceramah*), with the topic, as the timetable has them.
public struct Speaker: Sendable, Hashable {
    public typealias ID = Identifier<Speaker>

    public let id: ID
    public var name: PersonName
    public var topic: String

    public init(id: ID, name: PersonName, topic: String) {
        self.id = id
        self.name = name
        self.topic = topic
    }
}

/// One section of the form.
public struct EvaluationSection: Sendable, Hashable {
    /// `A` to `F`.
    public let letter: String
    public let malay: String
    public let english: String
    /// Only of a speaker's block.
    public let speaker: Speaker.ID?
    public let items: [EvaluationItem]

    public func title(in language: Language) -> String { language == .malay ? malay : english }

    /// Where an answer of this section is kept; the same item of two speakers is two questions.
    public func question(_ item: EvaluationItem) -> EvaluationQuestion {
        EvaluationQuestion(code: item.code, speaker: speaker)
    }
}

/// Names one question of one form.
public struct EvaluationQuestion: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let code: String
    public let speaker: Speaker.ID?

    public init(code: String, speaker: Speaker.ID? = nil) {
        self.code = code
        self.speaker = speaker
    }

    /// `A1`, or `C1.<speaker>`: the name of the form's field.
    public var description: String { speaker.map { "\(code).\($0)" } ?? code }

    public static func < (left: Self, right: Self) -> Bool {
        (left.code, left.speaker?.text ?? "") < (right.code, right.speaker?.text ?? "")
    }
}
