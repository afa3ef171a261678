public import Academy
import Records
import SQL

/// Makes two records of one person one: *Gabung rekod*.
///
/// The kept record says who the person is, and takes over everything of the other: applications, participations with
/// their receipts, certificates as they were printed, files, requests and history, and the account where it has none of
/// its own. The other's number leads to it from now on, also in exports of ezHR: see ``ImportStaff``.
public struct MergeRecords: Sendable {
    private let office: Office
    private static let shown = 20

    public init(_ office: Office) { self.office = office }

    /// What was merged, the latest first.
    /// - Throws: ``Refusal/forbidden`` for anybody but an administrator.
    public func latest(by caller: Caller) async throws -> [MergedRecord] {
        guard Permission.mergeRecords(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read { transaction in
            try OfficerMerges.latest(limit: Self.shown, in: transaction).compactMap { merge in
                guard let kept = try Officers.find(merge.kept, in: transaction) else { return nil }
                return MergedRecord(merge, kept)
            }
        }
    }

    /// What would become of the two, without doing it.
    /// - Returns: nil when they are one already.
    /// - Throws: ``Refusal/forbidden``; ``Refusal/invalid(_:)`` with `kekal` and `lebur`: `missing`, `mykad_wrong`,
    ///   `same_record`, `record_unknown`.
    public func preview(_ form: MergeForm, by caller: Caller) async throws -> MergeView? {
        guard Permission.mergeRecords(by: caller) else { throw Refusal.forbidden }
        let numbers = try form.numbers()
        return try await office.database.read { transaction in
            switch try MergePair(numbers, in: transaction) {
            case .merged: nil
            case .two(let kept, let gone):
                try MergeView(MergeCase(kept, gone, by: caller, in: transaction), in: transaction)
            }
        }
    }

    /// Merging again what is one already changes nothing.
    /// - Throws: what ``preview(_:by:)`` throws; ``Refusal/invalid(_:)`` with `sebab` (those of ``ReasonText``);
    ///   ``Refusal/conflict(_:)`` with `mergeObstructed`.
    public func callAsFunction(_ form: MergeForm, reason: String, by caller: Caller) async throws {
        guard Permission.mergeRecords(by: caller) else { throw Refusal.forbidden }
        let numbers = try form.numbers()
        let reason = try Self.reason(reason)
        let act = MergeAct(office: office, caller: caller, now: office.surroundings.now(), reason: reason)
        try await office.database.write { transaction in
            guard case .two(let kept, let gone) = try MergePair(numbers, in: transaction) else { return }
            let file = try MergeCase(kept, gone, by: caller, in: transaction)
            guard file.obstacles.isEmpty else { throw Refusal.conflict(.mergeObstructed) }
            try act.write(file, in: transaction)
        }
    }

    private static func reason(_ typed: String) throws(Refusal) -> String {
        do throws(ReasonText.Problem) {
            return try ReasonText(parsing: typed).text
        } catch {
            throw .invalid([FieldProblem(field: "sebab", code: error.code)])
        }
    }
}

/// A merge that was done, as administrators see it.
public struct MergedRecord: Sendable, Hashable {
    public let name: String
    public let myKad: String
    public let keptName: String
    public let keptMyKad: String
    public let kept: Officer.ID
    public let reason: String
    public let by: String
    public let at: Instant

    init(_ merge: MergeRecord, _ officer: Officer) {
        name = merge.name
        myKad = merge.myKad.formatted
        keptName = officer.name.text
        keptMyKad = officer.myKad.formatted
        kept = officer.id
        reason = merge.reason
        by = merge.by
        at = merge.at
    }
}

/// A merge with everything at hand to be written.
private struct MergeAct: Sendable {
    let office: Office
    let caller: Caller
    let now: Instant
    let reason: String

    func write(_ file: MergeCase, in transaction: borrowing Transaction) throws {
        let (kept, gone) = (file.kept, file.gone)
        try OfficerMerges.insert(
            MergeRecord(gone, into: kept.id, reason: reason, by: caller.account, at: now), in: transaction)
        try settleAccounts(file, in: transaction)
        try OfficerMerges.handOver(gone.id, to: kept.id, in: transaction)
        try Staff.remove(gone.myKad, in: transaction)
        try PersonHistory(surroundings: office.surroundings, now: now, by: caller.account).note(
            StaffField.myKad.rawValue, from: gone.myKad.digits, to: kept.myKad.digits, of: kept.id, source: .merge,
            in: transaction)
        try AuditLog.append(
            AuditEntry(
                at: now, actor: caller.account, onBehalfOf: kept.id.text, action: "officer.merged",
                subjectKind: "officer", subjectID: kept.id.text, before: "\(gone.id.text) \(gone.myKad.masked)",
                after: file.belongings.kinds.map { "\($0.kind): \($0.count)" }.joined(separator: ", "), reason: reason,
                requestID: caller.requestID),
            in: transaction)
    }

    /// The person is told at both addresses which account is left.
    private func settleAccounts(_ file: MergeCase, in transaction: borrowing Transaction) throws {
        let letters = AccountLetters(office: office)
        if let gone = file.goneAccount, let kept = file.keptAccount {
            try Accounts.dissolve(gone.id, into: kept.id, in: transaction)
            for address in [kept.name, gone.name] where kept.isActive {
                try Outbox.add(try letters.merged(to: address, for: .init(kept)), at: now, in: transaction)
            }
        } else if let gone = file.goneAccount {
            try Accounts.hand(gone.id, to: file.kept, in: transaction)
            guard gone.isActive, gone.hasAddress else { return }
            try Outbox.add(try letters.merged(to: gone.name, for: .init(gone)), at: now, in: transaction)
        }
    }
}
