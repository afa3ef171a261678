import Academy
import Records
import SQL

/// Ends nominations that nobody answered in time, and asks the officers for another name.
///
/// It belongs to whatever looks at the clock; running it twice, or in two processes, ends each once.
public struct ExpireNominations: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Returns: how many have ended; fewer than `limit` when none is left.
    @discardableResult
    public func callAsFunction(limit: Int = 100, requestID: String) async throws -> Int {
        let due = try await office.database.read { transaction in
            try Nominations.overdue(at: office.surroundings.now(), limit: limit, in: transaction)
        }
        var ended = 0
        for nomination in due where try await end(nomination.application, requestID) { ended += 1 }
        return ended
    }

    /// In a transaction of its own, so that one that cannot be ended does not hold up others.
    private func end(_ id: ApplicationRecord.ID, _ requestID: String) async throws -> Bool {
        let clerk = ApplicationClerk(office, for: .system(requestID: requestID))
        return try await office.database.write { transaction in
            guard let record = try Applications.find(id, in: transaction), record.state == .nominated,
                let officer = try Officers.find(record.officer, in: transaction),
                let file = try CourseFile.open(record.course, in: transaction)
            else { return false }
            do {
                let moved = try clerk.perform(
                    .lapse, on: record, of: officer, file: file, by: .system, request: ApplicationRequest(),
                    in: transaction)
                return moved.state != .nominated
            } catch Refusal.workflow {
                // Answered between the two transactions.
                return false
            }
        }
    }
}
