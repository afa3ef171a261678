public import Academy
public import SQL

/// The staff directory, as the last export of ezHR told it.
public enum Staff {
    private static let columns: SQL = """
        staff.mykad, staff.name, staff.email, staff.post, staff.grade, staff.scheme, staff.service_group,
        staff.division, staff.branch, staff.unit, staff.station, staff.state, staff.employment
        """

    public static func find(myKad: MyKad, in transaction: borrowing Transaction) throws -> StaffMember? {
        try transaction.first("SELECT \(columns) FROM staff WHERE mykad = \(myKad)", as: member)
    }

    /// Whether nothing was ever imported: then nobody can be looked up, and nothing follows from not being found.
    public static func isEmpty(in transaction: borrowing Transaction) throws -> Bool {
        try transaction.first("SELECT mykad FROM staff LIMIT 1") { (row: Row) -> String in try row["mykad"] } == nil
    }

    /// Writes what an export says of a person, over what an earlier one said.
    public static func put(
        _ member: StaffMember, at moment: Instant, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute(
            """
            INSERT INTO staff (mykad, name, email, post, grade, scheme, service_group, division, branch, unit, station,
                state, employment, imported_at)
            VALUES (\(member.myKad), \(member.name), \(nullable: member.email?.text), \(member.post), \(member.grade),
                \(member.scheme), \(member.group), \(member.division), \(member.branch), \(member.unit),
                \(member.station), \(member.state), \(member.employment), \(moment))
            ON CONFLICT (mykad) DO UPDATE SET name = excluded.name, email = excluded.email, post = excluded.post,
                grade = excluded.grade, scheme = excluded.scheme, service_group = excluded.service_group,
                division = excluded.division, branch = excluded.branch, unit = excluded.unit,
                station = excluded.station, state = excluded.state, employment = excluded.employment,
                imported_at = excluded.imported_at
            """)
    }

    /// Keeps a person who could not be taken from this export out of its leavers.
    public static func touch(_ myKad: MyKad, at moment: Instant, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute("UPDATE staff SET imported_at = \(moment) WHERE mykad = \(myKad)")
    }

    /// Active people whom no import since `moment` has named.
    public static func unseen(
        since moment: Instant, in transaction: borrowing Transaction
    ) throws -> [StaffMember] {
        try transaction.all(
            """
            SELECT \(columns) FROM staff WHERE employment = \(StaffMember.Employment.active)
                AND imported_at < \(moment)
            """, as: member)
    }

    public static func activeCount(in transaction: borrowing Transaction) throws -> Int {
        try transaction.one(
            "SELECT count(*) AS number FROM staff WHERE employment = \(StaffMember.Employment.active)"
        ) { try $0["number"] }
    }

    private static func member(_ row: Row) throws -> StaffMember {
        let email: String? = try row["email"]
        return StaffMember(
            myKad: try row["mykad"], name: try row["name"], email: email.map(DepartmentEmail.init(stored:)),
            post: try row["post"], grade: try row["grade"], scheme: try row["scheme"],
            group: try row["service_group"], division: try row["division"], branch: try row["branch"],
            unit: try row["unit"], station: try row["station"], state: try row["state"],
            employment: try row["employment"])
    }
}

extension Staff {
    /// Gives a person another number; everything else stays.
    public static func renumber(
        _ old: MyKad, to new: MyKad, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute("UPDATE staff SET mykad = \(new) WHERE mykad = \(old)")
    }

    /// Writes a correction over what the last export said, and leaves alone when that was.
    public static func correct(_ member: StaffMember, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            UPDATE staff SET name = \(member.name), email = \(nullable: member.email?.text), post = \(member.post),
                grade = \(member.grade), scheme = \(member.scheme), service_group = \(member.group),
                division = \(member.division), branch = \(member.branch), unit = \(member.unit),
                station = \(member.station), state = \(member.state)
            WHERE mykad = \(member.myKad)
            """)
    }
}
