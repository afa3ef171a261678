import Academy
import Records
import SQL

/// Reads the days of an office, and looks that nobody else holds it then.
enum TermReader {
    /// Nil when the days are wrong, which is added to the problems.
    static func read(from: String, until: String, _ problems: inout [FieldProblem]) -> TermOfOffice? {
        let count = problems.count
        let days = [("dari", from), ("hingga", until)].map { field, typed -> Day? in
            if typed.allSatisfy(\.isWhitespace) { return nil }
            let day = Day(typed: typed)
            if day == nil { problems.append(FieldProblem(field: field, code: "term_day_wrong")) }
            return day
        }
        guard problems.count == count else { return nil }
        let term = TermOfOffice(from: days[0], until: days[1])
        if term == nil { problems.append(FieldProblem(field: "hingga", code: "term_order")) }
        return term
    }

    /// - Throws: ``Refusal/invalid(_:)`` when somebody else holds the same post on one of the days.
    static func requireFree(for signatory: SignatoryRecord, in transaction: borrowing Transaction) throws {
        let isTaken = try Signatories.all(limit: SignatoryInOffice.most, in: transaction).contains { other in
            other.id != signatory.id && other.holdsSamePost(as: signatory) && other.term.overlaps(signatory.term)
        }
        if isTaken { throw Refusal.invalid([FieldProblem(field: "dari", code: "term_overlaps")]) }
    }
}

extension TermOfOffice {
    /// As the audit says it.
    var told: String { "\(from?.iso ?? "…")/\(until?.iso ?? "…")" }
}
