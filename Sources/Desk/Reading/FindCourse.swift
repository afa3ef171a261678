public import Academy
import Records
import SQL

/// Finds a course by the code that people type.
public struct FindCourse: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/notFound``.
    public func callAsFunction(code: CourseCode) async throws -> CourseSummary {
        guard let course = try await office.database.read({ try Courses.find(code: code, in: $0) }) else {
            throw Refusal.notFound
        }
        return CourseSummary(course)
    }
}
