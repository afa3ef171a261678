import Foundation

/// The statements that read a whole table or a whole index on purpose, each with its reason.
enum Permitted {
    private static let statements: [(part: String, reason: String)] = [
        ("schema_migration", "one row for each step of the schema, read when the program starts"),
        (
            "SELECT DISTINCT account_id FROM course_coordinator",
            "the day's digests: who coordinates anything, once a day"
        ),
        ("course.id = participation.course_id ORDER BY receipt.id", "the table of all receipts, row by row"),
        ("SELECT count(*) AS number FROM outbox", "every letter there is: only tests count them"),
        ("FROM certificate ORDER BY serial_year, serial_number", "the whole register, row by row"),
        ("FROM serial_counter ORDER BY year", "one row a year"),
        ("FROM status_list ORDER BY number", "one row for many thousand certificates"),
        ("FROM log_checkpoint ORDER BY size", "the log's own history, when the whole log is checked"),
        ("FROM log_date ORDER BY size", "every date of the log, when the whole log is checked or written out"),
        ("FROM log_entry ORDER BY position", "the whole log, row by row, when it is checked"),
        ("DELETE FROM log_", "nobody deletes from the log: only tests do, to see that it is noticed"),
        (
            "INSERT INTO application_tally (course_id, state, number)\nSELECT",
            "a migration: counts what was there before it"
        ),
        ("WITH RECURSIVE piece", "a migration: the words of names that were there before it"),
    ]

    /// Indexes over nothing but what waits, which is short: read whole to count it or to list it.
    private static let indexes: [(name: String, reason: String)] = [
        ("receipt_queue", "receipts that wait for the finance unit"),
        ("certificate_unfinished", "certificates that are being made"),
        ("fee_exemption_open", "proposals that wait for a second person"),
        ("outbox_waiting", "letters that have not been sent yet"),
        ("outbox_failed", "letters that failed and that nobody has sent again"),
        ("attendance_reopening_waiting", "requests that wait for an administrator"),
        ("correction_waiting", "requests that wait for an administrator"),
        ("bulk_issue_unfinished", "bulk issues that run"),
        ("participation_refund_due", "payments of seats that were given up"),
        ("correction_one_waiting", "requests that wait for an administrator"),
    ]

    /// Whether a statement may take this step of its plan.
    static func allows(_ step: String, of statement: String) -> Bool {
        statements.contains { statement.contains($0.part) }
            || indexes.contains { step.hasSuffix(" INDEX \($0.name)") } || isATestsOwn(statement)
    }

    /// Tests look at whole tables, and write over them; what they ask stands in them word for word.
    private static func isATestsOwn(_ statement: String) -> Bool {
        tests.contains(oneLine(statement.replacing(/\$[0-9]+/, with: "")))
    }

    private static let tests: String = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let sources = files?.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" } ?? []
        let texts = sources.compactMap { try? String(contentsOf: $0, encoding: .utf8) }
        return oneLine(texts.joined(separator: "\n").replacing(/\\\([^()"]*\)/, with: "").replacing("\\\"", with: "\""))
    }()

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
