public import Academy
public import Attestation
public import SQL

/// What whoever keeps the register looks up; always the latest first, page by page.
extension Certificates {
    /// - Parameter id: of the last one of the page before.
    public static func page(
        before id: String?, limit: Int, in transaction: borrowing Transaction
    ) throws -> [StoredCertificate] {
        try transaction.all(
            "SELECT \(columns) FROM certificate WHERE id < \(bound(id)) ORDER BY id DESC LIMIT \(limit)",
            as: certificate)
    }

    public static func page(
        of course: Course.ID, before id: String?, limit: Int, in transaction: borrowing Transaction
    ) throws -> [StoredCertificate] {
        try transaction.all(
            """
            SELECT \(columns) FROM certificate WHERE course_id = \(course) AND id < \(bound(id))
            ORDER BY id DESC LIMIT \(limit)
            """, as: certificate)
    }

    /// Of officers whose name, as it is now, holds every word of the query; nobody's for an empty query.
    public static func page(
        ofHoldersNamed query: SearchQuery, before id: String?, limit: Int, in transaction: borrowing Transaction
    ) throws -> [StoredCertificate] {
        guard let condition = Officers.holding(query) else { return [] }
        return try transaction.all(
            """
            SELECT \(columns) FROM certificate
            WHERE officer_id IN (SELECT officer.id FROM officer WHERE \(condition)) AND id < \(bound(id))
            ORDER BY id DESC LIMIT \(limit)
            """, as: certificate)
    }

    /// Every version under a number, the latest first.
    public static func versions(of serial: Serial, in transaction: borrowing Transaction) throws -> [StoredCertificate]
    {
        try transaction.all(
            """
            SELECT \(columns) FROM certificate
            WHERE serial_year = \(serial.year) AND serial_number = \(serial.number) ORDER BY serial_version DESC
            """, as: certificate)
    }

    /// Ids are hexadecimal digits; a tilde sorts behind them all.
    private static func bound(_ id: String?) -> String { id ?? "~" }
}
