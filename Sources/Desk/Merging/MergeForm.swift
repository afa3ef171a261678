import Academy
import Records
import SQL

/// Which record is kept and which becomes part of it, by their MyKad numbers as they were typed.
public struct MergeForm: Sendable, Hashable {
    public var kept: String
    public var gone: String

    public init(kept: String, gone: String) {
        self.kept = kept
        self.gone = gone
    }

    /// The numbers.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` with `kekal` and `lebur`: `missing`, `mykad_wrong`, `same_record`.
    func numbers() throws(Refusal) -> (kept: MyKad, gone: MyKad) {
        var problems: [FieldProblem] = []
        func number(_ text: String, _ field: String) -> MyKad? {
            if let number = try? MyKad(parsing: text) { return number }
            problems.append(FieldProblem(field: field, code: text.isBlank ? "missing" : "mykad_wrong"))
            return nil
        }
        let (first, second) = (number(kept, "kekal"), number(gone, "lebur"))
        if let first, first == second { problems.append(FieldProblem(field: "lebur", code: "same_record")) }
        guard problems.isEmpty, let first, let second else { throw .invalid(problems) }
        return (first, second)
    }
}

/// What a pair of numbers leads to.
enum MergePair: Sendable {
    case two(kept: Officer, gone: Officer)
    /// It was done before.
    case merged(into: Officer)

    /// - Throws: ``Refusal/invalid(_:)`` with `kekal` and `lebur`: `record_unknown`.
    init(_ numbers: (kept: MyKad, gone: MyKad), in transaction: borrowing Transaction) throws {
        let kept = try Officers.find(myKad: numbers.kept, in: transaction)
        let gone = try Officers.find(myKad: numbers.gone, in: transaction)
        if let kept, let gone {
            self = .two(kept: kept, gone: gone)
            return
        }
        if let kept, try OfficerMerges.kept(formerly: numbers.gone, in: transaction) == kept.id {
            self = .merged(into: kept)
            return
        }
        let fields = [("kekal", kept), ("lebur", gone)].filter { $0.1 == nil }
        throw Refusal.invalid(fields.map { FieldProblem(field: $0.0, code: "record_unknown") })
    }
}
