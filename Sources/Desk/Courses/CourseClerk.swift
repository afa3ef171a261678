import Academy
import Records
import SQL

/// Writes what was decided about a course: its rows, one line in the audit, and what follows from it for others.
struct CourseClerk: Sendable {
    let office: Office
    let caller: Caller
    let now: Instant

    init(_ office: Office, _ caller: Caller) {
        self.office = office
        self.caller = caller
        now = office.surroundings.now()
    }

    private static let mostPeople = 1000

    /// - Parameter dossier: of a course that is there.
    /// - Throws: ``Refusal/invalid(_:)``.
    func read(
        _ form: CourseForm, over old: CoursePlan, _ dossier: CourseDossier?, in transaction: borrowing Transaction
    ) throws -> CoursePlan {
        let code = CourseCode(parsing: form[.code].split(whereSeparator: \.isWhitespace).joined(separator: " "))
        let holder = try code.flatMap { try Courses.find(code: $0, in: transaction)?.id }
        var reader = CourseReader(
            form,
            .init(
                old: old, isPromised: dossier?.isPromised ?? false,
                hasApplications: dossier?.hasApplications ?? false, seatsHeld: dossier?.seatsHeld ?? 0,
                codeIsTaken: holder != nil && holder != old.course.id,
                coordinators: Set(try Accounts.coordinators(limit: Self.mostPeople, in: transaction).map(\.id)),
                signatories: Set(try Signatories.all(limit: Self.mostPeople, in: transaction).map(\.id)),
                today: now.day, newID: { try office.surroundings.newID() }))
        return try reader.plan()
    }

    func insert(_ plan: CoursePlan, from source: Course.ID? = nil, in transaction: borrowing Transaction) throws {
        try Courses.insert(plan.course, in: transaction)
        try Offerings.insert(plan.offering, in: transaction)
        try setPeople(plan, in: transaction)
        try note(
            source == nil ? "course.created" : "course.duplicated", plan.course.id,
            before: source?.text ?? "", after: "\(plan.course.status.rawValue) \(plan.course.code)", reason: "",
            in: transaction)
    }

    /// - Returns: officers whose fee is settled by it, and who may have earned their certificate so.
    /// - Throws: ``Refusal/conflict(_:)`` when somebody else has changed the course meanwhile.
    func replace(
        _ dossier: CourseDossier, with plan: CoursePlan, reason: String, action: String = "course.changed",
        in transaction: borrowing Transaction
    ) throws -> [Officer.ID] {
        let old = dossier.plan
        try Courses.update(plan.course, in: transaction)
        try Courses.setSessions(plan.course.sessions, of: plan.course.id, in: transaction)
        if plan.offering.version == 0 {
            var first = plan.offering
            first.version = 1
            try Offerings.insert(first, in: transaction)
        } else {
            guard try Offerings.update(plan.offering, in: transaction) else {
                throw Refusal.conflict(.changedMeanwhile)
            }
        }
        try setPeople(plan, in: transaction)
        let difference = CoursePlan.difference(from: old, to: plan)
        let words = (try? ReasonText(parsing: reason))?.text ?? ""
        try note(
            action, plan.course.id, before: difference.before, after: difference.after, reason: words,
            in: transaction)
        if plan.offering.rules.quota > old.offering.rules.quota {
            try offerFreeSeats(of: plan.course.id, in: transaction)
        }
        guard old.course.fee != plan.course.fee else { return [] }
        return try FeeFollower(office: office, caller: caller, now: now).follow(plan.course, in: transaction)
    }

    /// Nobody waits beside a seat that was added.
    private func offerFreeSeats(of course: Course.ID, in transaction: borrowing Transaction) throws {
        guard let file = try CourseFile.open(course, in: transaction) else { return }
        try ApplicationClerk(office, for: caller).offerFreeSeats(of: file, in: transaction)
    }

    private func setPeople(_ plan: CoursePlan, in transaction: borrowing Transaction) throws {
        try Offerings.setSpeakers(plan.speakers, of: plan.course.id, in: transaction)
        try Offerings.setCoordinators(plan.coordinators, of: plan.course.id, in: transaction)
        try Signatories.assign(plan.signatories, to: plan.course.id, in: transaction)
    }

    func note(
        _ action: String, _ course: Course.ID, before: String, after: String, reason: String,
        in transaction: borrowing Transaction
    ) throws {
        try AuditLog.append(
            AuditEntry(
                at: now, actor: caller.account, action: action, subjectKind: "course", subjectID: course.text,
                before: before, after: after, reason: reason, requestID: caller.requestID),
            in: transaction)
    }
}
