public import Academy
import Records
import SQL

/// Finds an officer by MyKad number, for staff.
public struct FindOfficer: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/notFound``.
    public func callAsFunction(myKad: MyKad) async throws -> Officer {
        guard let officer = try await office.database.read({ try Officers.find(myKad: myKad, in: $0) }) else {
            throw Refusal.notFound
        }
        return officer
    }
}
