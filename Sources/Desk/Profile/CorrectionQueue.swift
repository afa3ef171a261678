public import Academy
public import Records
import SQL

/// A request for correction as an administrator weighs it.
public struct CorrectionCase: Sendable, Hashable {
    public let request: CorrectionView
    public let officer: String
    public let myKad: String
    public let post: String
    public let station: String
    /// What holds at this moment.
    public let current: String
    /// False on one's own request.
    public let mayDecide: Bool
}

/// Requests for correction, for administrators.
public struct CorrectionQueue: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// What waits, the oldest first; pass the last one's id as `after` for the next page.
    /// - Throws: ``Refusal/forbidden`` for anybody but an administrator.
    public func waiting(
        after key: CorrectionRecord.ID? = nil, limit: Int = 50, by caller: Caller
    ) async throws -> [CorrectionCase] {
        try await list(by: caller) { try Corrections.waiting(after: key, limit: limit, in: $0) }
    }

    /// The latest decisions, the last one first.
    public func decided(limit: Int = 20, by caller: Caller) async throws -> [CorrectionCase] {
        try await list(by: caller) { try Corrections.decided(limit: limit, in: $0) }
    }

    /// - Throws: ``Refusal/forbidden``, ``Refusal/notFound``.
    public func one(_ id: CorrectionRecord.ID, by caller: Caller) async throws -> CorrectionCase {
        let found = try await list(by: caller) { try Corrections.find(id, in: $0).map { [$0] } ?? [] }
        guard let found = found.first else { throw Refusal.notFound }
        return found
    }

    private func list(
        by caller: Caller, _ find: @escaping @Sendable (borrowing Transaction) throws -> [CorrectionRecord]
    ) async throws -> [CorrectionCase] {
        guard Permission.seeCorrections(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read { transaction in
            try find(transaction).compactMap { record in
                guard let officer = try Officers.find(record.officer, in: transaction) else { return nil }
                return CorrectionCase(
                    request: try CorrectionView(record, in: transaction), officer: officer.name.text,
                    myKad: officer.myKad.formatted, post: "\(officer.post) \(officer.grade)",
                    station: officer.station,
                    current: record.field.text(of: try StaffMember.of(officer, in: transaction)),
                    mayDecide: Permission.decideCorrection(of: officer.id, by: caller))
            }
        }
    }
}
