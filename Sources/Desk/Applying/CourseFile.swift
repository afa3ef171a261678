import Academy
import Records
import SQL

/// A course on offer, with everything of it that the workflow looks at.
struct CourseFile: Sendable {
    let course: Course
    let offering: OfferingRecord
    let deadlines: Deadlines

    /// nil for a course that is not on offer.
    static func open(_ id: Course.ID, in transaction: borrowing Transaction) throws -> CourseFile? {
        guard let course = try Courses.find(id, in: transaction),
            let offering = try Offerings.find(id, in: transaction),
            let deadlines = try offering.deadlines(of: course)
        else { return nil }
        return CourseFile(course: course, offering: offering, deadlines: deadlines)
    }

    /// When the first session begins that was not cancelled.
    var starts: Instant {
        course.sessions.first { !$0.isCancelled }.map { Instant($0.day, at: $0.start) }
            ?? Instant(deadlines.start, at: .midnight)
    }

    /// The course at this moment, its seats counted in this transaction.
    func circumstances(at now: Instant, in transaction: borrowing Transaction) throws -> CourseCircumstances {
        let counts = try Applications.counts(of: course.id, in: transaction)
        let held = course.sessions.filter { !$0.isCancelled }
        let last = held.last.map { Instant($0.day, at: $0.end) } ?? now
        return CourseCircumstances(
            now: now, status: course.status, rules: offering.rules, deadlines: deadlines, starts: starts, ends: last,
            seatsHeld: counts.seatsHeld, waiting: counts[.waiting] ?? 0,
            undecidedReleases: counts[.releaseRequested] ?? 0)
    }

    /// The officer at this moment, seen from this course.
    func circumstances(
        of officer: Officer, except own: ApplicationRecord.ID?, in transaction: borrowing Transaction
    ) throws -> OfficerCircumstances {
        let others = try Applications.of(officer: officer.id, in: transaction).filter { $0.id != own }
        let counted = try others.filter { $0.state.countsTowardsCap && $0.course != course.id }.compactMap { other in
            try Courses.find(other.course, in: transaction)?.dates.days.first.map { (other.state, $0) }
        }
        return OfficerCircumstances(
            isActive: officer.isActive, meetsCourseRules: offering.rules.grades.admits(officer.grade),
            hasClash: try !clashes(of: others, in: transaction).isEmpty,
            coursesThisYear: YearlyCap.count(counted, in: deadlines.start.year),
            earlier: others.filter { $0.course == course.id }.map(\.state))
    }

    /// Courses on which the officer has a seat, with a session at the same hour as one of this course.
    func clashes(of officer: Officer.ID, in transaction: borrowing Transaction) throws -> [Course] {
        try clashes(of: try Applications.of(officer: officer, in: transaction), in: transaction)
    }

    private func clashes(
        of applications: [ApplicationRecord], in transaction: borrowing Transaction
    ) throws -> [Course] {
        try applications.filter { $0.state.holdsSeat && $0.course != course.id }
            .compactMap { try Courses.find($0.course, in: transaction) }
            .filter { !course.clashes(with: [$0]).isEmpty }
    }
}

extension [ApplicationState: Int] {
    /// Applications that hold a seat.
    var seatsHeld: Int { reduce(0) { $0 + ($1.key.holdsSeat ? $1.value : 0) } }
}

extension Standing {
    /// What the caller is to an officer's application for a course.
    init(
        of caller: Caller, toward applicant: Officer.ID, on course: Course.ID, in transaction: borrowing Transaction
    ) throws {
        var parties: Set<ApplicationParty> = []
        if caller.officer == applicant { parties.insert(.applicant) }
        if caller.has(.administrator) { parties.insert(.administrator) }
        if caller.has(.coordinator), try Offerings.isCoordinator(caller.account, of: course, in: transaction) {
            parties.insert(.coordinator)
        }
        self.init(person: caller.person, parties: parties)
    }

    /// What the account of that name, who acted earlier, is to an officer's application for a course.
    init(
        ofAccount name: String, toward applicant: Officer.ID, on course: Course.ID,
        in transaction: borrowing Transaction
    ) throws {
        guard let account = try Accounts.find(name: name, in: transaction) else {
            self.init(person: nil, parties: [])
            return
        }
        let caller = Caller(
            account: account.name, officer: account.officer, roles: account.roles, displayName: account.displayName,
            requestID: "")
        try self.init(of: caller, toward: applicant, on: course, in: transaction)
    }
}

extension Caller {
    /// Whoever is no officer is told apart by the account.
    fileprivate var person: Officer.ID { officer ?? .init("account:\(account)") }
}
