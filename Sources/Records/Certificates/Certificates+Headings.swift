public import Academy
public import Attestation
public import SQL

/// What a list says of a certificate, without what is printed on it.
public struct CertificateHeading: Sendable, Hashable {
    public let id: String
    public let officer: Officer.ID
    public let course: Course.ID
    public let serial: Serial
    public let code: PublicCode
    public let status: CertificateStatus
    public let statusAt: Instant
    public let issuedAt: Instant?
}

extension Certificates {
    private static let headings: SQL =
        "id, officer_id, course_id, serial_year, serial_number, code, status, status_at, issued_at"

    /// All of one officer's, also revoked and superseded ones, the latest first.
    public static func headings(
        of officer: Officer.ID, in transaction: borrowing Transaction
    ) throws -> [CertificateHeading] {
        try transaction.all(
            "SELECT \(headings) FROM certificate WHERE officer_id = \(officer) ORDER BY id DESC", as: heading)
    }

    /// The one of each of these officers for a course that is being issued, valid or suspended.
    public static func live(
        of officers: [Officer.ID], course: Course.ID, in transaction: borrowing Transaction
    ) throws -> [Officer.ID: CertificateHeading] {
        let found = try transaction.all(
            """
            SELECT \(headings) FROM certificate
            WHERE officer_id IN (\(SQL.list(officers))) AND course_id = \(course)
                AND status IN ('issuing', 'valid', 'suspended')
            """, as: heading)
        return Dictionary(found.map { ($0.officer, $0) }) { first, _ in first }
    }

    private static func heading(_ row: Row) throws -> CertificateHeading {
        let issuedAt: String = try row["issued_at"]
        return CertificateHeading(
            id: try row["id"], officer: try row["officer_id"], course: try row["course_id"],
            serial: Serial(year: try row["serial_year"], number: try row["serial_number"]), code: try row["code"],
            status: try row["status"], statusAt: try row["status_at"], issuedAt: Instant(iso: issuedAt))
    }
}
