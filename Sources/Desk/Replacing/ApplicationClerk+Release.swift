import Academy
import Records
import SQL

// What the clerk knows and does of requests not to attend, and of those who are named instead.

extension ApplicationClerk {
    /// What the workflow wants to know of an application beside its state.
    func facts(
        of record: ApplicationRecord, of officer: Officer, on event: ApplicationEvent, _ file: CourseFile,
        _ request: ApplicationRequest, in transaction: borrowing Transaction
    ) throws -> ApplicationFacts {
        var facts = try nominationFacts(of: record, of: officer, file: file, request: request, in: transaction)
        let waiting = try file.facts(of: record, on: event, in: transaction)
        (facts.isFirstInQueue, facts.offerExpires) = (waiting.isFirstInQueue, waiting.offerExpires)
        return facts
    }

    /// The nomination that an event is about: the application's own, the open one for its seat, or the one that the
    /// request names.
    func nominationFacts(
        of record: ApplicationRecord, of officer: Officer, file: CourseFile, request: ApplicationRequest,
        in transaction: borrowing Transaction
    ) throws -> ApplicationFacts {
        switch record.state {
        case .nominated:
            guard let nomination = try Nominations.find(record.id, in: transaction) else { return .init() }
            return .init(nomination: try facts(of: nomination, officer, file, in: transaction))
        case .approved, .attending, .releaseRequested:
            if let open = try Nominations.open(for: record.id, in: transaction),
                let child = try Applications.find(open.application, in: transaction),
                let nominee = try Officers.find(child.officer, in: transaction)
            {
                return .init(
                    nomination: try facts(of: open, nominee, file, in: transaction), hasOpenNomination: true)
            }
            return .init(nomination: try wanted(request, record, file, in: transaction))
        default: return .init()
        }
    }

    private func facts(
        of row: NominationRecord, _ nominee: Officer, _ file: CourseFile, in transaction: borrowing Transaction
    ) throws -> Nomination? {
        guard let original = try Applications.find(row.original, in: transaction) else { return nil }
        let candidate = try SeatToFill(original, file: file, in: transaction)
            .candidate(nominee, except: row.application, in: transaction)
        return Nomination(
            hasAccepted: row.acceptedAt != nil, isSupported: row.supportedAt != nil,
            isEligible: candidate.obstacles.isEmpty, expires: row.expiresAt)
    }

    /// Somebody whom the request names for the first time.
    private func wanted(
        _ request: ApplicationRequest, _ record: ApplicationRecord, _ file: CourseFile,
        in transaction: borrowing Transaction
    ) throws -> Nomination? {
        guard let id = request.absence?.replacement else { return nil }
        let officer = try Officers.find(id, in: transaction)
        let candidate = try officer.map {
            try SeatToFill(record, file: file, in: transaction).candidate($0, in: transaction)
        }
        return Nomination(
            hasAccepted: false, isSupported: false, isEligible: candidate?.obstacles.isEmpty ?? false,
            expires: NominationClock.expiry(from: now, starts: file.starts))
    }

    /// Carries out, in the same transaction, what a move means for requests, nominations and the seat's next holder.
    func followRelease(
        _ transition: ApplicationTransition, _ record: ApplicationRecord, of officer: Officer, file: CourseFile,
        request: ApplicationRequest, in transaction: borrowing Transaction
    ) throws {
        if transition.event == .requestRelease, let absence = request.absence {
            try Releases.insert(release(absence, record), in: transaction)
        }
        let nominee = try nominee(for: record, in: transaction)
        for effect in transition.effects {
            switch effect {
            case .nominateReplacement:
                try nominate(request.absence?.replacement, for: record, of: officer, file: file, in: transaction)
            case .seatReplacement: try move(nominee, .takeSeat, file, in: transaction)
            case .closeNomination: try move(nominee, .closeNomination, file, in: transaction)
            default: break
            }
        }
        try keepNomination(transition, record, file, in: transaction)
        try keepRelease(transition, record, in: transaction)
        try ReleaseLetters(clerk: self, file: file, officer: officer, record: record)
            .post(transition, nominee: nominee?.officer, in: transaction)
    }

    private struct Nominee {
        let record: ApplicationRecord
        let officer: Officer
    }

    private func release(_ absence: Absence, _ record: ApplicationRecord) throws -> ReleaseRecord {
        ReleaseRecord(
            id: try surroundings.newID(), application: record.id, course: record.course,
            letter: .init(absence.letter.text), reason: absence.reason.text, requestedBy: actor, requestedAt: now)
    }

    private func nominee(
        for record: ApplicationRecord, in transaction: borrowing Transaction
    ) throws -> Nominee? {
        guard let open = try Nominations.open(for: record.id, in: transaction),
            let child = try Applications.find(open.application, in: transaction),
            let officer = try Officers.find(child.officer, in: transaction)
        else { return nil }
        return Nominee(record: child, officer: officer)
    }

    private func move(
        _ nominee: Nominee?, _ event: ApplicationEvent, _ file: CourseFile, in transaction: borrowing Transaction
    ) throws {
        guard let nominee else { return }
        try perform(
            event, on: nominee.record, of: nominee.officer, file: file, by: .system, request: ApplicationRequest(),
            in: transaction)
    }

    /// Begins the replacement's own application.
    private func nominate(
        _ id: Officer.ID?, for original: ApplicationRecord, of officer: Officer, file: CourseFile,
        in transaction: borrowing Transaction
    ) throws {
        guard let id, let nominee = try Officers.find(id, in: transaction),
            let release = try Releases.open(of: original.id, in: transaction)
        else { throw Refusal.workflow([.replacementNotEligible]) }
        let candidate = try SeatToFill(original, file: file, in: transaction).candidate(nominee, in: transaction)
        let expires = NominationClock.expiry(from: now, starts: file.starts)
        let circumstances = ApplicationCircumstances(
            course: try file.circumstances(at: now, in: transaction),
            officer: try file.circumstances(of: nominee, except: nil, in: transaction),
            application: .init(
                nomination: Nomination(
                    hasAccepted: false, isSupported: false, isEligible: candidate.obstacles.isEmpty, expires: expires)))
        let outcome = ApplicationWorkflow.move(from: nil, on: .nominate, by: .system, in: circumstances)
        if case .refused(let refusals) = outcome { throw Refusal.workflow(refusals) }
        guard case .moved(let transition) = outcome else { return }
        let year = now.day.year
        let record = ApplicationRecord(
            id: try surroundings.newID(), officer: nominee.id, course: file.course.id, state: transition.to,
            reference: ReferenceNumber.text(
                year: year, number: try Applications.nextReference(year: year, in: transaction)),
            createdAt: now, stateAt: now)
        try Applications.insert(record, in: transaction)
        try Nominations.insert(
            NominationRecord(
                application: record.id, original: original.id, release: release.id, namedBy: actor, namedAt: now,
                expiresAt: expires), in: transaction)
        try note(transition, of: record, reason: "", in: transaction)
        try ReleaseLetters(clerk: self, file: file, officer: nominee, record: record)
            .propose(by: officer, until: expires, in: transaction)
    }

    private func keepNomination(
        _ transition: ApplicationTransition, _ record: ApplicationRecord, _ file: CourseFile,
        in transaction: borrowing Transaction
    ) throws {
        guard transition.from == .nominated, var row = try Nominations.find(record.id, in: transaction) else { return }
        if transition.effects.contains(.recordNomineeAcceptance) {
            row.acceptedAt = now
            row.expiresAt = NominationClock.expiry(from: now, starts: file.starts)
        }
        if transition.effects.contains(.recordNomineeSupport) { row.supportedAt = now }
        if transition.to != .nominated { row.endedAt = now }
        try Nominations.update(row, in: transaction)
    }

    private func keepRelease(
        _ transition: ApplicationTransition, _ record: ApplicationRecord, in transaction: borrowing Transaction
    ) throws {
        guard transition.from == .releaseRequested, transition.to != .releaseRequested,
            let open = try Releases.open(of: record.id, in: transaction)
        else { return }
        let outcome: ReleaseRecord.Outcome =
            switch transition.event {
            case .acceptReplacement: .replaced
            case .grantRelease: .released
            case .refuseRelease: .refused
            default: .closed
            }
        guard
            try Releases.decide(
                open.id, outcome, by: actor, at: now, remark: record.reason, in: transaction)
        else { throw Refusal.conflict(.alreadyDecided) }
    }
}
