public import Academy
public import Attestation
public import SQL

/// What the public check reads of a certificate: without evidence and fonts, which it would unpack for nothing.
public struct ShownCertificate: Sendable, Hashable {
    public let id: String
    public let serial: Serial
    public let code: PublicCode
    public let kind: String
    /// RFC 3339, UTC, milliseconds.
    public let issuedAt: String
    public let face: CertificateFace
    public let status: CertificateStatus
    public let statusAt: Instant
    public let statusReason: String
    /// The code of the one that replaces it, once that is released.
    public let successor: PublicCode?
    /// Which entry of the academy's log, from 0, its issue is; nil for one from before the log.
    public let logIndex: Int?

    init(_ row: Row) throws {
        id = try row["id"]
        serial = Serial(
            year: try row["serial_year"], number: try row["serial_number"], version: try row["serial_version"])
        code = try row["code"]
        kind = try row["kind"]
        issuedAt = try row["issued_at"]
        face = try JSONTree.column("face", of: row, CertificateFace.init)
        status = try row["status"]
        statusAt = try row["status_at"]
        statusReason = try row["status_reason"]
        successor = try row["successor"]
        logIndex = try row["log_index"]
    }
}

extension Certificates {
    private static let shownColumns: SQL = """
        id, serial_year, serial_number, serial_version, code, kind, issued_at, face, status, status_at, status_reason,
        (SELECT next.code FROM certificate next WHERE next.id = certificate.superseded_by AND next.status <> 'issuing')
            AS successor,
        (SELECT certificate_proof.log_index FROM certificate_proof
            WHERE certificate_proof.certificate_id = certificate.id) AS log_index
        """

    public static func shown(
        code: PublicCode, in transaction: borrowing Transaction
    ) throws -> ShownCertificate? {
        try transaction.first(shownByCode.binding(code), as: ShownCertificate.init)
    }

    private static let shownByCode: SQL = "SELECT \(shownColumns) FROM certificate WHERE code = \("")"

    public static func shown(
        serial: Serial, in transaction: borrowing Transaction
    ) throws -> ShownCertificate? {
        try transaction.first(
            """
            SELECT \(shownColumns) FROM certificate
            WHERE serial_year = \(serial.year) AND serial_number = \(serial.number)
                AND serial_version = \(serial.version)
            """, as: ShownCertificate.init)
    }

    /// By the SHA-256 of a released file, in hexadecimal.
    public static func shown(
        documentSHA256: String, in transaction: borrowing Transaction
    ) throws -> ShownCertificate? {
        try transaction.first(
            "SELECT \(shownColumns) FROM certificate WHERE document_sha256 = \(documentSHA256)",
            as: ShownCertificate.init)
    }
}
