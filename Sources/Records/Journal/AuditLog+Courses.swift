public import Academy
public import SQL

/// What somebody may see of the audit who does not see all of it: any of these is enough.
public struct AuditScope: Sendable, Hashable {
    /// Account whose own deeds are seen.
    public var actor: String
    public var courses: [Course.ID]
    /// Kinds of subjects that are seen whole.
    public var kinds: [String]

    public init(actor: String, courses: [Course.ID] = [], kinds: [String] = []) {
        (self.actor, self.courses, self.kinds) = (actor, courses, kinds)
    }
}

/// Which entries are about which course.
///
/// It stands beside the audit and not in it: the hashed content of an entry never changes.
extension AuditLog {
    /// One page of what a scope shows, newest first.
    public static func page(
        _ filter: AuditFilter, within scope: AuditScope, before: Int?, limit: Int,
        in transaction: borrowing Transaction
    ) throws -> [(sequence: Int, entry: AuditEntry)] {
        let ends = try bounds(filter, before, in: transaction)
        if ends.low > ends.high { return [] }
        var found: Set<Int> = []
        if filter.actor.isEmpty || filter.actor == scope.actor {
            var own = filter
            own.actor = scope.actor
            found.formUnion(try sequences(own, ends, limit, in: transaction))
        }
        for kind in scope.kinds where filter.subjectKind.isEmpty || filter.subjectKind == kind {
            var kindred = filter
            kindred.subjectKind = kind
            found.formUnion(try sequences(kindred, ends, limit, in: transaction))
        }
        for course in scope.courses {
            found.formUnion(try sequences(of: course, filter, ends, limit, in: transaction))
        }
        return try found.sorted(by: >).prefix(limit).map { sequence in
            (sequence, try transaction.one("SELECT \(columns) FROM audit WHERE sequence = \(sequence)", as: entry))
        }
    }

    private static func sequences(
        _ filter: AuditFilter, _ ends: (low: Int, high: Int), _ limit: Int, in transaction: borrowing Transaction
    ) throws -> [Int] {
        try transaction.all(
            """
            SELECT sequence FROM audit WHERE \(condition(filter))sequence >= \(ends.low) AND sequence <= \(ends.high)
            ORDER BY sequence DESC LIMIT \(limit)
            """
        ) { try $0["sequence"] }
    }

    private static func sequences(
        of course: Course.ID, _ filter: AuditFilter, _ ends: (low: Int, high: Int), _ limit: Int,
        in transaction: borrowing Transaction
    ) throws -> [Int] {
        // The course's entries lead, by its index; the filter only drops some of them.
        try transaction.all(
            """
            SELECT audit_course.sequence AS sequence FROM audit_course CROSS JOIN audit
            WHERE \(condition(filter))audit_course.course_id = \(course)
                AND audit_course.sequence >= \(ends.low) AND audit_course.sequence <= \(ends.high)
                AND audit.sequence = audit_course.sequence
            ORDER BY audit_course.sequence DESC LIMIT \(limit)
            """
        ) { try $0["sequence"] }
    }

    /// Notes which course an entry is about, if any.
    static func file(_ sequence: Int, _ entry: AuditEntry, in transaction: borrowing Transaction) throws {
        guard let course = try course(of: entry, in: transaction) else { return }
        try file(sequence, under: course, in: transaction)
    }

    static func file(_ sequence: Int, under course: Course.ID, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            "INSERT INTO audit_course (course_id, sequence) VALUES (\(course), \(sequence))")
    }

    private static func course(
        of entry: AuditEntry, in transaction: borrowing Transaction
    ) throws -> Course.ID? {
        let id = entry.subjectID
        let sql: SQL
        switch entry.subjectKind {
        case "course": sql = "SELECT id AS course_id FROM course WHERE id = \(id)"
        case "application": sql = "SELECT course_id FROM application WHERE id = \(id)"
        case "participation": sql = "SELECT course_id FROM participation WHERE id = \(id)"
        case "certificate": sql = "SELECT course_id FROM certificate WHERE id = \(id)"
        case "receipt":
            sql = """
                SELECT course_id FROM receipt JOIN participation ON participation.id = receipt.participation_id
                WHERE receipt.id = \(id)
                """
        case "fee_exemption":
            sql = """
                SELECT course_id FROM fee_exemption
                JOIN participation ON participation.id = fee_exemption.participation_id
                WHERE fee_exemption.id = \(id)
                """
        case "fee_refund":
            sql = """
                SELECT course_id FROM fee_refund JOIN participation ON participation.id = fee_refund.participation_id
                WHERE fee_refund.id = \(id)
                """
        default: return nil
        }
        return try transaction.first(sql) { try $0["course_id"] }
    }
}
