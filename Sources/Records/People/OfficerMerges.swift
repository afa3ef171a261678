public import Academy
public import SQL

/// Records of persons that have become part of another.
public enum OfficerMerges {
    private static let columns: SQL =
        "gone_id, kept_id, mykad, name, email, post, grade, station, reason, merged_by, merged_at"

    public static func insert(_ merge: MergeRecord, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            INSERT INTO officer_merge (gone_id, kept_id, mykad, name, email, post, grade, station, reason, merged_by,
                merged_at)
            VALUES (\(merge.gone), \(merge.kept), \(merge.myKad), \(merge.name), \(merge.email), \(merge.post),
                \(merge.grade), \(merge.station), \(merge.reason), \(merge.by), \(merge.at))
            """)
    }

    /// Whose record the one with this number has become part of.
    public static func kept(
        formerly myKad: MyKad, in transaction: borrowing Transaction
    ) throws -> Officer.ID? {
        try transaction.first(
            "SELECT kept_id FROM officer_merge WHERE mykad = \(myKad) ORDER BY merged_at DESC LIMIT 1"
        ) { try $0["kept_id"] }
    }

    /// The latest, newest first.
    public static func latest(limit: Int, in transaction: borrowing Transaction) throws -> [MergeRecord] {
        try transaction.all(
            "SELECT \(columns) FROM officer_merge ORDER BY merged_at DESC, gone_id DESC LIMIT \(limit)"
        ) { row in
            MergeRecord(
                gone: try row["gone_id"], kept: try row["kept_id"], myKad: try row["mykad"], name: try row["name"],
                email: try row["email"], post: try row["post"], grade: try row["grade"], station: try row["station"],
                reason: try row["reason"], by: try row["merged_by"], at: try row["merged_at"])
        }
    }

    /// The kept record has this number now; the one that it had leads to it.
    public static func exchange(
        _ number: MyKad, for former: MyKad, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute("UPDATE officer_merge SET mykad = \(former) WHERE mykad = \(number)")
    }
}

/// What belongs to a record of a person, and how all of it goes over to another.
extension OfficerMerges {
    public static func belongings(
        of officer: Officer.ID, in transaction: borrowing Transaction
    ) throws -> Belongings {
        func count(_ rows: SQL) throws -> Int {
            try transaction.one("SELECT count(*) AS number FROM \(rows) = \(officer)") { try $0["number"] }
        }
        var belongings = Belongings()
        belongings.applications = try count("application WHERE officer_id")
        belongings.participations = try count("participation WHERE officer_id")
        belongings.certificates = try count("certificate WHERE officer_id")
        belongings.receipts = try count(
            """
            participation JOIN receipt ON receipt.participation_id = participation.id WHERE participation.officer_id
            """)
        belongings.uploads = try count("upload WHERE owner_id")
        belongings.corrections = try count("correction WHERE officer_id")
        return belongings
    }

    /// What another record of the same person may be in the way of.
    public static func side(of officer: Officer.ID, in transaction: borrowing Transaction) throws -> RecordMerge.Side {
        func courses(_ query: SQL) throws -> Set<Course.ID> {
            Set(try transaction.all(query) { row -> Course.ID in try row["course_id"] })
        }
        let open = try transaction.first(
            "SELECT id FROM correction WHERE officer_id = \(officer) AND state = 'waiting' LIMIT 1"
        ) { row -> String in try row["id"] }
        return RecordMerge.Side(
            officer: officer,
            courses: try courses(
                """
                SELECT course_id FROM participation WHERE officer_id = \(officer)
                UNION SELECT course_id FROM certificate WHERE officer_id = \(officer)
                """),
            applications: try courses(
                """
                SELECT course_id FROM application WHERE officer_id = \(officer)
                    AND state IN (\(SQL.list(ApplicationState.allCases.filter(\.isLive))))
                """),
            roles: try Accounts.find(officer: officer, in: transaction)?.roles, hasOpenCorrection: open != nil)
    }

    /// Hands everything of `gone` to `kept`, and ends the record; what it said is to be kept by ``insert(_:in:)`` first.
    ///
    /// Accounts are no part of it.
    /// - Throws: a `unique` ``SQLError`` where both have what a person can have once: the law says so before.
    public static func handOver(
        _ gone: Officer.ID, to kept: Officer.ID, in transaction: borrowing Transaction
    ) throws {
        let belongings: [SQL] = [
            "application SET officer_id", "participation SET officer_id", "certificate SET officer_id",
            "correction SET officer_id", "person_change SET officer_id", "bulk_issue_item SET officer_id",
        ]
        for table in belongings {
            _ = try transaction.execute("UPDATE \(table) = \(kept) WHERE officer_id = \(gone)")
        }
        _ = try transaction.execute("UPDATE upload SET owner_id = \(kept) WHERE owner_id = \(gone)")
        _ = try transaction.execute("UPDATE officer_merge SET kept_id = \(kept) WHERE kept_id = \(gone)")
        let hasDetails = try PersonalDetailsStore.find(kept, in: transaction) != nil
        _ = try transaction.execute(
            hasDetails
                ? "DELETE FROM personal_details WHERE officer_id = \(gone)"
                : "UPDATE personal_details SET officer_id = \(kept) WHERE officer_id = \(gone)")
        _ = try transaction.execute("DELETE FROM officer_word WHERE officer_id = \(gone)")
        _ = try transaction.execute("DELETE FROM officer WHERE id = \(gone)")
    }
}

extension Staff {
    /// Takes a row out of the directory: its person stands there under another number.
    public static func remove(_ myKad: MyKad, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute("DELETE FROM staff WHERE mykad = \(myKad)")
    }
}

extension Accounts {
    /// Gives an account to another record of its person.
    public static func hand(
        _ id: AccountRecord.ID, to officer: Officer, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute(
            """
            UPDATE account SET officer_id = \(officer.id), display_name = \(officer.name.text) WHERE id = \(id)
            """)
    }

    /// Closes the second account of a person for good: it is nobody's, may do nothing, and its notices are the first's.
    public static func dissolve(
        _ id: AccountRecord.ID, into kept: AccountRecord.ID, in transaction: borrowing Transaction
    ) throws {
        try closeSessions(of: id, in: transaction)
        _ = try transaction.execute("UPDATE notice SET account_id = \(kept) WHERE account_id = \(id)")
        _ = try transaction.execute(
            """
            UPDATE account SET officer_id = \(nullable: Officer.ID?.none), roles = '', active = FALSE WHERE id = \(id)
            """)
    }
}
