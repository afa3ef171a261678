import Academy
import Records
import SQL

/// One application with everything that is told of it: its timeline, whose turn it is, its documents.
struct ApplicationHistory {
    let record: ApplicationRecord
    let officer: Officer
    let course: Course
    let caller: Caller

    func view(
        at now: Instant, by standing: Standing, in transaction: borrowing Transaction
    ) throws -> ApplicationView {
        var view = ApplicationView(record, course, officer, for: caller)
        let file = try CourseFile.open(course.id, in: transaction)
        view.position = try Applications.waitingList(of: course.id, in: transaction).position(of: record.id)
        view.hasSeatToAnswer = record.state.answering != nil && !standing.parties.isEmpty
        view.releases = try Releases.of(record.id, in: transaction)
            .compactMap { try ReleaseSummary($0, in: transaction) }
        view.replaces = try original(in: transaction)?.name.text ?? ""
        view.timeline = try timeline(view.releases.flatMap(\.nominees), in: transaction)
        view.awaited = try awaited(view.releases.first, file, at: now, in: transaction)
        let hasStarted = file.map { now >= $0.starts } ?? true
        view.mayAskRelease = view.isOwn && [.approved, .attending].contains(record.state) && !hasStarted
        view.mayRemind =
            try !standing.parties.isEmpty && RemindSupervisor.isAwaited(record, in: transaction)
        return view
    }

    private func original(in transaction: borrowing Transaction) throws -> Officer? {
        guard let nomination = try Nominations.find(record.id, in: transaction),
            let original = try Applications.find(nomination.original, in: transaction)
        else { return nil }
        return try Officers.find(original.officer, in: transaction)
    }

    private func awaited(
        _ release: ReleaseSummary?, _ file: CourseFile?, at now: Instant, in transaction: borrowing Transaction
    ) throws -> Awaited? {
        let applicant = Awaited.Party.applicant
        let own: Awaited.Party = caller.officer == record.officer ? .you : applicant
        let supervisor = record.supervisor.name
        switch record.state {
        case .draft: return Awaited(own, name: officer.name.text, until: file.map { .end(of: $0.deadlines.closing) })
        case .submitted:
            return Awaited(.supervisor, name: supervisor, until: file.map { .end(of: $0.deadlines.decision) })
        case .supervisorSupported: return Awaited(.stateTrainingOfficer)
        case .supported: return try coordinator(until: file.map { .end(of: $0.deadlines.decision) }, in: transaction)
        case .approved:
            return Awaited(own, name: officer.name.text, until: file.map { .end(of: $0.deadlines.confirmation) })
        case .offered: return Awaited(own, name: officer.name.text, until: record.offerExpires)
        case .nominated:
            guard let row = try Nominations.find(record.id, in: transaction) else { return nil }
            if row.acceptedAt == nil { return Awaited(own, name: officer.name.text, until: row.expiresAt) }
            if row.supportedAt == nil { return Awaited(.supervisor, name: supervisor, until: row.expiresAt) }
            return try coordinator(until: nil, in: transaction)
        case .releaseRequested:
            guard let nominee = release?.openNominee, nominee.turn != .academy else {
                return try coordinator(until: nil, in: transaction)
            }
            return nominee.turn == .nominee
                ? Awaited(.replacement, name: nominee.name, until: nominee.expiresAt)
                : Awaited(.replacementSupervisor, name: nominee.supervisor, until: nominee.expiresAt)
        default: return nil
        }
    }

    private func coordinator(until end: Instant?, in transaction: borrowing Transaction) throws -> Awaited {
        let names = try Offerings.coordinators(of: course.id, in: transaction).map(\.name)
        return Awaited(.coordinator, name: names.joined(separator: ", "), until: end)
    }

    /// What happened to the application itself, and to those who were named for its seat, in the order of the audit.
    ///
    /// Of a replacement's story the words of others stay between them.
    private func timeline(
        _ nominees: [NomineeSummary], in transaction: borrowing Transaction
    ) throws -> [ApplicationView.Step] {
        var steps = try steps(of: record, named: officer, about: "", in: transaction)
        for nominee in nominees {
            guard let child = try Applications.find(nominee.application, in: transaction),
                let named = try Officers.find(nominee.officer, in: transaction)
            else { continue }
            let told: Set<ApplicationEvent> = [.acceptReplacement, .takeSeat, .closeNomination]
            // What comes after the nomination is the replacement's own affair.
            let story = try self.steps(of: child, named: named, about: nominee.name, in: transaction)
                .prefix { $0.from == nil || $0.from == .nominated }
            steps += story.filter { $0.event.map { !told.contains($0) } ?? true }
        }
        let order = steps.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
        return order.map(\.element)
    }

    private func steps(
        of record: ApplicationRecord, named officer: Officer, about: String, in transaction: borrowing Transaction
    ) throws -> [ApplicationView.Step] {
        try AuditLog.entries(about: "application", record.id.text, in: transaction).compactMap { entry in
            guard let after = ApplicationState(rawValue: entry.after), entry.action.hasPrefix("application.") else {
                return nil
            }
            return ApplicationView.Step(
                at: entry.at, event: ApplicationEvent(rawValue: String(entry.action.dropFirst("application.".count))),
                state: after, from: ApplicationState(rawValue: entry.before),
                who: try Self.name(of: entry.actor, record, officer, in: transaction),
                why: about.isEmpty ? entry.reason : "", about: about)
        }
    }

    private static func name(
        of actor: String, _ record: ApplicationRecord, _ officer: Officer, in transaction: borrowing Transaction
    ) throws -> String {
        if actor == record.supervisor.email { return record.supervisor.name }
        if actor == "applicant" { return officer.name.text }
        if actor == "system" { return "AKMAL2U" }
        return try Accounts.find(name: actor, in: transaction)?.displayName ?? actor
    }
}
