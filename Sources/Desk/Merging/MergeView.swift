public import Academy
import Records
import SQL

/// Two records of one person beside each other, as an administrator weighs them.
public struct MergeView: Sendable, Hashable {
    public let kept: Side
    public let gone: Side
    /// What stands in the way; empty when they may become one.
    public let obstacles: [Obstacle]
    /// What goes over to the kept record.
    public let moving: [Moving]
    public let account: AccountFate

    public struct Side: Sendable, Hashable {
        public let id: Officer.ID
        public let name: String
        public let myKad: String
        public let email: String
        public let post: String
        public let station: String
        public let isServing: Bool
        /// What its account signs in with; nil where it has none.
        public let account: String?
    }

    public struct Obstacle: Sendable, Hashable {
        /// Of ``RecordMerge/Obstacle``.
        public let code: String
        public let courses: [CourseSummary]
    }

    /// How many of a kind go over.
    public struct Moving: Sendable, Hashable {
        /// Code.
        public let kind: String
        public let count: Int
    }

    /// What becomes of the accounts.
    public enum AccountFate: String, Sendable, Hashable, CaseIterable {
        case none
        /// The kept record's stays.
        case stays
        /// The other record's becomes the kept one's.
        case moves
        /// Both have one: the other record's is closed.
        case closes
    }

    init(_ case: MergeCase, in transaction: borrowing Transaction) throws {
        kept = Side(`case`.kept, `case`.keptAccount)
        gone = Side(`case`.gone, `case`.goneAccount)
        obstacles = try `case`.obstacles.map { obstacle in
            Obstacle(
                code: obstacle.code,
                courses: try obstacle.courses.compactMap {
                    try Courses.find($0, in: transaction).map(CourseSummary.init)
                })
        }
        moving = `case`.belongings.kinds
        account = `case`.fate
    }
}

extension MergeView.Side {
    fileprivate init(_ officer: Officer, _ account: AccountRecord?) {
        self.init(
            id: officer.id, name: officer.name.text, myKad: officer.myKad.formatted, email: officer.email.text,
            post: "\(officer.post) \(officer.grade)", station: officer.station, isServing: officer.isActive,
            account: account?.name)
    }
}

/// Two records with everything that decides whether they may become one, read in one transaction.
struct MergeCase: Sendable {
    let kept: Officer
    let gone: Officer
    let keptAccount: AccountRecord?
    let goneAccount: AccountRecord?
    let obstacles: [RecordMerge.Obstacle]
    let belongings: Belongings

    init(
        _ kept: Officer, _ gone: Officer, by caller: Caller, in transaction: borrowing Transaction
    ) throws {
        self.kept = kept
        self.gone = gone
        keptAccount = try Accounts.find(officer: kept.id, in: transaction)
        goneAccount = try Accounts.find(officer: gone.id, in: transaction)
        obstacles = RecordMerge.obstacles(
            keeping: try OfficerMerges.side(of: kept.id, in: transaction),
            dissolving: try OfficerMerges.side(of: gone.id, in: transaction), by: caller.officer)
        belongings = try OfficerMerges.belongings(of: gone.id, in: transaction)
    }

    var fate: MergeView.AccountFate {
        switch (keptAccount, goneAccount) {
        case (nil, nil): .none
        case (_?, nil): .stays
        case (nil, _?): .moves
        case (_?, _?): .closes
        }
    }
}

extension Belongings {
    /// By kind, also those of which there are none.
    var kinds: [MergeView.Moving] {
        [
            .init(kind: "applications", count: applications), .init(kind: "participations", count: participations),
            .init(kind: "receipts", count: receipts), .init(kind: "certificates", count: certificates),
            .init(kind: "uploads", count: uploads), .init(kind: "corrections", count: corrections),
        ]
    }
}
