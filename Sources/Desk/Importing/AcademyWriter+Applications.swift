import Academy
import Records
import SQL

extension AcademyWriter {
    func write(_ row: AcademyFiles.OfferingRow, in transaction: borrowing Transaction) throws {
        guard let course = courses[row.course] else { return }
        let read = row.offering
        try Offerings.insert(
            OfferingRecord(
                course: course, mode: read.mode, objectives: read.objectives, target: read.target,
                prerequisites: read.prerequisites, rules: read.rules, days: read.days),
            in: transaction)
        try Offerings.setSpeakers(row.speakers, of: course, in: transaction)
        for name in row.coordinators {
            guard let account = try Accounts.find(name: name, in: transaction) else { continue }
            try Offerings.addCoordinator(account.id, to: course, in: transaction)
        }
    }

    /// Every state of its story gets its row in the audit, so that a timeline can be shown.
    func write(_ row: AcademyFiles.ApplicationRow, in transaction: borrowing Transaction) throws {
        guard let officer = officers[row.officer], let course = courses[row.course] else { return }
        let id: ApplicationRecord.ID = try surroundings.newID()
        let record = ApplicationRecord(
            id: id, officer: officer, course: course, state: row.state,
            reference: try reference(at: row.submittedAt, in: transaction), supervisor: row.supervisor,
            declaredAt: row.submittedAt, submittedAt: row.submittedAt, createdAt: row.submittedAt,
            stateAt: row.submittedAt,
            reason: RejectionReason(rawValue: row.reason) == nil ? row.reason : "",
            rejection: RejectionReason(rawValue: row.reason),
            waitingSince: row.state == .waiting ? row.submittedAt : nil,
            offerExpires: row.state == .offered ? surroundings.now().adding(hours: OfferClock.hours) : nil)
        try Applications.insert(record, in: transaction)
        for (before, after) in row.state.story {
            try AuditLog.append(
                AuditEntry(
                    at: row.submittedAt, actor: after.isAcademys ? "system" : "applicant",
                    action: "application.imported", subjectKind: "application", subjectID: id.text,
                    before: before?.rawValue ?? "", after: after.rawValue, reason: after == row.state ? row.reason : "",
                    requestID: "import"),
                in: transaction)
        }
        if row.state.isOnCourse {
            let fee = fees[row.course] ?? .zero
            try Participations.insert(
                ParticipationRecord(
                    id: try surroundings.newID(), officer: officer, course: course, fee: fee, at: row.submittedAt),
                in: transaction)
        }
    }

    /// A participation of the files has had its application, of which they tell only the end.
    func writeApplication(
        of row: AcademyFiles.ParticipationRow, _ officer: Officer.ID, _ course: Course.ID,
        in transaction: borrowing Transaction
    ) throws {
        let state: ApplicationState =
            switch row.outcome {
            case .completed: .completed
            case .insufficient: .insufficient
            case .absent: .absent
            case .pending: statuses[row.course] == .open ? .approved : .attending
            }
        let first = Instant(firstDays[row.course] ?? surroundings.now().day, at: .midnight)
        let submitted = min(first.adding(hours: 9 - 24 * 40), surroundings.now())
        let id: ApplicationRecord.ID = try surroundings.newID()
        let story = state.times(from: submitted, ended: row.attended.at)
        try Applications.insert(
            ApplicationRecord(
                id: id, officer: officer, course: course, state: state,
                reference: try reference(at: submitted, in: transaction), submittedAt: submitted, createdAt: submitted,
                stateAt: story.last?.at ?? submitted),
            in: transaction)
        for step in story {
            try AuditLog.append(
                AuditEntry(
                    at: step.at, actor: step.state.isAcademys ? "system" : "applicant",
                    action: "application.imported", subjectKind: "application", subjectID: id.text,
                    before: step.before?.rawValue ?? "", after: step.state.rawValue, requestID: "import"),
                in: transaction)
        }
    }

    private func reference(at moment: Instant, in transaction: borrowing Transaction) throws -> String {
        let year = moment.day.year
        return ReferenceNumber.text(year: year, number: try Applications.nextReference(year: year, in: transaction))
    }
}

extension ApplicationState {
    /// The steps that lead here the usual way.
    fileprivate var story: [(before: ApplicationState?, after: ApplicationState)] {
        let path: [ApplicationState] =
            switch self {
            case .draft: [.draft]
            case .submitted: [.draft, .submitted]
            case .supported: [.draft, .submitted, .supported]
            case .notSupported, .withdrawn: [.draft, .submitted, self]
            default: [.draft, .submitted, .supported, self]
            }
        return zip([nil] + path.map(Optional.some), path).map { (before: $0, after: $1) }
    }

    /// When each step of somebody who was given a seat was taken: the usual time between them.
    fileprivate func times(
        from submitted: Instant, ended: Instant?
    ) -> [(at: Instant, before: ApplicationState?, state: ApplicationState)] {
        var path: [(ApplicationState, Instant)] = [
            (.draft, submitted), (.submitted, submitted), (.supported, submitted.adding(hours: 30)),
            (.approved, submitted.adding(hours: 24 * 9)),
        ]
        if self != .approved { path.append((.attending, submitted.adding(hours: 24 * 12))) }
        if isFinal { path.append((self, ended ?? submitted.adding(hours: 24 * 45))) }
        return path.enumerated().map { place, step in
            (at: step.1, before: place > 0 ? path[place - 1].0 : nil, state: step.0)
        }
    }

    fileprivate var isAcademys: Bool { [.approved, .unsuccessful, .supported, .notSupported].contains(self) }
}
