public import Academy
public import Records
import SQL

/// Accepts or refuses a request for correction.
///
/// Accepting writes the wanted value over the officer's row and the directory's, keeps the old one in the history, and
/// holds against ezHR until its next export: see ``ImportStaff``. Certificates that were issued stay as they were printed.
public struct DecideCorrection: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    public enum Decision: Sendable, Hashable {
        case accept
        case refuse(reason: String)
    }

    /// Deciding the same again changes nothing.
    /// - Throws: ``Refusal/forbidden`` for anybody but an administrator, and for one's own; ``Refusal/notFound``;
    ///   ``Refusal/conflict(_:)`` with `alreadyDecided`; ``Refusal/invalid(_:)`` with `reason` (those of ``ReasonText``) or
    ///   `decision` (`wanted_taken`: another person has that MyKad number or address by now).
    public func callAsFunction(_ id: CorrectionRecord.ID, _ decision: Decision, by caller: Caller) async throws {
        guard Permission.seeCorrections(by: caller) else { throw Refusal.forbidden }
        let reason = try Self.reason(of: decision)
        let surroundings = office.surroundings
        do {
            try await office.database.write { transaction in
                guard let correction = try Corrections.find(id, in: transaction),
                    let officer = try Officers.find(correction.officer, in: transaction)
                else { throw Refusal.notFound }
                guard Permission.decideCorrection(of: officer.id, by: caller) else { throw Refusal.forbidden }
                let verdict = Verdict(
                    correction: correction, officer: officer, state: decision == .accept ? .accepted : .refused,
                    reason: reason, caller: caller, surroundings: surroundings)
                try verdict.write(in: transaction)
            }
        } catch let error as SQLError where error.kind.isUnique {
            throw Refusal.invalid([FieldProblem(field: "decision", code: "wanted_taken")])
        }
    }

    private static func reason(of decision: Decision) throws(Refusal) -> String {
        guard case .refuse(let typed) = decision else { return "" }
        do throws(ReasonText.Problem) {
            return try ReasonText(parsing: typed).text
        } catch {
            throw .invalid([FieldProblem(field: "reason", code: error.code)])
        }
    }
}

/// A decision with everything at hand to be written.
private struct Verdict: Sendable {
    let correction: CorrectionRecord
    let officer: Officer
    let state: CorrectionRecord.State
    let reason: String
    let caller: Caller
    let surroundings: Surroundings

    func write(in transaction: borrowing Transaction) throws {
        guard correction.state == .waiting else {
            let isSame = state == .refused ? correction.state == .refused : correction.state != .refused
            if isSame { return }
            throw Refusal.conflict(.alreadyDecided)
        }
        let now = surroundings.now()
        guard
            try Corrections.move(
                correction, to: state, by: caller.account, reason: reason, at: now, in: transaction)
        else { throw Refusal.conflict(.alreadyDecided) }
        if state == .accepted { try apply(at: now, in: transaction) }
        let notice = NoticeRecord(
            id: try surroundings.newID(), kind: "correction.\(state.rawValue)",
            values: ["field": correction.field.rawValue, "reason": reason, "link": "/profil"], createdAt: now)
        try Notices.add(notice, to: try address(in: transaction), in: transaction)
        try AuditLog.append(
            AuditEntry(
                at: now, actor: caller.account, onBehalfOf: officer.id.text, action: "correction.\(state.rawValue)",
                subjectKind: "correction", subjectID: correction.id.text, before: told(correction.before),
                after: state == .accepted ? told(correction.wanted) : "", reason: reason,
                requestID: caller.requestID),
            in: transaction)
    }

    /// Where the officer is reached by now.
    private func address(in transaction: borrowing Transaction) throws -> String {
        try Officers.find(officer.id, in: transaction)?.email.text ?? officer.email.text
    }

    private func apply(at now: Instant, in transaction: borrowing Transaction) throws {
        let known = try StaffMember.of(officer, in: transaction)
        guard let member = correction.field.applying(correction.wanted, to: known) else { throw Refusal.notFound }
        var updated = officer.following(member)
        updated.isActive = officer.isActive
        try Officers.update(updated, in: transaction)
        if member.myKad != known.myKad { try Staff.renumber(known.myKad, to: member.myKad, in: transaction) }
        try Staff.correct(member, in: transaction)
        try Accounts.follow(updated, formerly: officer, in: transaction)
        try PersonHistory(surroundings: surroundings, now: now, by: caller.account).note(
            correction.field.rawValue, from: correction.field.text(of: known), to: correction.wanted, of: officer.id,
            source: .correction, in: transaction)
    }

    /// As the audit may tell it: a MyKad number only by its last digits.
    private func told(_ value: String) -> String {
        let shown = correction.field == .myKad ? (try? MyKad(parsing: value))?.masked ?? "" : value
        return "\(correction.field.rawValue): \(shown)"
    }
}
