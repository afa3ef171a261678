import Records
import SQL

/// Whether requests can be served: the database answers.
public struct CheckReadiness: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// Throws what the database throws.
    public func callAsFunction() async throws {
        _ = try await office.database.read { try Courses.isEmpty(in: $0) }
    }
}
