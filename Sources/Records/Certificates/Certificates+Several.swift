public import Academy
public import Attestation
public import SQL

/// The certificates of a set of officers on one course, a statement for all of them.
extension Certificates {
    /// What the officers have of the course already: at most one that is being issued, valid or suspended.
    public static func live(
        officers: [Officer.ID], course: Course.ID, in transaction: borrowing Transaction
    ) throws -> [Officer.ID: StoredCertificate] {
        let found = try transaction.all(
            """
            SELECT \(columns) FROM certificate
            WHERE officer_id IN (\(SQL.list(officers))) AND course_id = \(course)
                AND status IN ('issuing', 'valid', 'suspended')
            """, as: certificate)
        return Dictionary(found.map { (Officer.ID($0.record.officer), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Those whose certificate for the course was revoked.
    public static func revoked(
        officers: [Officer.ID], course: Course.ID, in transaction: borrowing Transaction
    ) throws -> Set<Officer.ID> {
        Set(
            try transaction.all(
                """
                SELECT officer_id FROM certificate
                WHERE officer_id IN (\(SQL.list(officers))) AND course_id = \(course) AND status = 'revoked'
                """
            ) { row -> Officer.ID in try row["officer_id"] })
    }

    /// Draws the next serials of a year: without gaps, because they are drawn in the transaction that uses them.
    public static func drawSerials(
        _ count: Int, year: Int, in transaction: borrowing Transaction
    ) throws -> [Serial] {
        guard count > 0 else { return [] }
        let last: Int = try transaction.one(
            """
            INSERT INTO serial_counter (year, last) VALUES (\(year), \(count))
            ON CONFLICT (year) DO UPDATE SET last = serial_counter.last + excluded.last
            RETURNING last
            """
        ) { try $0["last"] }
        return (last - count + 1...last).map { Serial(year: year, number: $0) }
    }
}
