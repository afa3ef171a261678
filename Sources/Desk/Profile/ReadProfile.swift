public import Academy
import Records
import SQL

/// *Profil*: what the staff directory says of the caller, what the caller tells, and how both came to be.
public struct ProfileView: Sendable, Hashable {
    /// ID Pengguna.
    public let account: String
    public let displayName: String
    public let language: Language
    /// nil for an account that is no officer's.
    public let person: Person?

    public struct Person: Sendable, Hashable {
        /// In the order of ``StaffField``; a value as it is stored, empty where the directory holds none.
        public let directory: [DirectoryLine]
        public let sex: MyKad.Sex
        public let details: PersonalDetails
        /// Of the details; 0 before the first were saved.
        public let version: Int
        public let corrections: [CorrectionView]
        public let history: [ChangeView]
    }
}

/// One thing that the staff directory says.
public struct DirectoryLine: Sendable, Hashable {
    public let field: StaffField
    public let value: String
}

/// One change of a detail, as its person sees it.
public struct ChangeView: Sendable, Hashable {
    public let field: String
    public let before: String
    public let after: String
    public let by: String
    public let at: Instant
    /// `own`, `correction` or `directory`.
    public let source: String
}

/// A request for correction, as the officer and administrators see it.
public struct CorrectionView: Sendable, Hashable {
    public let id: String
    public let field: StaffField
    public let before: String
    public let wanted: String
    public let reason: String
    public let upload: UploadSummary?
    public let requestedAt: Instant
    /// `waiting`, `refused`, `accepted`, `confirmed` or `overtaken`.
    public let state: String
    public let decidedBy: String
    public let decidedAt: Instant?
    public let decisionReason: String

    init(_ record: CorrectionRecord, _ upload: UploadRecord?) {
        id = record.id.text
        field = record.field
        before = record.before
        wanted = record.wanted
        reason = record.reason
        self.upload = upload.map(UploadSummary.init)
        requestedAt = record.requestedAt
        state = record.state.rawValue
        decidedBy = record.decidedBy
        decidedAt = record.decidedAt
        decisionReason = record.decisionReason
    }

    init(_ record: CorrectionRecord, in transaction: borrowing Transaction) throws {
        self.init(record, try record.upload.flatMap { try Uploads.find($0, in: transaction) })
    }
}

public struct ReadProfile: Sendable {
    private let office: Office
    private static let historyShown = 50

    public init(_ office: Office) { self.office = office }

    public func callAsFunction(by caller: Caller) async throws -> ProfileView {
        try await office.database.read { transaction in
            guard let account = try Accounts.find(name: caller.account, in: transaction) else { throw Refusal.notFound }
            return ProfileView(
                account: account.name, displayName: account.displayName, language: account.language,
                person: try caller.officer.map { try Self.person($0, in: transaction) })
        }
    }

    private static func person(
        _ id: Officer.ID, in transaction: borrowing Transaction
    ) throws -> ProfileView.Person {
        guard let officer = try Officers.find(id, in: transaction) else { throw Refusal.notFound }
        let member = try StaffMember.of(officer, in: transaction)
        let saved = try PersonalDetailsStore.find(id, in: transaction)
        return ProfileView.Person(
            directory: StaffField.allCases.map { DirectoryLine(field: $0, value: $0.text(of: member)) },
            sex: officer.myKad.sex,
            details: saved?.details ?? PersonalDetails(), version: saved?.version ?? 0,
            corrections: try Corrections.of(id, limit: historyShown, in: transaction).map {
                try CorrectionView($0, in: transaction)
            },
            history: try PersonChanges.of(id, limit: historyShown, in: transaction).map {
                ChangeView(
                    field: $0.field, before: $0.before, after: $0.after, by: $0.by, at: $0.at,
                    source: $0.source.rawValue)
            })
    }
}

extension StaffMember {
    /// What the directory says of an officer; for one whom it has never named, what the officer's own row says.
    static func of(_ officer: Officer, in transaction: borrowing Transaction) throws -> StaffMember {
        var member =
            try Staff.find(myKad: officer.myKad, in: transaction)
            ?? StaffMember(
                myKad: officer.myKad, name: officer.name, email: officer.email, post: officer.post,
                grade: officer.grade, station: officer.station, state: officer.state)
        if member.email == nil { member.email = officer.email }
        return member
    }
}
