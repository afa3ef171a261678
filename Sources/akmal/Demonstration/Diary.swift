import Academy
import Desk

/// What happened in the demonstration academy, deed by deed: `Assets/demo/diary.csv`.
///
/// Its days are those of a fixed week, moved so that this week becomes the one in which somebody looks.
struct Diary {
    let entries: [Entry]

    /// One deed of one account.
    struct Entry {
        let line: Int
        let at: Instant
        let account: String
        let deed: Deed
        let course: CourseCode
        /// MyKad number of the officer whom it concerns, where it is not the account's own.
        let about: String
        /// What the deed needs: a number, a file, a reason.
        let details: [String: String]
        /// Deeds of one name happen on one day only: the latest of those in the diary that has come.
        var once: String? { details["once"] }
    }

    enum Deed: String {
        case draft, apply, support, decline, approve, reject, withdraw
        /// *Hadir*, and *Tidak Hadir* with who is to come instead.
        case attend, absent
        case acceptNomination = "accept_nomination"
        /// The academy's answers to *Tidak Hadir*: the replacement takes the seat, nobody does, or the officer keeps it.
        case replace, release
        case refuseRelease = "refuse_release"
        case mark, confirm, reopen
        case receipt, verify
        case rejectReceipt = "reject_receipt"
        case exemption, evaluate, correction
        /// Certificates of all of the course who are ready.
        case issue
    }

    /// The Monday of the week in which the files' academy lives.
    static let monday = Day(daysSinceEpoch: 20_780)

    /// By how many days everything moves, always whole weeks, so that Mondays stay Mondays.
    static func shift(to today: Day) -> Int {
        let days = today.daysSinceEpoch - monday.daysSinceEpoch
        return (days >= 0 ? days / 7 : (days - 6) / 7) * 7
    }

    /// - Throws: `InputProblem` for a row that cannot be read.
    init(bytes: [UInt8], file: String, shiftedBy days: Int) throws {
        let table = try CSVTable(bytes: bytes, file: file, required: ["at", "account", "deed", "course_code"])
        entries = try table.rows.map { row in
            guard let at = Instant(iso: row["at"]), let deed = Deed(rawValue: row["deed"]),
                let course = CourseCode(parsing: row["course_code"])
            else { throw InputProblem(file: file, line: row.line, field: "deed", reason: "cannot be read") }
            let pairs = row["details"].split(separator: "|").map {
                $0.split(separator: "=", maxSplits: 1).map(String.init)
            }
            return Entry(
                line: row.line, at: at.adding(seconds: Int64(days) * 86_400), account: row["account"], deed: deed,
                course: course, about: row["about"],
                details: Dictionary(pairs.filter { $0.count == 2 }.map { ($0[0], $0[1]) }) { $1 })
        }.sorted { ($0.at, $0.line) < ($1.at, $1.line) }
    }

    /// What has happened by a moment.
    func entries(until end: Instant) -> [Entry] {
        let past = entries.filter { $0.at <= end }
        var days: [String: Day] = [:]
        for entry in past { entry.once.map { days[$0] = entry.at.day } }
        return past.filter { entry in entry.once.map { days[$0] == entry.at.day } ?? true }
    }
}
