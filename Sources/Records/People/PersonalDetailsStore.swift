public import Academy
public import SQL

/// What officers tell of themselves.
public enum PersonalDetailsStore {
    /// - Returns: nil for who has never saved anything.
    public static func find(
        _ officer: Officer.ID, in transaction: borrowing Transaction
    ) throws -> (details: PersonalDetails, version: Int)? {
        try transaction.first(
            """
            SELECT title, phone, diet, needs, kin_name, kin_phone, version FROM personal_details
            WHERE officer_id = \(officer)
            """
        ) { row in
            (
                PersonalDetails(
                    title: try row["title"], phone: try row["phone"], diet: try row["diet"], needs: try row["needs"],
                    kinName: try row["kin_name"], kinPhone: try row["kin_phone"]), try row["version"]
            )
        }
    }

    /// - Parameter version: of the details that were changed; 0 where there were none.
    /// - Returns: false when somebody has saved others meanwhile.
    public static func save(
        _ details: PersonalDetails, of officer: Officer.ID, over version: Int, at moment: Instant,
        in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            INSERT INTO personal_details (officer_id, title, phone, diet, needs, kin_name, kin_phone, saved_at, version)
            VALUES (\(officer), \(details.title), \(details.phone), \(details.diet), \(details.needs),
                \(details.kinName), \(details.kinPhone), \(moment), 1)
            ON CONFLICT (officer_id) DO UPDATE SET title = excluded.title, phone = excluded.phone,
                diet = excluded.diet, needs = excluded.needs, kin_name = excluded.kin_name,
                kin_phone = excluded.kin_phone, saved_at = excluded.saved_at,
                version = personal_details.version + 1
            WHERE personal_details.version = \(version)
            """) == 1
    }
}
