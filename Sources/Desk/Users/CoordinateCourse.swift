public import Academy
public import Records
import SQL

/// Makes an account a coordinator of a course, or no longer.
public struct CoordinateCourse: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// Appointing again changes nothing.
    /// - Parameter code: of the course, as it is typed.
    /// - Throws: ``Refusal/forbidden``, ``Refusal/notFound``; ``Refusal/invalid(_:)`` with `course`: `course_unknown`, or
    ///   `not_coordinator` when the account has not the role.
    public func appoint(_ id: AccountRecord.ID, to code: String, by caller: Caller) async throws {
        let deed = try UserDeed(office, by: caller)
        try await office.database.write { transaction in
            let account = try deed.account(id, in: transaction)
            guard account.roles.contains(.coordinator) else {
                throw Refusal.invalid([FieldProblem(field: "course", code: "not_coordinator")])
            }
            guard let code = CourseCode(parsing: code), let course = try Courses.find(code: code, in: transaction)
            else {
                throw Refusal.invalid([FieldProblem(field: "course", code: "course_unknown")])
            }
            if try Offerings.isCoordinator(account.name, of: course.id, in: transaction) { return }
            try Offerings.addCoordinator(id, to: course.id, in: transaction)
            try deed.note("account.coordinator_added", account, after: course.code.text, in: transaction)
        }
    }

    /// Dismissing again changes nothing.
    public func dismiss(_ id: AccountRecord.ID, from course: Course.ID, by caller: Caller) async throws {
        let deed = try UserDeed(office, by: caller)
        try await office.database.write { transaction in
            let account = try deed.account(id, in: transaction)
            guard let course = try Courses.find(course, in: transaction) else { throw Refusal.notFound }
            guard try Offerings.removeCoordinator(id, from: course.id, in: transaction) else { return }
            try deed.note("account.coordinator_removed", account, before: course.code.text, in: transaction)
        }
    }
}
