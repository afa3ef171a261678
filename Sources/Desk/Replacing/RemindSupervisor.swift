public import Academy
import Digests
import Records
import SQL

/// *Hantar semula e-mel*: the supervisor who has not answered gets the link once more.
public struct RemindSupervisor: Sendable {
    private let office: Office
    private static let window: Int64 = 3600

    public init(_ office: Office) { self.office = office }

    /// Earlier links of the same edition go on working.
    /// - Throws: ``Refusal/notFound`` for another's application; ``Refusal/workflow(_:)`` when no supervisor is awaited;
    ///   ``Refusal/throttled(retryAfterSeconds:)`` for a second time within the hour.
    public func callAsFunction(_ id: Application.ID, by caller: Caller) async throws {
        let clerk = ApplicationClerk(office, for: caller)
        try await office.database.write { transaction in
            guard let record = try Applications.find(id, in: transaction),
                let officer = try Officers.find(record.officer, in: transaction),
                let file = try CourseFile.open(record.course, in: transaction)
            else { throw Refusal.notFound }
            let standing = try Standing(of: caller, toward: officer.id, on: record.course, in: transaction)
            guard !standing.parties.isEmpty else { throw Refusal.notFound }
            guard try Self.isAwaited(record, in: transaction) else { throw Refusal.workflow([.wrongState]) }
            let tries = try Throttle.count(
                "remind:\(id.text)", window: Self.window, at: clerk.now, in: transaction)
            guard tries.count == 1 else {
                throw Refusal.throttled(
                    retryAfterSeconds: Int(max(1, (tries.until.milliseconds - clerk.now.milliseconds) / 1000)))
            }
            try clerk.askSupervisorAgain(
                record, of: officer, file: file, isOwn: standing.parties.contains(.applicant), in: transaction)
        }
    }

    static func isAwaited(_ record: ApplicationRecord, in transaction: borrowing Transaction) throws -> Bool {
        switch record.state {
        case .submitted: return true
        case .nominated:
            let row = try Nominations.find(record.id, in: transaction)
            return row?.acceptedAt != nil && row?.supportedAt == nil
        default: return false
        }
    }
}
