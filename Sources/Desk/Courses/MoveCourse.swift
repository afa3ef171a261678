public import Academy
import Records
import SQL

/// Moves a course to other days, hours or another place, and tells everybody who holds a seat.
public struct MoveCourse: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    public struct Sheet: Sendable, Hashable {
        public var sheet: CourseSheet
        /// Who holds a seat and now sits on another course at the same hours, with that course's code.
        public let clashes: [Clash]
    }

    public struct Clash: Sendable, Hashable {
        public let name: String
        public let courses: [String]
    }

    public func open(_ id: Course.ID, by caller: Caller) async throws -> Sheet {
        try await office.database.read { transaction in
            let dossier = try Self.dossier(id, for: caller, in: transaction)
            return Sheet(
                sheet: try CourseSheet(id, dossier, form: dossier.plan.form, in: transaction),
                clashes: try Self.clashes(of: id, in: transaction))
        }
    }

    /// Attendance must be confirmed again, the earlier letter and calendar entry are superseded, and each is told once.
    ///
    /// Of the form only the timetable, the place and the four days count. A session that the form leaves out is cancelled,
    /// so that calendars lose it too.
    /// - Throws: ``Refusal/invalid(_:)``; ``Refusal/conflict(_:)`` when somebody else has changed the course meanwhile,
    ///   when it was held already, or when it was cancelled.
    public func callAsFunction(_ form: CourseForm, _ id: Course.ID, version: Int, by caller: Caller) async throws {
        let clerk = CourseClerk(office, caller)
        let applications = ApplicationClerk(office, for: caller)
        try await office.database.write { transaction in
            let dossier = try Self.dossier(id, for: caller, in: transaction)
            guard version == dossier.plan.offering.version else { throw Refusal.conflict(.changedMeanwhile) }
            let free = CourseDossier(plan: dossier.plan, counts: [:])
            let plan = try clerk.read(
                form.onlyMoving(dossier.plan.form), over: dossier.plan, free, in: transaction)
            guard plan != dossier.plan else { return }
            let isMove = plan.isMoved(from: dossier.plan)
            _ = try clerk.replace(
                dossier, with: plan, reason: "", action: isMove ? "course.moved" : "course.changed",
                in: transaction)
            guard isMove, let file = try CourseFile.open(id, in: transaction) else { return }
            for applicant in try Self.seated(on: id, in: transaction) {
                let standing = try Standing(of: caller, toward: applicant.officer.id, on: id, in: transaction)
                try applications.perform(
                    .moveDates, on: applicant.record, of: applicant.officer, file: file, by: standing,
                    request: ApplicationRequest(), in: transaction)
            }
        }
    }

    private static func dossier(
        _ id: Course.ID, for caller: Caller, in transaction: borrowing Transaction
    ) throws -> CourseDossier {
        let dossier = try EditCourse.dossier(id, for: caller, in: transaction)
        guard dossier.plan.course.status != .cancelled else { throw Refusal.conflict(.courseCancelled) }
        guard !dossier.wasHeld else { throw Refusal.conflict(.courseHeld) }
        return dossier
    }

    /// More than any course has; a bound all the same.
    private static let mostSeats = 5000

    private static func seated(on id: Course.ID, in transaction: borrowing Transaction) throws -> [Applicant] {
        try ApplicationState.allCases.filter(\.holdsSeat).flatMap {
            try Applications.page(of: id, in: $0, after: nil, limit: mostSeats, in: transaction)
        }
    }

    private static func clashes(of id: Course.ID, in transaction: borrowing Transaction) throws -> [Clash] {
        guard let file = try CourseFile.open(id, in: transaction) else { return [] }
        var clashes: [Clash] = []
        for state in ApplicationState.allCases where state.holdsSeat {
            for (officer, courses) in try file.clashes(ofThose: state, in: transaction) {
                let name = try Officers.find(officer, in: transaction)?.name.text ?? ""
                clashes.append(Clash(name: name, courses: courses.map(\.code.text).sorted()))
            }
        }
        return clashes.sorted { $0.name < $1.name }
    }
}

extension CourseForm {
    /// The recorded form with this one's timetable, place and four days in it.
    fileprivate func onlyMoving(_ recorded: CourseForm) -> CourseForm {
        var form = recorded
        for field in [Field.venue, .closing, .decision, .confirmation, .freeze] { form[field] = self[field] }
        form.sessions = sessions
        let kept = Set(sessions.map(\.id))
        form.sessions += recorded.sessions.filter { !kept.contains($0.id) }.map { row in
            var row = row
            row.isCancelled = true
            return row
        }
        return form
    }
}

extension CoursePlan {
    /// Whether those who hold seats must be told.
    fileprivate func isMoved(from old: CoursePlan) -> Bool {
        let held = Course.timetable(course.sessions.filter { !$0.isCancelled })
        return held != Course.timetable(old.course.sessions.filter { !$0.isCancelled })
            || course.venue != old.course.venue
    }
}
