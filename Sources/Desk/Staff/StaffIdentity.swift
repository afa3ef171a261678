import Academy
import Records
import SQL

/// Finds out whom a row of an export means, and holds it against the corrections that were accepted here.
///
/// ezHR stays the source. Where it says by now what was corrected, the correction is done with; where it still says the old,
/// the correction stands, and the next export is asked again; where it says a third thing, that holds.
struct StaffIdentity: Sendable {
    let now: Instant
    let caller: Caller

    /// The person as the row tells them, with the corrections that ezHR does not know of yet.
    func corrected(_ told: StaffMember, in transaction: borrowing Transaction) throws -> StaffMember {
        let present = try Officers.find(myKad: told.myKad, in: transaction)?.id
        guard let officer = try present ?? Corrections.officer(formerly: told.myKad, in: transaction) else {
            return told
        }
        var member = told
        for correction in try Corrections.unconfirmed(of: officer, in: transaction) {
            switch correction.field.text(of: told) {
            case correction.wanted: try settle(correction, as: .confirmed, in: transaction)
            case correction.before: member = correction.field.applying(correction.wanted, to: member) ?? member
            default: try settle(correction, as: .overtaken, in: transaction)
            }
        }
        return member
    }

    /// The number under which a person is known here.
    func present(_ myKad: MyKad, in transaction: borrowing Transaction) throws -> MyKad {
        guard let officer = try Corrections.officer(formerly: myKad, in: transaction) else { return myKad }
        return try Officers.find(officer, in: transaction)?.myKad ?? myKad
    }

    /// The number of the record of which this number's has become part; nil for a number of its own.
    func merged(_ myKad: MyKad, in transaction: borrowing Transaction) throws -> MyKad? {
        guard try Officers.find(myKad: myKad, in: transaction) == nil,
            let kept = try OfficerMerges.kept(formerly: myKad, in: transaction)
        else { return nil }
        return try Officers.find(kept, in: transaction)?.myKad
    }

    /// The number that somebody had before ezHR gave them the row's: the address is the same, the old number stands nowhere
    /// in the file, and the name or the birth date is the same.
    func formerNumber(
        of member: StaffMember, unless numbers: Set<MyKad>, in transaction: borrowing Transaction
    ) throws -> MyKad? {
        guard let email = member.email, try Officers.find(myKad: member.myKad, in: transaction) == nil,
            try Staff.find(myKad: member.myKad, in: transaction) == nil,
            let officer = try Officers.find(email: email.text, in: transaction), !numbers.contains(officer.myKad)
        else { return nil }
        let isSamePerson =
            officer.name == member.name || officer.myKad.digits.prefix(6) == member.myKad.digits.prefix(6)
        return isSamePerson ? officer.myKad : nil
    }

    private func settle(
        _ correction: CorrectionRecord, as state: CorrectionRecord.State, in transaction: borrowing Transaction
    ) throws {
        try Corrections.settle(correction.id, as: state, in: transaction)
        try AuditLog.append(
            AuditEntry(
                at: now, actor: caller.account, onBehalfOf: correction.officer.text,
                action: "correction.\(state.rawValue)", subjectKind: "correction", subjectID: correction.id.text,
                before: correction.state.rawValue, after: state.rawValue, requestID: caller.requestID),
            in: transaction)
    }
}
