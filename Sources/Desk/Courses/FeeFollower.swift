import Academy
import Records
import SQL

/// Lets participants' fees follow a course's new price, as the fee's law has it: what was verified stays verified.
struct FeeFollower: Sendable {
    let office: Office
    let caller: Caller
    let now: Instant

    /// - Returns: officers whose fee is settled by it.
    func follow(_ course: Course, in transaction: borrowing Transaction) throws -> [Officer.ID] {
        var participations: [ParticipationRecord] = []
        try Participations.each(of: course.id, in: transaction) { participations.append($0) }
        var settled: [Officer.ID] = []
        for participation in participations {
            guard let state = destination(participation, course.fee) else { continue }
            try write(state, to: participation, in: transaction)
            if state == .notApplicable { settled.append(participation.officer) }
        }
        return settled
    }

    /// nil where the new price changes nothing; whoever has done with the course is not asked for money afterwards.
    private func destination(_ participation: ParticipationRecord, _ fee: Sen) -> FeeState? {
        if fee > .zero, participation.outcome != .pending { return nil }
        let outcome = FeeLaw.move(
            from: participation.fee, on: .followPrice, by: .system,
            in: FeeCircumstances(application: participation.outcome.application, expected: fee))
        guard case .moved(let transition) = outcome else { return nil }
        return transition.to
    }

    private func write(
        _ state: FeeState, to participation: ParticipationRecord, in transaction: borrowing Transaction
    ) throws {
        var changed = participation
        changed.fee = state
        changed.paid = .init(by: caller.account, at: now)
        guard try Participations.update(changed, in: transaction) else { throw Refusal.conflict(.changedMeanwhile) }
        try AuditLog.append(
            AuditEntry(
                at: now, actor: caller.account, onBehalfOf: participation.officer.text, action: "fee.follow_price",
                subjectKind: "participation", subjectID: participation.id.text, before: participation.fee.rawValue,
                after: state.rawValue, requestID: caller.requestID),
            in: transaction)
        try CertificateKeeper(office: office).settle(changed, by: caller, at: now, in: transaction)
    }
}
