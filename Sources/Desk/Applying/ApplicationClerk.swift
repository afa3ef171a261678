import Academy
import Digests
import Records
import SQL

/// Carries out what the workflow allows: state, audit, letters and effects, in the transaction in which it was asked.
struct ApplicationClerk: Sendable {
    let surroundings: Surroundings
    let site: String
    /// An account's name, or the address of a supervisor who came by a link.
    let actor: String
    let requestID: String
    let now: Instant

    init(_ office: Office, actor: String, requestID: String) {
        surroundings = office.surroundings
        site = office.settings.site
        self.actor = actor
        self.requestID = requestID
        now = office.surroundings.now()
    }

    init(_ office: Office, for caller: Caller) {
        self.init(office, actor: caller.account, requestID: caller.requestID)
    }

    private init(system clerk: ApplicationClerk) {
        surroundings = clerk.surroundings
        site = clerk.site
        actor = "system"
        requestID = clerk.requestID
        now = clerk.now
    }

    /// The same deed, where the program itself follows it up.
    var asSystem: ApplicationClerk { ApplicationClerk(system: self) }

    /// Begins a draft.
    /// - Throws: ``Refusal/workflow(_:)``.
    func begin(
        officer: Officer, file: CourseFile, by standing: Standing, in transaction: borrowing Transaction
    ) throws -> ApplicationRecord {
        let circumstances = ApplicationCircumstances(
            course: try file.circumstances(at: now, in: transaction),
            officer: try file.circumstances(of: officer, except: nil, in: transaction))
        switch ApplicationWorkflow.move(from: nil, on: .apply, by: standing, in: circumstances) {
        case .refused(let refusals): throw Refusal.workflow(refusals)
        case .unchanged: throw Refusal.workflow([.alreadyApplied])
        case .moved(let transition):
            let record = ApplicationRecord(
                id: try surroundings.newID(), officer: officer.id, course: file.course.id, state: transition.to,
                createdAt: now, stateAt: now)
            try Applications.insert(record, in: transaction)
            try note(transition, of: record, reason: "", in: transaction)
            return record
        }
    }

    /// Gives a seat to somebody at the counter who never applied.
    /// - Throws: ``Refusal/workflow(_:)``.
    func walkIn(
        _ officer: Officer, supervisor: DepartmentEmail, file: CourseFile, by standing: Standing,
        request: ApplicationRequest, in transaction: borrowing Transaction
    ) throws -> ApplicationRecord {
        let circumstances = ApplicationCircumstances(
            course: try file.circumstances(at: now, in: transaction),
            officer: try file.circumstances(of: officer, except: nil, in: transaction), request: request)
        switch ApplicationWorkflow.move(from: nil, on: .walkIn, by: standing, in: circumstances) {
        case .refused(let refusals): throw Refusal.workflow(refusals)
        case .unchanged: throw Refusal.workflow([.alreadyApplied])
        case .moved(let transition):
            var record = ApplicationRecord(
                id: try surroundings.newID(), officer: officer.id, course: file.course.id, state: transition.to,
                createdAt: now, stateAt: now)
            record.supervisor.email = supervisor.text
            record.reason = request.reason?.text ?? ""
            try Applications.insert(record, in: transaction)
            try carryOut(transition, &record, officer, file, nil, in: transaction)
            return record
        }
    }

    /// Moves an application, or leaves it as it is when the event has had its effect.
    /// - Parameters:
    ///   - outcome: by the attendance list, once it has a mark in every cell.
    ///   - change: what the form brought, written with the move.
    /// - Throws: ``Refusal/workflow(_:)``; ``Refusal/conflict(_:)`` when somebody has changed it since it was read.
    @discardableResult
    func perform(
        _ event: ApplicationEvent, on record: ApplicationRecord, of officer: Officer, file: CourseFile,
        by standing: Standing, outcome: CourseOutcome = .pending, request: ApplicationRequest,
        in transaction: borrowing Transaction, changing change: (inout ApplicationRecord) -> Void = { _ in }
    ) throws -> ApplicationRecord {
        var course = try file.circumstances(at: now, in: transaction)
        course.attendanceIsComplete = outcome != .pending
        var facts = try self.facts(of: record, of: officer, on: event, file, request, in: transaction)
        facts.outcome = outcome
        let circumstances = ApplicationCircumstances(
            course: course, officer: try file.circumstances(of: officer, except: record.id, in: transaction),
            application: facts, request: request)
        switch ApplicationWorkflow.move(from: record.state, on: event, by: standing, in: circumstances) {
        case .refused(let refusals): throw Refusal.workflow(refusals)
        case .unchanged: return record
        case .moved(let transition):
            var moved = record
            change(&moved)
            if transition.from != transition.to { moved.stateAt = now }
            moved.state = transition.to
            moved.reason = request.reason?.text ?? ""
            moved.rejection = request.rejection
            try carryOut(transition, &moved, officer, file, request.logistics, in: transaction)
            try followRelease(transition, moved, of: officer, file: file, request: request, in: transaction)
            return moved
        }
    }

    private func carryOut(
        _ transition: ApplicationTransition, _ record: inout ApplicationRecord, _ officer: Officer, _ file: CourseFile,
        _ logistics: Logistics?, in transaction: borrowing Transaction
    ) throws {
        if transition.effects.contains(.drawReference) {
            let year = now.day.year
            record.reference = ReferenceNumber.text(
                year: year, number: try Applications.nextReference(year: year, in: transaction))
            record.submittedAt = now
        }
        if transition.effects.contains(.revokeSupportLink) { record.edition += 1 }
        keepTimes(transition, of: &record, file)
        guard try Applications.update(record, in: transaction) else { throw Refusal.conflict(.applicationChanged) }
        let token =
            transition.effects.contains(.issueSupportLink)
            ? try issueLink(to: record, file, in: transaction) : nil
        try seat(officer, file.course, transition, in: transaction)
        if transition.effects.contains(.updateLogistics), let logistics {
            try keep(logistics, of: record, in: transaction)
        }
        try note(
            transition, of: record, reason: record.reason.isEmpty ? record.rejection?.rawValue ?? "" : record.reason,
            in: transaction)
        let letters = ApplicationLetters(
            surroundings: surroundings, site: site, file: file, officer: officer, record: record, token: token)
        for notice in transition.notices { try letters.post(notice, of: transition, in: transaction) }
        if transition.effects.contains(.informSupervisor) { try letters.tellOfWalkIn(in: transaction) }
        if transition.effects.contains(.promoteWaiting) || transition.to == .waiting {
            try offerFreeSeats(of: file, in: transaction)
        }
    }

    /// Kept until the academy's decision day is over; of a nomination, as long as the supervisor has to answer.
    func issueLink(
        to record: ApplicationRecord, _ file: CourseFile, in transaction: borrowing Transaction
    ) throws -> String {
        let end = try file.supportEnds(for: record, at: now, in: transaction)
        let token = Hexadecimal.text(try surroundings.random(24))
        try SupportLinks.insert(
            SupportLinkRecord(
                tokenSHA256: SHA256Digest(of: token).hex, application: record.id, edition: record.edition,
                expiresAt: end),
            at: now, in: transaction)
        return token
    }

    /// A fresh link to the same question; nothing of the application changes.
    func askSupervisorAgain(
        _ record: ApplicationRecord, of officer: Officer, file: CourseFile, isOwn: Bool,
        in transaction: borrowing Transaction
    ) throws {
        let token = try issueLink(to: record, file, in: transaction)
        try AuditLog.append(
            AuditEntry(
                at: now, actor: actor, onBehalfOf: isOwn ? "" : record.officer.text,
                action: "application.support_requested_again", subjectKind: "application", subjectID: record.id.text,
                before: record.state.rawValue, after: record.state.rawValue, requestID: requestID),
            in: transaction)
        try ApplicationLetters(
            surroundings: surroundings, site: site, file: file, officer: officer, record: record, token: token
        ).askSupervisor(in: transaction)
    }

    /// Whoever comes onto the course is on its lists, and whoever leaves it is on none; see
    /// ``ApplicationState/isOnCourse``.
    private func seat(
        _ officer: Officer, _ course: Course, _ transition: ApplicationTransition,
        in transaction: borrowing Transaction
    ) throws {
        let (was, isNow) = (transition.from?.isOnCourse ?? false, transition.to.isOnCourse)
        if was == isNow { return }
        guard var record = try Participations.ever(officer: officer.id, course: course.id, in: transaction) else {
            if isNow { try Participations.insert(fresh(officer, course), in: transaction) }
            return
        }
        if record.isSeated == isNow { return }
        record.isSeated = isNow
        if isNow, record.fee == .unpaid || record.fee == .notApplicable {
            record.fee = course.fee == .zero ? .notApplicable : .unpaid
        }
        guard try Participations.update(record, in: transaction) else { throw Refusal.conflict(.changedMeanwhile) }
    }

    /// A later answer stands beside the earlier ones.
    private func keep(
        _ logistics: Logistics, of record: ApplicationRecord, in transaction: borrowing Transaction
    ) throws {
        let last = try LogisticsAnswers.latest(of: record.id, in: transaction)?.number ?? 0
        try LogisticsAnswers.insert(
            LogisticsAnswer(application: record.id, number: last + 1, logistics: logistics, by: actor, at: now),
            in: transaction)
    }

    private func fresh(_ officer: Officer, _ course: Course) throws -> ParticipationRecord {
        ParticipationRecord(
            id: try surroundings.newID(), officer: officer.id, course: course.id, fee: course.fee, at: now)
    }

    func note(
        _ transition: ApplicationTransition, of record: ApplicationRecord, reason: String,
        in transaction: borrowing Transaction
    ) throws {
        try AuditLog.append(
            AuditEntry(
                at: now, actor: actor, onBehalfOf: transition.manner == .direct ? "" : record.officer.text,
                action: "application.\(transition.event.rawValue)", subjectKind: "application",
                subjectID: record.id.text, before: transition.from?.rawValue ?? "", after: transition.to.rawValue,
                reason: reason, requestID: requestID),
            in: transaction)
    }
}
