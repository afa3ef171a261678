public import Attestation
public import SQL

/// What a download reads of a certificate: whose it is, and which file; without evidence and fonts, which it would unpack for
/// nothing.
public struct CertificateFile: Sendable, Hashable {
    public let officer: String
    public let course: String
    public let serial: Serial
    public let holder: String
    public let status: CertificateStatus
    /// Nil until the file is durable.
    public let document: StoredCertificate.Document?

    init(_ row: Row) throws {
        officer = try row["officer_id"]
        course = try row["course_id"]
        serial = Serial(
            year: try row["serial_year"], number: try row["serial_number"], version: try row["serial_version"])
        holder = try JSONTree.column("face", of: row) { $0.string("holder") }
        status = try row["status"]
        let sha256: String? = try row["document_sha256"]
        let size: Int? = try row["document_size"]
        document = sha256.flatMap { sha256 in size.map { .init(sha256: sha256, size: $0) } }
    }
}

extension Certificates {
    public static func file(of id: String, in transaction: borrowing Transaction) throws -> CertificateFile? {
        try transaction.first(
            """
            SELECT officer_id, course_id, serial_year, serial_number, serial_version, face, status, document_sha256,
                document_size
            FROM certificate WHERE id = \(id)
            """, as: CertificateFile.init)
    }
}
