public import Academy
public import SQL

/// Courses on offer, with their coordinators and speakers.
public enum Offerings {
    private static let columns: SQL = """
        course_id, mode, objectives_malay, objectives_english, target_malay, target_english, prerequisites_malay,
        prerequisites_english, quota, closes, decides, confirms, freezes, waiting_list, clash_blocks, yearly_cap,
        lapses_unconfirmed, absence_without_replacement, state_stage, state_quota, replacement_first, grace_days,
        grade_lowest, grade_highest, counts_excused, version
        """

    public static func insert(_ offering: OfferingRecord, in transaction: borrowing Transaction) throws {
        let (rules, days) = (offering.rules, offering.days)
        _ = try transaction.execute(
            """
            INSERT INTO course_offering (\(columns))
            VALUES (\(offering.course), \(offering.mode), \(offering.objectives.malay), \(offering.objectives.english),
                \(offering.target.malay), \(offering.target.english), \(offering.prerequisites.malay),
                \(offering.prerequisites.english), \(rules.quota), \(days.closing), \(days.decision),
                \(days.confirmation), \(days.freeze), \(rules.hasWaitingList), \(rules.clashBlocks),
                \(nullable: rules.yearlyCap), \(rules.lapsesUnconfirmed), \(rules.permitsAbsenceWithoutReplacement),
                \(rules.hasStateStage), \(nullable: rules.stateQuota), \(rules.putsReplacementFirst),
                \(rules.graceDays), \(nullable: rules.grades.lowest), \(nullable: rules.grades.highest),
                \(rules.countsExcused), \(offering.version))
            """)
    }

    public static func find(_ course: Course.ID, in transaction: borrowing Transaction) throws -> OfferingRecord? {
        try transaction.first(
            "SELECT \(columns) FROM course_offering WHERE course_id = \(course)", as: offering)
    }

    /// Of those of these courses that were ever on offer.
    public static func find(
        _ courses: some Sequence<Course.ID>, in transaction: borrowing Transaction
    ) throws -> [Course.ID: OfferingRecord] {
        let found = try transaction.all(
            "SELECT \(columns) FROM course_offering WHERE course_id IN (\(SQL.list(courses)))", as: offering)
        return Dictionary(found.map { ($0.course, $0) }) { first, _ in first }
    }

    /// Courses on offer whose closing day is not before `day`, the one that closes first first.
    public static func closing(notBefore day: Day, in transaction: borrowing Transaction) throws -> [OfferingRecord] {
        try transaction.all(
            "SELECT \(columns) FROM course_offering WHERE closes >= \(day) ORDER BY closes, course_id", as: offering)
    }

    /// - Returns: false when somebody has changed it since it was read.
    public static func setQuota(
        _ quota: Int, of course: Course.ID, version: Int, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            UPDATE course_offering SET quota = \(quota), version = version + 1
            WHERE course_id = \(course) AND version = \(version)
            """) == 1
    }

    /// Replaces what nobody has changed since it was read.
    /// - Returns: false when somebody has.
    public static func update(_ offering: OfferingRecord, in transaction: borrowing Transaction) throws -> Bool {
        let (rules, days) = (offering.rules, offering.days)
        return try transaction.execute(
            """
            UPDATE course_offering SET mode = \(offering.mode), objectives_malay = \(offering.objectives.malay),
                objectives_english = \(offering.objectives.english), target_malay = \(offering.target.malay),
                target_english = \(offering.target.english), prerequisites_malay = \(offering.prerequisites.malay),
                prerequisites_english = \(offering.prerequisites.english), quota = \(rules.quota),
                closes = \(days.closing), decides = \(days.decision), confirms = \(days.confirmation),
                freezes = \(days.freeze), waiting_list = \(rules.hasWaitingList), clash_blocks = \(rules.clashBlocks),
                yearly_cap = \(nullable: rules.yearlyCap), lapses_unconfirmed = \(rules.lapsesUnconfirmed),
                absence_without_replacement = \(rules.permitsAbsenceWithoutReplacement),
                state_stage = \(rules.hasStateStage), state_quota = \(nullable: rules.stateQuota),
                replacement_first = \(rules.putsReplacementFirst), grace_days = \(rules.graceDays),
                grade_lowest = \(nullable: rules.grades.lowest), grade_highest = \(nullable: rules.grades.highest),
                counts_excused = \(rules.countsExcused), version = version + 1
            WHERE course_id = \(offering.course) AND version = \(offering.version)
            """) == 1
    }

    private static func offering(_ row: Row) throws -> OfferingRecord {
        OfferingRecord(
            course: try row["course_id"], mode: try row["mode"],
            objectives: .init(malay: try row["objectives_malay"], english: try row["objectives_english"]),
            target: .init(malay: try row["target_malay"], english: try row["target_english"]),
            prerequisites: .init(malay: try row["prerequisites_malay"], english: try row["prerequisites_english"]),
            rules: CourseRules(
                quota: try row["quota"], hasWaitingList: try row["waiting_list"],
                hasStateStage: try row["state_stage"], stateQuota: try row["state_quota"],
                clashBlocks: try row["clash_blocks"], yearlyCap: try row["yearly_cap"],
                lapsesUnconfirmed: try row["lapses_unconfirmed"],
                permitsAbsenceWithoutReplacement: try row["absence_without_replacement"],
                putsReplacementFirst: try row["replacement_first"], graceDays: try row["grace_days"],
                grades: GradeRange(lowest: try row["grade_lowest"], highest: try row["grade_highest"]) ?? .any,
                countsExcused: try row["counts_excused"]),
            days: .init(
                closing: try row["closes"], decision: try row["decides"], confirmation: try row["confirms"],
                freeze: try row["freezes"]),
            version: try row["version"])
    }
}

extension Offerings {
    /// Does nothing where the account coordinates the course already.
    public static func addCoordinator(
        _ account: AccountRecord.ID, to course: Course.ID, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute(
            """
            INSERT INTO course_coordinator (course_id, account_id) VALUES (\(course), \(account))
            ON CONFLICT (course_id, account_id) DO NOTHING
            """)
    }

    /// Puts these coordinators in place of those that the course had.
    public static func setCoordinators(
        _ accounts: Set<AccountRecord.ID>, of course: Course.ID, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute("DELETE FROM course_coordinator WHERE course_id = \(course)")
        for account in accounts.sorted() { try addCoordinator(account, to: course, in: transaction) }
    }

    /// The accounts that coordinate a course, those too that are closed.
    public static func coordinatorIDs(
        of course: Course.ID, in transaction: borrowing Transaction
    ) throws -> Set<AccountRecord.ID> {
        Set(
            try transaction.all("SELECT account_id FROM course_coordinator WHERE course_id = \(course)") {
                try $0["account_id"]
            })
    }

    /// Whether the account of that name coordinates the course.
    public static func isCoordinator(
        _ account: String, of course: Course.ID, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.first(
            """
            SELECT 1 AS found FROM account JOIN course_coordinator ON course_coordinator.account_id = account.id
            WHERE account.name = \(account.lowercased()) AND course_coordinator.course_id = \(course)
            """
        ) { row -> Int in try row["found"] } != nil
    }

    /// What coordinators are called and where they are reached (an account's name is its address).
    public static func coordinators(
        of course: Course.ID, in transaction: borrowing Transaction
    ) throws -> [(name: String, email: String, language: Language)] {
        try transaction.all(
            """
            SELECT account.display_name, account.name, account.language
            FROM course_coordinator JOIN account ON account.id = course_coordinator.account_id
            WHERE course_coordinator.course_id = \(course) AND account.active ORDER BY account.display_name
            """
        ) { (try $0["display_name"], try $0["name"], try $0["language"]) }
    }

    /// Courses that the account of that name coordinates.
    public static func coordinated(
        by account: String, in transaction: borrowing Transaction
    ) throws -> Set<Course.ID> {
        Set(
            try transaction.all(
                """
                SELECT course_coordinator.course_id
                FROM account JOIN course_coordinator ON course_coordinator.account_id = account.id
                WHERE account.name = \(account.lowercased())
                """
            ) { try $0["course_id"] })
    }

    /// Puts the speakers of a course in place of those it had.
    public static func setSpeakers(
        _ speakers: [SpeakerRecord], of course: Course.ID, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute("DELETE FROM course_speaker WHERE course_id = \(course)")
        for (index, speaker) in speakers.enumerated() {
            _ = try transaction.execute(
                """
                INSERT INTO course_speaker (course_id, place, name, topic)
                VALUES (\(course), \(index + 1), \(speaker.name), \(speaker.topic))
                """)
        }
    }

    /// In the order of the timetable.
    public static func speakers(
        of course: Course.ID, in transaction: borrowing Transaction
    ) throws -> [SpeakerRecord] {
        try transaction.all("SELECT name, topic FROM course_speaker WHERE course_id = \(course) ORDER BY place") {
            SpeakerRecord(name: try $0["name"], topic: try $0["topic"])
        }
    }
}
