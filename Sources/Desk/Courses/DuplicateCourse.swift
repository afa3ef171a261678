public import Academy
import Records
import SQL

/// Makes a new series of a course: the same course on other days, as a draft.
public struct DuplicateCourse: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// What the form holds, as typed.
    public struct Form: Sendable, Hashable {
        public var code: String
        /// The day on which the new series begins.
        public var start: String

        public init(code: String = "", start: String = "") {
            self.code = code
            self.start = start
        }
    }

    /// The course that is duplicated, and the id that its new series will have.
    public func open(_ source: Course.ID, by caller: Caller) async throws -> (course: CourseSummary, id: Course.ID) {
        let id: Course.ID = try office.surroundings.newID()
        let course = try await office.database.read { transaction in
            CourseSummary(try EditCourse.dossier(source, for: caller, in: transaction).plan.course)
        }
        return (course, id)
    }

    /// Every day is moved by as much as the first one; whoever duplicates it coordinates it too.
    /// - Parameter id: of ``open(_:by:)``; a series that was made under it is left as it is.
    /// - Throws: ``Refusal/invalid(_:)`` with fields `kod` and `mula`.
    public func callAsFunction(
        _ source: Course.ID, as id: Course.ID, _ form: Form, by caller: Caller
    ) async throws {
        guard id.isWellMade else { throw Refusal.notFound }
        let clerk = CourseClerk(office, caller)
        try await office.database.write { transaction in
            let dossier = try EditCourse.dossier(source, for: caller, in: transaction)
            if try Courses.find(id, in: transaction) != nil { return }
            let (code, start) = try Self.read(form, in: transaction)
            var plan = try dossier.plan.series(id, code: code, start: start) { try office.surroundings.newID() }
            if let own = try EditCourse.ownAccount(caller, in: transaction) { plan.coordinators.insert(own) }
            try clerk.insert(plan, from: source, in: transaction)
        }
    }

    private static func read(
        _ form: Form, in transaction: borrowing Transaction
    ) throws -> (CourseCode, Day) {
        var problems: [FieldProblem] = []
        let code = CourseCode(parsing: form.code.trimmed)
        if form.code.trimmed.isEmpty {
            problems.append(FieldProblem(field: "kod", code: "missing"))
        } else if let code {
            if try Courses.find(code: code, in: transaction) != nil {
                problems.append(FieldProblem(field: "kod", code: "code_taken"))
            }
        } else {
            problems.append(FieldProblem(field: "kod", code: "code_wrong"))
        }
        let start = Day(typed: form.start)
        if start == nil {
            problems.append(
                FieldProblem(field: "mula", code: form.start.trimmed.isEmpty ? "missing" : "day_wrong"))
        }
        guard let code, let start, problems.isEmpty else { throw Refusal.invalid(problems) }
        return (code, start)
    }
}

extension CoursePlan {
    /// The same course from another day on; sessions that were cancelled are held again.
    func series(
        _ id: Course.ID, code: CourseCode, start: Day, newID: () throws -> Session.ID
    ) throws -> CoursePlan {
        let shift = course.sessions.first.map { start.daysSinceEpoch - $0.day.daysSinceEpoch } ?? 0
        let sessions = try course.sessions.map { session in
            Session(
                id: try newID(), day: session.day.adding(days: shift), start: session.start, end: session.end,
                minutes: session.minutes, isMandatory: session.isMandatory)
        }
        var offer = OfferingRecord(
            course: id, mode: offering.mode, objectives: offering.objectives, target: offering.target,
            prerequisites: offering.prerequisites, rules: offering.rules, days: offering.days)
        offer.days = .init(
            closing: offering.days.closing.adding(days: shift), decision: offering.days.decision.adding(days: shift),
            confirmation: offering.days.confirmation.adding(days: shift),
            freeze: offering.days.freeze.adding(days: shift))
        return CoursePlan(
            course: Course(
                id: id, code: code, titleMalay: course.titleMalay, titleEnglish: course.titleEnglish,
                studyCentre: course.studyCentre, venue: course.venue, fee: course.fee,
                minimumAttendance: course.minimumAttendance, sessions: sessions, status: .planned),
            offering: offer, speakers: speakers, coordinators: coordinators, signatories: signatories)
    }
}
