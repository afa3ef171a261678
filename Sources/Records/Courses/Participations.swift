public import Academy
public import SQL

/// Officers on courses, with the facts that the gate judges.
public enum Participations {
    static let columns: SQL = """
        participation.id AS participation_id, participation.officer_id, participation.course_id, outcome, attendance,
        minutes_attended, minutes_total, attendance_by, attendance_at, evaluation, evaluation_by, evaluation_at,
        evaluation_basis, fee, receipt_number, fee_by, fee_at, fee_basis, seated, participation.version AS version
        """

    public static func insert(_ record: ParticipationRecord, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            INSERT INTO participation (id, officer_id, course_id, outcome, attendance, minutes_attended,
                minutes_total, attendance_by, attendance_at, evaluation, evaluation_by, evaluation_at,
                evaluation_basis, fee, receipt_number, fee_by, fee_at, fee_basis, seated, version)
            VALUES (\(record.id), \(record.officer), \(record.course), \(record.outcome), \(record.attendance),
                \(record.tally.attended), \(record.tally.total), \(record.attended.by), \(nullable: record.attended.at),
                \(record.evaluation), \(record.evaluated.by), \(nullable: record.evaluated.at), \(record.evaluated.basis),
                \(record.fee), \(record.receiptNumber), \(record.paid.by), \(nullable: record.paid.at), \(record.paid.basis),
                \(record.isSeated), \(record.version))
            """)
    }

    /// Of an officer who is on the course; nil for one who had a seat and gave it up.
    public static func find(
        officer: Officer.ID, course: Course.ID, in transaction: borrowing Transaction
    ) throws -> ParticipationRecord? {
        try ever(officer: officer, course: course, in: transaction).flatMap { $0.isSeated ? $0 : nil }
    }

    /// Also of an officer who gave the seat up.
    public static func ever(
        officer: Officer.ID, course: Course.ID, in transaction: borrowing Transaction
    ) throws -> ParticipationRecord? {
        try transaction.first(
            "SELECT \(columns) FROM participation WHERE officer_id = \(officer) AND course_id = \(course)", as: record)
    }

    /// Of those of the officers who are on the course, with the officers.
    public static func of(
        officers: [Officer.ID], course: Course.ID, in transaction: borrowing Transaction
    ) throws -> [Officer.ID: Participant] {
        let found = try transaction.all(
            """
            SELECT \(columns), \(Officers.columns)
            FROM participation JOIN officer ON officer.id = participation.officer_id
            WHERE participation.officer_id IN (\(SQL.list(officers))) AND participation.course_id = \(course) AND seated
            """
        ) { Participant(record: try record($0), officer: try Officers.officer($0)) }
        return Dictionary(found.map { ($0.officer.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public static func find(
        _ id: ParticipationRecord.ID, in transaction: borrowing Transaction
    ) throws -> ParticipationRecord? {
        try transaction.first("SELECT \(columns) FROM participation WHERE participation.id = \(id)", as: record)
    }

    /// All of one officer's, the latest first, also those whose seat was given up.
    public static func of(
        officer: Officer.ID, in transaction: borrowing Transaction
    ) throws -> [ParticipationRecord] {
        try transaction.all(
            "SELECT \(columns) FROM participation WHERE officer_id = \(officer) ORDER BY participation.id DESC",
            as: record)
    }

    /// One page of a course's participants, by id.
    public static func page(
        of course: Course.ID, after key: ParticipationRecord.ID?, limit: Int, in transaction: borrowing Transaction
    ) throws -> [Participant] {
        try transaction.all(
            """
            SELECT \(columns), \(Officers.columns)
            FROM participation JOIN officer ON officer.id = participation.officer_id
            WHERE participation.course_id = \(course) AND seated AND participation.id > \(key?.text ?? "")
            ORDER BY participation.id
            LIMIT \(limit)
            """
        ) { Participant(record: try record($0), officer: try Officers.officer($0)) }
    }

    /// Every participant's officer and facts, in constant memory, by id.
    public static func each(
        of course: Course.ID, in transaction: borrowing Transaction, _ body: (ParticipationRecord) throws -> Void
    ) throws {
        try transaction.each(
            "SELECT \(columns) FROM participation WHERE course_id = \(course) AND seated ORDER BY participation.id"
        ) { try body(try record($0)) }
    }

    /// Every participant who has no live certificate, with the officer, in constant memory, by id.
    public static func eachWithout(
        certificateOn course: Course.ID, in transaction: borrowing Transaction, _ body: (Participant) throws -> Void
    ) throws {
        try transaction.each(
            """
            SELECT \(columns), \(Officers.columns)
            FROM participation JOIN officer ON officer.id = participation.officer_id
            WHERE participation.course_id = \(course) AND seated AND NOT EXISTS (
                SELECT 1 FROM certificate
                WHERE certificate.officer_id = participation.officer_id
                    AND certificate.course_id = participation.course_id
                    AND certificate.status IN ('issuing', 'valid', 'suspended'))
            ORDER BY participation.id
            """
        ) { try body(Participant(record: try record($0), officer: try Officers.officer($0))) }
    }

    /// Replaces the facts of a row that nobody has changed since it was read.
    /// - Returns: false when somebody has.
    public static func update(_ record: ParticipationRecord, in transaction: borrowing Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE participation SET outcome = \(record.outcome), attendance = \(record.attendance),
                minutes_attended = \(record.tally.attended), minutes_total = \(record.tally.total),
                attendance_by = \(record.attended.by), attendance_at = \(nullable: record.attended.at),
                evaluation = \(record.evaluation), evaluation_by = \(record.evaluated.by),
                evaluation_at = \(nullable: record.evaluated.at), evaluation_basis = \(record.evaluated.basis),
                fee = \(record.fee), receipt_number = \(record.receiptNumber), fee_by = \(record.paid.by),
                fee_at = \(nullable: record.paid.at), fee_basis = \(record.paid.basis), seated = \(record.isSeated),
                version = version + 1
            WHERE id = \(record.id) AND version = \(record.version)
            """) == 1
    }

    /// Who has paid for a course, or has sent a receipt that nobody has judged, also without a seat any more, by id.
    public static func paid(
        on course: Course.ID, limit: Int, in transaction: borrowing Transaction
    ) throws -> [Participant] {
        try transaction.all(
            """
            SELECT \(columns), \(Officers.columns)
            FROM participation JOIN officer ON officer.id = participation.officer_id
            WHERE participation.course_id = \(course) AND fee IN ('verified', 'awaiting_review')
            ORDER BY participation.id LIMIT \(limit)
            """
        ) { Participant(record: try record($0), officer: try Officers.officer($0)) }
    }

    static func record(_ row: Row) throws -> ParticipationRecord {
        ParticipationRecord(
            id: try row["participation_id"], officer: try row["officer_id"], course: try row["course_id"],
            outcome: try row["outcome"], attendance: try row["attendance"],
            tally: AttendanceTally(attended: try row["minutes_attended"], total: try row["minutes_total"]),
            attended: .init(by: try row["attendance_by"], at: try row["attendance_at"]),
            evaluation: try row["evaluation"],
            evaluated: .init(
                by: try row["evaluation_by"], at: try row["evaluation_at"], basis: try row["evaluation_basis"]),
            fee: try row["fee"], receiptNumber: try row["receipt_number"],
            paid: .init(by: try row["fee_by"], at: try row["fee_at"], basis: try row["fee_basis"]),
            isSeated: try row["seated"], version: try row["version"])
    }
}

/// A participation with its officer, as lists show it.
public struct Participant: Sendable, Hashable {
    public let record: ParticipationRecord
    public let officer: Officer

    public init(record: ParticipationRecord, officer: Officer) {
        self.record = record
        self.officer = officer
    }
}

extension Participations {
    /// The facts of a participation without whose they are.
    public struct Facts: Sendable, Hashable {
        public let outcome: CourseOutcome
        public let attendance: AttendanceState
        public let evaluation: EvaluationState
        public let fee: FeeState
    }

    /// How many of a course's participants stand at which combination of facts, and how many of those could still be
    /// issued a certificate: they have neither a live one nor one that was revoked.
    public static func factCounts(
        of course: Course.ID, in transaction: borrowing Transaction
    ) throws -> [(facts: Facts, number: Int, unissued: Int)] {
        try transaction.all(
            """
            SELECT outcome, attendance, evaluation, fee, count(*) AS number,
                sum(CASE WHEN EXISTS (
                    SELECT 1 FROM certificate
                    WHERE certificate.officer_id = participation.officer_id
                        AND certificate.course_id = participation.course_id
                        AND certificate.status <> 'superseded'
                ) THEN 0 ELSE 1 END) AS unissued
            FROM participation
            WHERE participation.course_id = \(course) AND seated
            GROUP BY outcome, attendance, evaluation, fee
            """
        ) { row in
            let facts = Facts(
                outcome: try row["outcome"], attendance: try row["attendance"], evaluation: try row["evaluation"],
                fee: try row["fee"])
            return (facts, try row["number"], try row["unissued"])
        }
    }
}
