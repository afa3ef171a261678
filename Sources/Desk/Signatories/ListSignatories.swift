public import Academy
public import Records
import SQL

/// A signatory as the list shows it.
public struct SignatorySummary: Sendable, Hashable {
    public let id: String
    public let name: String
    public let postMalay: String
    public let postEnglish: String
    public let term: TermOfOffice
    /// The post is held today.
    public let isInOffice: Bool

    init(_ signatory: SignatoryRecord, today: Day) {
        id = signatory.id.text
        name = signatory.name
        postMalay = signatory.postMalay
        postEnglish = signatory.postEnglish
        term = signatory.term
        isInOffice = signatory.term.covers(today)
    }
}

/// *Penandatangan*: whose names stand under certificates.
public struct ListSignatories: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// By post, then the latest first.
    public func callAsFunction(by caller: Caller) async throws -> [SignatorySummary] {
        guard Permission.manageSignatories(by: caller) else { throw Refusal.forbidden }
        let today = office.surroundings.now().day
        let first = Day(daysSinceEpoch: 0)
        return try await office.database.read { transaction in
            try Signatories.all(limit: SignatoryInOffice.most, in: transaction)
                .map { SignatorySummary($0, today: today) }
                .sorted { one, other in
                    one.postMalay == other.postMalay
                        ? one.term.from ?? first > other.term.from ?? first : one.postMalay < other.postMalay
                }
        }
    }

    /// - Throws: ``Refusal/forbidden``; ``Refusal/notFound``.
    public func one(_ id: SignatoryRecord.ID, by caller: Caller) async throws -> SignatorySummary {
        guard Permission.manageSignatories(by: caller) else { throw Refusal.forbidden }
        let today = office.surroundings.now().day
        return try await office.database.read { transaction in
            guard let found = try Signatories.find(id, in: transaction) else { throw Refusal.notFound }
            return SignatorySummary(found, today: today)
        }
    }
}

extension Permission {
    static func manageSignatories(by caller: Caller) -> Bool { caller.has(.administrator) }
}
