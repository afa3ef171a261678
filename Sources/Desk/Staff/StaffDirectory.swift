public import Academy
import Records
public import SQL

/// Who knows the department's staff.
///
/// Not being found is an answer; not being reachable is none, and never opens an account.
public struct StaffDirectory: Sendable {
    private let find: @Sendable (MyKad) async throws -> StaffMember?

    /// - Parameter find: gives the person of a MyKad number, nil when the department has none; throws when it cannot tell.
    public init(_ find: @escaping @Sendable (MyKad) async throws -> StaffMember?) { self.find = find }

    /// The table that `akmal import staff` fills; before the first import it cannot tell anything.
    public static func table(in database: any Database) -> StaffDirectory {
        StaffDirectory { myKad in
            try await database.read { transaction in
                if let member = try Staff.find(myKad: myKad, in: transaction) { return member }
                if try Staff.isEmpty(in: transaction) { throw NeverImported() }
                return nil
            }
        }
    }

    /// - Throws: ``Refusal/directoryUnreachable``, whatever the cause.
    public func callAsFunction(_ myKad: MyKad) async throws -> StaffMember? {
        do {
            return try await find(myKad)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw Refusal.directoryUnreachable
        }
    }

    private struct NeverImported: Error {}
}
