public import Academy
public import Records
import SQL

/// A request not to attend, as its officer and the course's staff see it.
public struct ReleaseSummary: Sendable, Hashable {
    public let id: ReleaseRecord.ID
    public let reason: String
    public let letter: UploadSummary
    public let requestedAt: Instant
    public let outcome: Outcome
    public let decidedAt: Instant?
    /// The coordinator's words.
    public let remark: String
    /// Everybody who was named, the first first; at most the last is still asked.
    public let nominees: [NomineeSummary]

    /// What was decided; the raw value is stable.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        case waiting, replaced, released, refused, closed
    }

    public var openNominee: NomineeSummary? { nominees.last { $0.isOpen } }

    init?(_ record: ReleaseRecord, in transaction: borrowing Transaction) throws {
        guard let letter = try Uploads.find(record.letter, in: transaction) else { return nil }
        id = record.id
        reason = record.reason
        self.letter = UploadSummary(letter)
        requestedAt = record.requestedAt
        outcome = Outcome(record.outcome)
        decidedAt = record.decidedAt
        remark = record.remark
        nominees = try Nominations.of(record.id, in: transaction)
            .compactMap { try NomineeSummary($0, in: transaction) }
    }
}

extension ReleaseSummary.Outcome {
    fileprivate init(_ outcome: ReleaseRecord.Outcome) {
        self =
            switch outcome {
            case .waiting: .waiting
            case .replaced: .replaced
            case .released: .released
            case .refused: .refused
            case .closed: .closed
            }
    }
}

/// Somebody who was named as a replacement, and how far it has come.
public struct NomineeSummary: Sendable, Hashable {
    /// The replacement's own application.
    public let application: Application.ID
    public let officer: Officer.ID
    public let name: String
    public let post: String
    public let station: String
    public let state: ApplicationState
    public let namedAt: Instant
    public let expiresAt: Instant
    public let acceptedAt: Instant?
    public let supportedAt: Instant?
    /// Of the replacement's own supervisor; empty before the replacement has accepted.
    public let supervisor: String

    /// Whether it still may lead to the seat.
    public var isOpen: Bool { state == .nominated }

    /// Whose turn it is; the raw value is stable.
    public enum Turn: String, Sendable, Hashable, CaseIterable { case nominee, supervisor, academy }

    public var turn: Turn { acceptedAt == nil ? .nominee : supportedAt == nil ? .supervisor : .academy }

    init?(_ row: NominationRecord, in transaction: borrowing Transaction) throws {
        guard let record = try Applications.find(row.application, in: transaction),
            let officer = try Officers.find(record.officer, in: transaction)
        else { return nil }
        application = record.id
        self.officer = officer.id
        name = officer.name.text
        post = "\(officer.post) \(officer.grade)"
        station = officer.station
        state = record.state
        namedAt = row.namedAt
        expiresAt = row.expiresAt
        acceptedAt = row.acceptedAt
        supportedAt = row.supportedAt
        supervisor = record.supervisor.name
    }
}
