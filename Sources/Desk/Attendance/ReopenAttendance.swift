public import Academy
public import Records
import SQL

/// What a page to reopen confirmed attendance shows.
public struct ReopeningOverview: Sendable, Hashable {
    public let course: CourseSummary
    /// Whose attendance is confirmed, by name.
    public let confirmed: [Row]
    public let waiting: Request?
    public let canRequest: Bool
    /// The reader is an administrator and not the one who asked.
    public let canDecide: Bool

    public struct Row: Sendable, Hashable {
        public let participation: ParticipationRecord.ID
        public let name: String
        public let myKad: MyKad
        public let tally: AttendanceTally
        public let outcome: CourseOutcome
    }

    public struct Request: Sendable, Hashable {
        public let id: ReopeningRecord.ID
        public let reason: String
        public let requestedBy: String
        public let requestedAt: Instant
        public let names: [String]
    }
}

/// Reopens confirmed attendance (*Buka semula*): whoever keeps the list asks with a reason, another administrator decides.
public struct ReopenAttendance: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    public func overview(_ course: Course.ID, by caller: Caller) async throws -> ReopeningOverview {
        return try await office.database.read(.long) { transaction in
            let roll = try AttendanceRoll(of: course, keptBy: caller, in: transaction)
            let waiting = try Reopenings.waiting(of: course, in: transaction)
            let names = Dictionary(roll.participants.map { ($0.record.id, $0.officer.name.text) }) { first, _ in first }
            return ReopeningOverview(
                course: CourseSummary(roll.course),
                confirmed: roll.participants.filter { $0.record.attendance == .confirmed }.map(
                    ReopeningOverview.Row.init),
                waiting: waiting.map { request in
                    ReopeningOverview.Request(
                        id: request.id, reason: request.reason, requestedBy: request.requestedBy,
                        requestedAt: request.requestedAt, names: request.participations.compactMap { names[$0] })
                },
                canRequest: !roll.isParticipant(caller),
                canDecide: waiting.map { Permission.decideReopening(of: $0, by: caller) } ?? false)
        }
    }

    /// Asks that the attendance of some participants be reopened.
    /// - Throws: ``Refusal/conflict(_:)`` when a request waits already, one of them is not confirmed, or the caller takes
    ///   part in the course.
    @discardableResult
    public func request(
        _ course: Course.ID, _ participations: [ParticipationRecord.ID], reason: ReasonText, by caller: Caller
    ) async throws -> ReopeningRecord.ID {
        let surroundings = office.surroundings
        return try await office.database.write { transaction in
            let roll = try AttendanceRoll(of: course, keptBy: caller, in: transaction)
            if roll.isParticipant(caller) { throw Refusal.conflict(.ownAttendance) }
            let frozen = Set(roll.participants.filter { $0.record.attendance == .confirmed }.map(\.record.id))
            guard !participations.isEmpty, frozen.isSuperset(of: participations) else {
                throw Refusal.conflict(.attendanceNotConfirmed)
            }
            if try Reopenings.waiting(of: course, in: transaction) != nil {
                throw Refusal.conflict(.reopeningWaiting)
            }
            let now = surroundings.now()
            let request = ReopeningRecord(
                id: try surroundings.newID(), course: course, reason: reason.text, requestedBy: caller.account,
                requestedAt: now, participations: Set(participations).sorted())
            try Reopenings.insert(request, in: transaction)
            try AuditLog.append(
                AuditEntry(
                    at: now, actor: caller.account, action: "attendance.reopening_requested", subjectKind: "course",
                    subjectID: course.text, after: "\(request.participations.count)", reason: reason.text,
                    requestID: caller.requestID),
                in: transaction)
            return request.id
        }
    }

    /// Grants or refuses the request that waits; granted, the rows can be marked again and their certificates are suspended.
    /// - Throws: ``Refusal/notFound`` when no request with that id waits; ``Refusal/forbidden`` for anyone but another
    ///   administrator.
    public func decide(
        _ course: Course.ID, _ id: ReopeningRecord.ID, isGranted: Bool, by caller: Caller
    ) async throws {
        let office = office
        try await office.database.write { transaction in
            let roll = try AttendanceRoll(of: course, keptBy: caller, in: transaction)
            guard let request = try Reopenings.waiting(of: course, in: transaction), request.id == id else {
                throw Refusal.notFound
            }
            guard Permission.decideReopening(of: request, by: caller), !roll.isParticipant(caller) else {
                throw Refusal.forbidden
            }
            let now = office.surroundings.now()
            _ = try Reopenings.decide(
                id, isGranted ? .granted : .refused, by: caller.account, at: now, in: transaction)
            try AuditLog.append(
                AuditEntry(
                    at: now, actor: caller.account, onBehalfOf: request.requestedBy,
                    action: isGranted ? "attendance.reopened" : "attendance.reopening_refused", subjectKind: "course",
                    subjectID: course.text, after: "\(request.participations.count)", reason: request.reason,
                    requestID: caller.requestID),
                in: transaction)
            guard isGranted else { return }
            let chosen = Set(request.participations)
            let application = try ApplicationConclusion(office, of: course, by: caller, in: transaction)
            let hold = CertificateHold(office: office, caller: caller, now: now)
            for participant in roll.participants
            where chosen.contains(participant.record.id) && participant.record.attendance == .confirmed {
                try Self.reopen(participant.record, request, by: caller, at: now, in: transaction)
                try application.reopen(participant.officer, request, in: transaction)
                try hold.suspend(participant.record, in: transaction)
            }
        }
    }

    private static func reopen(
        _ confirmed: ParticipationRecord, _ request: ReopeningRecord, by caller: Caller, at now: Instant,
        in transaction: borrowing Transaction
    ) throws {
        var record = confirmed
        let before = "\(record.attendance.rawValue) \(record.outcome.rawValue)"
        record.attendance = .reopened
        record.outcome = .pending
        record.attended = .init(by: caller.account, at: now)
        guard try Participations.update(record, in: transaction) else { throw Refusal.busy }
        try AuditLog.append(
            AuditEntry(
                at: now, actor: caller.account, onBehalfOf: request.requestedBy, action: "attendance.reopened",
                subjectKind: "participation", subjectID: record.id.text, before: before, after: "reopened pending",
                reason: request.reason, requestID: caller.requestID),
            in: transaction)
    }
}

extension ReopeningOverview.Row {
    fileprivate init(_ participant: Participant) {
        self.init(
            participation: participant.record.id, name: participant.officer.name.text,
            myKad: participant.officer.myKad, tally: participant.record.tally, outcome: participant.record.outcome)
    }
}
