public import Academy
public import SQL

/// A request to reopen confirmed attendance (*Buka semula*): one asks, another decides.
public struct ReopeningRecord: Sendable, Hashable {
    public typealias ID = Identifier<ReopeningRecord>

    public let id: ID
    public let course: Course.ID
    public let reason: String
    /// Name of the account that asks.
    public let requestedBy: String
    public let requestedAt: Instant
    public let participations: [ParticipationRecord.ID]

    public init(
        id: ID, course: Course.ID, reason: String, requestedBy: String, requestedAt: Instant,
        participations: [ParticipationRecord.ID]
    ) {
        self.id = id
        self.course = course
        self.reason = reason
        self.requestedBy = requestedBy
        self.requestedAt = requestedAt
        self.participations = participations
    }

    public enum State: String, Sendable, Hashable, CaseIterable { case waiting, granted, refused }
}

/// Requests to reopen; at most one a course waits for its decision, by a unique index.
public enum Reopenings {
    public static func insert(_ request: ReopeningRecord, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            INSERT INTO attendance_reopening (id, course_id, reason, requested_by, requested_at, state)
            VALUES (\(request.id), \(request.course), \(request.reason), \(request.requestedBy),
                \(request.requestedAt), \(ReopeningRecord.State.waiting))
            """)
        for participation in request.participations {
            _ = try transaction.execute(
                """
                INSERT INTO attendance_reopening_item (reopening_id, participation_id)
                VALUES (\(request.id), \(participation))
                """)
        }
    }

    /// The one that waits for its decision.
    public static func waiting(
        of course: Course.ID, in transaction: borrowing Transaction
    ) throws -> ReopeningRecord? {
        let found: ReopeningRecord? = try transaction.first(
            """
            SELECT id, course_id, reason, requested_by, requested_at FROM attendance_reopening
            WHERE course_id = \(course) AND state = 'waiting'
            """
        ) { row in
            ReopeningRecord(
                id: try row["id"], course: try row["course_id"], reason: try row["reason"],
                requestedBy: try row["requested_by"], requestedAt: try row["requested_at"], participations: [])
        }
        guard let found else { return nil }
        let items = try transaction.all(
            """
            SELECT participation_id FROM attendance_reopening_item WHERE reopening_id = \(found.id)
            ORDER BY participation_id
            """
        ) { row -> ParticipationRecord.ID in try row["participation_id"] }
        return ReopeningRecord(
            id: found.id, course: course, reason: found.reason, requestedBy: found.requestedBy,
            requestedAt: found.requestedAt, participations: items)
    }

    /// - Returns: false when it was decided before.
    public static func decide(
        _ id: ReopeningRecord.ID, _ state: ReopeningRecord.State, by account: String, at moment: Instant,
        in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            UPDATE attendance_reopening SET state = \(state), decided_by = \(account), decided_at = \(moment)
            WHERE id = \(id) AND state = 'waiting'
            """) == 1
    }
}
