public import Academy
public import SQL

/// The officers of the department.
public enum Officers {
    static let columns: SQL =
        "officer.id, officer.name, officer.mykad, officer.email, officer.post, officer.grade, officer.station, officer.state, officer.active"

    public static func insert(_ officer: Officer, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            INSERT INTO officer (id, name, name_folded, mykad, email, post, grade, station, state, active)
            VALUES (\(officer.id), \(officer.name), \(officer.name.text.lowercased()), \(officer.myKad),
                \(officer.email.text), \(officer.post), \(officer.grade), \(officer.station), \(officer.state),
                \(officer.isActive))
            """)
        try writeWords(of: officer, in: transaction)
    }

    public static func find(_ id: Officer.ID, in transaction: borrowing Transaction) throws -> Officer? {
        try transaction.first("SELECT \(columns) FROM officer WHERE id = \(id)", as: officer)
    }

    /// The addresses of several officers.
    public static func addresses(
        of officers: [Officer.ID], in transaction: borrowing Transaction
    ) throws -> [Officer.ID: String] {
        let found = try transaction.all("SELECT id, email FROM officer WHERE id IN (\(SQL.list(officers)))") {
            row -> (Officer.ID, String) in (try row["id"], try row["email"])
        }
        return Dictionary(uniqueKeysWithValues: found)
    }

    public static func find(myKad: MyKad, in transaction: borrowing Transaction) throws -> Officer? {
        try transaction.first("SELECT \(columns) FROM officer WHERE mykad = \(myKad)", as: officer)
    }

    public static func find(email: String, in transaction: borrowing Transaction) throws -> Officer? {
        try transaction.first("SELECT \(columns) FROM officer WHERE email = \(email)", as: officer)
    }

    /// Writes what the staff directory or a correction says over what was known; the id stays.
    public static func update(_ officer: Officer, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            UPDATE officer SET name = \(officer.name), name_folded = \(officer.name.text.lowercased()),
                mykad = \(officer.myKad), email = \(officer.email.text), post = \(officer.post),
                grade = \(officer.grade), station = \(officer.station), state = \(officer.state),
                active = \(officer.isActive)
            WHERE id = \(officer.id)
            """)
        _ = try transaction.execute("DELETE FROM officer_word WHERE officer_id = \(officer.id)")
        try writeWords(of: officer, in: transaction)
    }

    static func officer(_ row: Row) throws -> Officer {
        Officer(
            id: try row["id"], name: try row["name"], myKad: try row["mykad"],
            email: DepartmentEmail(stored: try row["email"]), post: try row["post"], grade: try row["grade"],
            station: try row["station"], state: try row["state"], isActive: try row["active"])
    }
}
