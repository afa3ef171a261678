public import SQL
import Synchronization

/// Notes every statement that a suite runs, and asks the engine of each, once, how it would find its rows.
///
/// So no query of the product can read a whole table without a test that runs it saying so.
public final class PlanWatch: Sendable {
    private let noted = Mutex<[String: SQL]>([:])
    /// By text, over all suites of the process.
    private static let judged = Mutex<Set<String>>([])

    public init() {}

    /// For the driver's observer.
    public func note(_ sql: SQL) {
        noted.withLock { if $0[sql.text] == nil { $0[sql.text] = sql } }
    }

    /// What nobody has judged yet and reads a table from end to end: the step of the plan and the statement.
    public func offences(in database: any Database) async throws -> [String] {
        let kinds = ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"]
        let fresh = noted.withLock(\.self).values.filter { sql in
            kinds.contains { sql.text.hasPrefix($0) }
                && Self.judged.withLock { $0.insert(sql.text).inserted }
        }
        var offences: [String] = []
        for sql in fresh {
            let steps = try await database.read {
                try $0.all("EXPLAIN QUERY PLAN \(sql)") { row -> String in try row["detail"] }
            }
            let isSorted = !steps.contains { $0.contains("TEMP B-TREE") }
            offences += steps.filter { step in
                Self.isScan(step, among: steps) && !Permitted.allows(step, of: sql.text)
                    && !(isSorted && step.contains(" USING ") && Self.endsEarly(sql.text))
            }.map { "\($0): \(sql.text)" }
        }
        return offences
    }

    /// The rows of a table, one after the other; what a part of the statement answers is as short as that part.
    private static func isScan(_ step: String, among steps: [String]) -> Bool {
        guard step.hasPrefix("SCAN "), step != "SCAN CONSTANT ROW", !step.hasPrefix("SCAN (") else { return false }
        return !steps.contains(step.replacing("SCAN ", with: "CO-ROUTINE "))
    }

    /// Along an index, and no further than to the first rows.
    private static func endsEarly(_ text: String) -> Bool {
        text.split(whereSeparator: \.isWhitespace).suffix(2).first == "LIMIT"
    }
}
