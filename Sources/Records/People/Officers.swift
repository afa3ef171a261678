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
    }

    public static func find(_ id: Officer.ID, in transaction: borrowing Transaction) throws -> Officer? {
        try transaction.first("SELECT \(columns) FROM officer WHERE id = \(id)", as: officer)
    }

    public static func find(myKad: MyKad, in transaction: borrowing Transaction) throws -> Officer? {
        try transaction.first("SELECT \(columns) FROM officer WHERE mykad = \(myKad)", as: officer)
    }

    public static func find(email: String, in transaction: borrowing Transaction) throws -> Officer? {
        try transaction.first("SELECT \(columns) FROM officer WHERE email = \(email)", as: officer)
    }

    static func officer(_ row: Row) throws -> Officer {
        Officer(
            id: try row["id"], name: try row["name"], myKad: try row["mykad"],
            email: DepartmentEmail(stored: try row["email"]), post: try row["post"], grade: try row["grade"],
            station: try row["station"], state: try row["state"], isActive: try row["active"])
    }
}
