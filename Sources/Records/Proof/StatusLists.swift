public import Academy
public import Attestation
public import SQL

/// The status lists as they are published, and the bits that are set in them.
public enum StatusLists {
    /// The signed list; nil when there is none of that number.
    public static func credential(
        _ purpose: StatusPurpose, _ number: Int, in transaction: borrowing Transaction
    ) throws -> String? {
        try transaction.first(
            "SELECT credential FROM status_list WHERE purpose = \(purpose) AND number = \(number)"
        ) { try $0["credential"] }
    }

    public static func save(
        _ credential: String, _ purpose: StatusPurpose, _ number: Int, at moment: Instant,
        in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO status_list (purpose, number, credential, made_at)
            VALUES (\(purpose), \(number), \(credential), \(moment))
            ON CONFLICT (purpose, number) DO UPDATE
                SET credential = excluded.credential, made_at = excluded.made_at
            """)
    }

    /// Every list that there is.
    public static func all(
        in transaction: borrowing Transaction
    ) throws -> [(purpose: StatusPurpose, number: Int)] {
        try transaction.all("SELECT purpose, number FROM status_list ORDER BY number, purpose") {
            (try $0["purpose"], try $0["number"])
        }
    }

    /// The indexes whose bits are set.
    public static func indexes(
        _ purpose: StatusPurpose, _ number: Int, in transaction: borrowing Transaction
    ) throws -> [Int] {
        try transaction.all(
            """
            SELECT position FROM status_bit WHERE purpose = \(purpose) AND number = \(number) ORDER BY position
            """
        ) { try $0["position"] }
    }

    /// Sets or clears a bit.
    /// - Returns: whether it was the other way.
    public static func set(
        _ isSet: Bool, _ purpose: StatusPurpose, _ place: StatusPlace, in transaction: borrowing Transaction
    ) throws -> Bool {
        let changed =
            isSet
            ? try transaction.execute(
                """
                INSERT INTO status_bit (purpose, number, position)
                VALUES (\(purpose), \(place.list), \(place.index)) ON CONFLICT DO NOTHING
                """)
            : try transaction.execute(
                """
                DELETE FROM status_bit
                WHERE purpose = \(purpose) AND number = \(place.list) AND position = \(place.index)
                """)
        return changed == 1
    }

    /// Lists that were made before a moment, the oldest first.
    public static func made(
        before moment: Instant, limit: Int, in transaction: borrowing Transaction
    ) throws -> [(purpose: StatusPurpose, number: Int)] {
        try transaction.all(
            """
            SELECT purpose, number FROM status_list WHERE made_at < \(moment) ORDER BY made_at LIMIT \(limit)
            """
        ) { (try $0["purpose"], try $0["number"]) }
    }
}
