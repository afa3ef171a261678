import Academy
import Digests
import Records
import Typesetting

/// A paper as it would be given out now: what it promises, and what a checker would be told of it.
struct PaperDraft {
    let paper: OfficialPaper
    /// Id of the application or the receipt.
    let subject: String
    /// Whom it is about.
    let officer: Officer.ID
    let face: PaperFace
    /// Everything beyond the face that somebody relies on; not what may change without making another paper of it: who
    /// signs, whom to ask, the holder's post.
    let promises: [String]

    /// The same for the same facts, in whatever language they are printed.
    ///
    /// Lengths stand before texts, so that no two drafts look alike.
    var digest: String {
        let parts =
            [
                paper.rawValue, subject, face.number, face.holder, face.courseMalay, face.courseEnglish,
                face.datesMalay, face.datedMalay,
            ] + promises
        return SHA256Digest(of: parts.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n")).hex
    }
}

/// A paper in words, of the records as they stand.
protocol PaperWords {
    var draft: PaperDraft { get }

    /// What its file is called before its number: `surat-tawaran`.
    var stem: String { get }

    /// Everything that is printed, under the code of the paper that was given out.
    func values(as given: PaperRecord) -> PaperValues
}

extension PaperFace {
    /// - Parameter dated: the date that is printed on the paper.
    init(number: String, holder: String, course: Course, dated: Day) {
        self.init(
            number: number, holder: holder, courseMalay: course.titleMalay, courseEnglish: course.titleEnglish,
            datesMalay: course.dates.text(in: .malay), datesEnglish: course.dates.text(in: .english),
            datedMalay: DatePhrase.full(dated, .malay), datedEnglish: DatePhrase.full(dated, .english))
    }
}
