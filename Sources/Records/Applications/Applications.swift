public import Academy
public import SQL

/// Applications of officers for courses.
public enum Applications {
    static let columns: SQL = """
        application.id AS application_id, application.officer_id, application.course_id, application.state AS stage,
        reference, supervisor_name, supervisor_phone, supervisor_email, declared_at, submitted_at,
        application.created_at, state_at, reason, rejection, priority, waiting_since, offer_expires, edition,
        application.version
        """

    /// - Throws: a `unique` ``SQLError`` with `application_one_live` when the officer has a live one for the course.
    public static func insert(_ record: ApplicationRecord, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            INSERT INTO application (id, officer_id, course_id, state, reference, supervisor_name, supervisor_phone,
                supervisor_email, declared_at, submitted_at, created_at, state_at, reason, rejection, priority,
                waiting_since, offer_expires, edition, version)
            VALUES (\(record.id), \(record.officer), \(record.course), \(record.state),
                \(nullable: record.reference.isEmpty ? nil : record.reference), \(record.supervisor.name),
                \(record.supervisor.phone), \(record.supervisor.email), \(nullable: record.declaredAt),
                \(nullable: record.submittedAt), \(record.createdAt), \(record.stateAt), \(record.reason),
                \(record.rejection?.rawValue ?? ""), \(record.priority), \(nullable: record.waitingSince),
                \(nullable: record.offerExpires), \(record.edition), \(record.version))
            """)
        try ApplicationTally.count(record.course, nil, record.state, in: transaction)
    }

    /// Replaces a row that nobody has changed since it was read.
    /// - Returns: false when somebody has.
    public static func update(_ record: ApplicationRecord, in transaction: borrowing Transaction) throws -> Bool {
        guard let before = try state(of: record, in: transaction) else { return false }
        let changed = try transaction.execute(
            """
            UPDATE application SET state = \(record.state),
                reference = \(nullable: record.reference.isEmpty ? nil : record.reference),
                supervisor_name = \(record.supervisor.name), supervisor_phone = \(record.supervisor.phone),
                supervisor_email = \(record.supervisor.email), declared_at = \(nullable: record.declaredAt),
                submitted_at = \(nullable: record.submittedAt), state_at = \(record.stateAt),
                reason = \(record.reason), rejection = \(record.rejection?.rawValue ?? ""),
                priority = \(record.priority), waiting_since = \(nullable: record.waitingSince),
                offer_expires = \(nullable: record.offerExpires), edition = \(record.edition), version = version + 1
            WHERE id = \(record.id) AND version = \(record.version)
            """)
        guard changed == 1 else { return false }
        try ApplicationTally.count(record.course, before, record.state, in: transaction)
        return true
    }

    /// As it stands in the row; nil when somebody has changed that since the record was read.
    private static func state(
        of record: ApplicationRecord, in transaction: borrowing Transaction
    ) throws -> ApplicationState? {
        try transaction.first(
            "SELECT state FROM application WHERE id = \(record.id) AND version = \(record.version)"
        ) { try $0["state"] }
    }

    public static func find(
        _ id: ApplicationRecord.ID, in transaction: borrowing Transaction
    ) throws -> ApplicationRecord? {
        try transaction.first("SELECT \(columns) FROM application WHERE id = \(id)", as: record)
    }

    /// All of one officer's for one course, the latest first; at most one of them is live.
    public static func of(
        officer: Officer.ID, course: Course.ID, in transaction: borrowing Transaction
    ) throws -> [ApplicationRecord] {
        try of(officer: officer, in: transaction).filter { $0.course == course }
    }

    /// All of one officer's, the latest first; an officer has some dozens in a career.
    public static func of(
        officer: Officer.ID, in transaction: borrowing Transaction
    ) throws -> [ApplicationRecord] {
        try transaction.all(
            "SELECT \(columns) FROM application WHERE officer_id = \(officer) ORDER BY application.id DESC", as: record)
    }

    /// One page of a course's applications in a state, the oldest first; pass the last one's id for the next page.
    public static func page(
        of course: Course.ID, in state: ApplicationState, after key: ApplicationRecord.ID?, limit: Int,
        in transaction: borrowing Transaction
    ) throws -> [Applicant] {
        try transaction.all(
            """
            SELECT \(columns), \(Officers.columns)
            FROM application JOIN officer ON officer.id = application.officer_id
            WHERE application.course_id = \(course) AND application.state = \(state)
                AND application.id > \(key?.text ?? "")
            ORDER BY application.id LIMIT \(limit)
            """
        ) { Applicant(record: try record($0), officer: try Officers.officer($0)) }
    }

    /// How many of a course's applications are in which state; states without any are left out.
    public static func counts(
        of course: Course.ID, in transaction: borrowing Transaction
    ) throws -> [ApplicationState: Int] {
        let rows = try transaction.all(
            "SELECT state, number FROM application_tally WHERE course_id = \(course) AND number > 0"
        ) { row -> (ApplicationState, Int) in (try row["state"], try row["number"]) }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    /// The next number of the year, from 1 and without a gap: it is drawn in the transaction that uses it.
    public static func nextReference(year: Int, in transaction: borrowing Transaction) throws -> Int {
        try transaction.one(
            """
            INSERT INTO reference_counter (year, last) VALUES (\(year), 1)
            ON CONFLICT (year) DO UPDATE SET last = reference_counter.last + 1
            RETURNING last
            """
        ) { try $0["last"] }
    }

    static func record(_ row: Row) throws -> ApplicationRecord {
        let reference: String? = try row["reference"]
        let rejection: String = try row["rejection"]
        return ApplicationRecord(
            id: try row["application_id"], officer: try row["officer_id"], course: try row["course_id"],
            state: try row["stage"], reference: reference ?? "",
            supervisor: .init(
                name: try row["supervisor_name"], phone: try row["supervisor_phone"],
                email: try row["supervisor_email"]),
            declaredAt: try row["declared_at"], submittedAt: try row["submitted_at"],
            createdAt: try row["created_at"], stateAt: try row["state_at"], reason: try row["reason"],
            rejection: RejectionReason(rawValue: rejection), priority: try row["priority"],
            waitingSince: try row["waiting_since"], offerExpires: try row["offer_expires"],
            edition: try row["edition"], version: try row["version"])
    }
}
