public import Academy
public import Attestation
import Digests
public import SQL

/// The register of certificates.
///
/// Rows are added and their status moves on; nothing is ever deleted or re-written.
public enum Certificates {
    /// Draws the next serial of a year: without gaps, because it is drawn in the transaction that uses it.
    public static func drawSerial(year: Int, in transaction: borrowing Transaction) throws -> Serial {
        try drawSerials(1, year: year, in: transaction)[0]
    }

    /// Enters a certificate that is about to be made.
    ///
    /// Fails as `unique` when the officer has a live one for the course.
    public static func insert(
        _ record: CertificateRecord, issuedBy account: String, at moment: Instant,
        in transaction: borrowing Transaction
    ) throws {
        try insert([record], issuedBy: account, at: moment, in: transaction)
    }

    /// Enters certificates of a set.
    public static func insert(
        _ records: [CertificateRecord], issuedBy account: String, at moment: Instant,
        in transaction: borrowing Transaction
    ) throws {
        var list: (fonts: [FontReference], sha256: String)?
        for record in records {
            if list?.fonts != record.fonts {
                list = (record.fonts, try keep(FrozenText.of(record.fonts), in: transaction))
            }
            _ = try transaction.execute(
                """
                INSERT INTO certificate (id, officer_id, course_id, kind, serial_year, serial_number, serial_version, code,
                    issued_at, issued_by, face, evidence, template_id, template_version, template_sha256, fonts, status,
                    status_at)
                VALUES (\(record.id), \(record.officer), \(record.course), \(record.kind), \(record.serial.year),
                    \(record.serial.number), \(record.serial.version), \(record.code), \(record.issuedAt), \(account),
                    \(FrozenText.of(record.face)), \(FrozenText.of(record.evidence)), \(record.template.id),
                    \(record.template.version), \(record.template.sha256), \(list?.sha256 ?? "[]"),
                    \(CertificateStatus.issuing), \(moment))
                """)
        }
    }

    /// Keeps a list of fonts.
    /// - Returns: what rows name it by.
    private static func keep(_ fonts: String, in transaction: borrowing Transaction) throws -> String {
        let name = SHA256Digest(of: fonts).hex
        _ = try transaction.execute(
            "INSERT INTO font_list (sha256, fonts) VALUES (\(name), \(fonts)) ON CONFLICT DO NOTHING")
        return name
    }

    /// Releases a certificate whose file is durable.
    /// - Returns: false when it was released before; then nothing has changed.
    public static func release(
        _ id: String, document: StoredCertificate.Document, at moment: Instant, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            UPDATE certificate SET status = \(CertificateStatus.valid), status_at = \(moment),
                document_sha256 = \(document.sha256), document_size = \(document.size)
            WHERE id = \(id) AND status = \(CertificateStatus.issuing)
            """) == 1
    }

    /// Moves a released certificate to another status; the law of which move is allowed is the caller's.
    /// - Returns: false when it is not in the status `from` any more.
    public static func move(
        _ id: String, from: CertificateStatus, to status: CertificateStatus, reason: String, at moment: Instant,
        in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            UPDATE certificate SET status = \(status), status_at = \(moment), status_reason = \(reason)
            WHERE id = \(id) AND status = \(from) AND document_sha256 IS NOT NULL
            """) == 1
    }

    /// Notes which certificate replaces a superseded one.
    public static func link(_ id: String, supersededBy successor: String, in transaction: borrowing Transaction) throws
    {
        _ = try transaction.execute(
            "UPDATE certificate SET superseded_by = \(successor) WHERE id = \(id) AND superseded_by IS NULL")
    }
}
