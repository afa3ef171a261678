public import Academy
import Records
import SQL

/// Which papers there are of one application.
public struct ApplicationPapers: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// In the order of the workflow.
    public enum Paper: Sendable, Hashable, CaseIterable { case offerLetter, attendanceSlip }

    /// - Throws: ``Refusal/notFound`` when the application is not the caller's to see.
    public func callAsFunction(_ id: Application.ID, by caller: Caller) async throws -> [Paper] {
        try await office.database.read { transaction in
            guard let record = try Applications.find(id, in: transaction) else { throw Refusal.notFound }
            let standing = try Standing(of: caller, toward: record.officer, on: record.course, in: transaction)
            guard Permission.seeApplication(standing, by: caller) else { throw Refusal.notFound }
            let hasAnswer = try SeatAnswer(to: record, in: transaction) != nil
            return (record.state.hasOfferLetter ? [.offerLetter] : []) + (hasAnswer ? [.attendanceSlip] : [])
        }
    }
}
