public import Academy
public import Attestation
public import SQL

extension Certificates {
    static let columns: SQL = """
        id, officer_id, course_id, kind, serial_year, serial_number, serial_version, code, issued_at, issued_by, face,
        evidence, template_id, template_version, template_sha256,
        COALESCE((SELECT font_list.fonts FROM font_list WHERE font_list.sha256 = certificate.fonts), certificate.fonts)
            AS fonts,
        status, status_at, status_reason, document_sha256, document_size, superseded_by
        """

    public static func find(_ id: String, in transaction: borrowing Transaction) throws -> StoredCertificate? {
        try transaction.first("SELECT \(columns) FROM certificate WHERE id = \(id)", as: certificate)
    }

    public static func find(
        code: PublicCode, in transaction: borrowing Transaction
    ) throws -> StoredCertificate? {
        try transaction.first("SELECT \(columns) FROM certificate WHERE code = \(code)", as: certificate)
    }

    public static func find(serial: Serial, in transaction: borrowing Transaction) throws -> StoredCertificate? {
        try transaction.first(
            """
            SELECT \(columns) FROM certificate
            WHERE serial_year = \(serial.year) AND serial_number = \(serial.number)
                AND serial_version = \(serial.version)
            """, as: certificate)
    }

    /// The one that is being issued, valid or suspended; at most one by a unique index.
    public static func live(
        officer: Officer.ID, course: Course.ID, in transaction: borrowing Transaction
    ) throws -> StoredCertificate? {
        try transaction.first(
            """
            SELECT \(columns) FROM certificate
            WHERE officer_id = \(officer) AND course_id = \(course) AND status IN ('issuing', 'valid', 'suspended')
            """, as: certificate)
    }

    /// Whether a certificate of this officer for this course was revoked.
    public static func wasRevoked(
        officer: Officer.ID, course: Course.ID, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.first(
            """
            SELECT id FROM certificate
            WHERE officer_id = \(officer) AND course_id = \(course) AND status = 'revoked' LIMIT 1
            """
        ) { row -> String in try row["id"] } != nil
    }

    /// All of one officer's, also revoked and superseded ones, the latest first.
    public static func of(
        officer: Officer.ID, in transaction: borrowing Transaction
    ) throws -> [StoredCertificate] {
        try transaction.all(
            "SELECT \(columns) FROM certificate WHERE officer_id = \(officer) ORDER BY id DESC", as: certificate)
    }

    /// A course's certificates by serial, in constant memory.
    public static func each(
        of course: Course.ID, in transaction: borrowing Transaction, _ body: (StoredCertificate) throws -> Void
    ) throws {
        try transaction.each(
            """
            SELECT \(columns) FROM certificate WHERE course_id = \(course)
            ORDER BY serial_year, serial_number
            """
        ) { try body(try certificate($0)) }
    }

    /// Every certificate by its serial, in constant memory.
    public static func each(
        in transaction: borrowing Transaction, _ body: (StoredCertificate) throws -> Void
    ) throws {
        try transaction.each("SELECT \(columns) FROM certificate ORDER BY serial_year, serial_number") {
            try body(try certificate($0))
        }
    }

    /// The last number that was drawn in each year.
    public static func lastSerials(
        in transaction: borrowing Transaction
    ) throws -> [(year: Int, last: Int)] {
        try transaction.all("SELECT year, last FROM serial_counter ORDER BY year") {
            (try $0["year"], try $0["last"])
        }
    }

    /// What a crash has left between numbering and release, oldest first.
    public static func unfinished(
        limit: Int, in transaction: borrowing Transaction
    ) throws -> [StoredCertificate] {
        try transaction.all(
            "SELECT \(columns) FROM certificate WHERE status = 'issuing' ORDER BY id LIMIT \(limit)", as: certificate)
    }

    static func certificate(_ row: Row) throws -> StoredCertificate {
        let record = CertificateRecord(
            id: try row["id"],
            serial: Serial(
                year: try row["serial_year"], number: try row["serial_number"], version: try row["serial_version"]),
            code: try row["code"], officer: try row["officer_id"], course: try row["course_id"],
            kind: try row["kind"], issuedAt: try row["issued_at"],
            face: try JSONTree.column("face", of: row, CertificateFace.init),
            evidence: try JSONTree.column("evidence", of: row) { $0.list(Evidence.init) },
            template: TemplateReference(
                id: try row["template_id"], version: try row["template_version"], sha256: try row["template_sha256"]),
            fonts: try JSONTree.column("fonts", of: row) { $0.list(FontReference.init) })
        let sha256: String? = try row["document_sha256"]
        let size: Int? = try row["document_size"]
        return StoredCertificate(
            record: record, issuedBy: try row["issued_by"], status: try row["status"], statusAt: try row["status_at"],
            statusReason: try row["status_reason"],
            document: sha256.flatMap { sha256 in size.map { .init(sha256: sha256, size: $0) } },
            supersededBy: try row["superseded_by"])
    }
}
