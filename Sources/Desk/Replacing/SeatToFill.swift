import Academy
import Records
import SQL

/// A seat that its officer gives back, with everything that decides who may take it.
struct SeatToFill {
    let original: ApplicationRecord
    let file: CourseFile
    /// Whose seats led to this one, oldest first.
    private let chain: [Officer.ID]

    /// Longer than any course has hours to replace people in.
    private static let longestChain = 64

    init(_ original: ApplicationRecord, file: CourseFile, in transaction: borrowing Transaction) throws {
        self.original = original
        self.file = file
        var chain: [Officer.ID] = []
        var link = try Nominations.find(original.id, in: transaction)
        while let before = link, chain.count < Self.longestChain {
            guard let record = try Applications.find(before.original, in: transaction) else { break }
            chain.append(record.officer)
            link = try Nominations.find(record.id, in: transaction)
        }
        self.chain = chain.reversed()
    }

    /// - Parameter own: the candidate's own nomination, which does not stand in its own way.
    func candidate(
        _ officer: Officer, except own: ApplicationRecord.ID? = nil, in transaction: borrowing Transaction
    ) throws -> ReplacementCandidate {
        let circumstances = try file.circumstances(of: officer, except: own, in: transaction)
        return ReplacementCandidate(
            officer: officer.id, original: original.officer, isActive: circumstances.isActive,
            meetsCourseRules: circumstances.meetsCourseRules,
            hasLiveApplication: circumstances.earlier.contains(where: \.isLive),
            hasClosedApplication: circumstances.earlier.contains { $0.isFinal && !$0.mayBeFollowed },
            hasClash: circumstances.hasClash, isSupervisor: officer.email.text == original.supervisor.email,
            chain: chain)
    }
}

extension CourseFile {
    /// Until when a supervisor may answer: the academy's decision day, or of a nomination as long as it stands.
    func supportEnds(
        for record: ApplicationRecord, at now: Instant, in transaction: borrowing Transaction
    ) throws -> Instant {
        guard record.state == .nominated else { return .end(of: deadlines.decision) }
        guard let row = try Nominations.find(record.id, in: transaction), row.acceptedAt != nil else {
            return NominationClock.expiry(from: now, starts: starts)
        }
        return row.expiresAt
    }
}
