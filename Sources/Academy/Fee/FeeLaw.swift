/// How a fee moves from unpaid to settled, as a pure function.
///
/// Only ``FeeState/verified`` counts as paid: an uploaded receipt is a claim. A changed fee leaves what was verified as
/// it is. The fee never changes the application's state.
public enum FeeLaw {
    /// - Returns: Refusals all at once, save that nobody learns more than they may know. A second receipt while the first
    ///   awaits its check is refused; the same upload sent twice is ``FeeOutcome/unchanged(_:)``.
    public static func move(
        from state: FeeState, on event: FeeEvent, by standing: FeeStanding, in circumstances: FeeCircumstances
    ) -> FeeOutcome {
        let attempt = FeeAttempt(event: event, state: state, standing: standing, circumstances: circumstances)
        if let refusal = attempt.refusalOfPerson { return .refused([refusal]) }
        let to = attempt.destination
        if state == to, event != .upload || circumstances.isRepeat { return .unchanged(state) }
        guard attempt.origins.contains(state) else {
            return .refused([attempt.isOvertaken ? .alreadyProcessed : .wrongState])
        }
        let refusals = attempt.refusals
        guard refusals.isEmpty else { return .refused(refusals) }
        return .moved(
            FeeTransition(event: event, from: state, to: to, notices: attempt.notices, effects: attempt.effects))
    }
}

/// The law's answer.
public enum FeeOutcome: Sendable, Hashable {
    case moved(FeeTransition)
    /// It was so already.
    case unchanged(FeeState)
    /// Never empty.
    case refused([FeeRefusal])
}

/// One step of a fee: what the audit row says, who is told, and what else is done in the same transaction.
public struct FeeTransition: Sendable, Hashable {
    public let event: FeeEvent
    public let from: FeeState
    public let to: FeeState
    public let notices: [Notice]
    public let effects: [FeeEffect]

    /// After a rejection the officer has seven more days.
    public static let extraDays = 7
}

/// What else happens with a fee's move; the raw value is stable.
public enum FeeEffect: String, Sendable, Hashable, CaseIterable {
    /// The file joins the receipt's history; files of rejected receipts are kept.
    case keepFile = "keep_file"
    case extendDeadline = "extend_deadline"
    case suspendCertificate = "suspend_certificate"
    /// Look whether the certificate's three conditions now hold.
    case judgeCertificate = "judge_certificate"
}

/// An event about to happen to a fee.
private struct FeeAttempt {
    let event: FeeEvent
    let state: FeeState
    let standing: FeeStanding
    let circumstances: FeeCircumstances

    var origins: Set<FeeState> {
        switch event {
        case .upload: [.unpaid, .rejected]
        case .verify, .reject: [.awaitingReview]
        case .withdrawVerification: [.verified]
        case .exempt: [.unpaid, .awaitingReview, .rejected]
        case .refund: [.verified]
        case .followPrice: [.unpaid, .rejected, .notApplicable]
        }
    }

    var destination: FeeState {
        switch event {
        case .upload, .withdrawVerification: .awaitingReview
        case .verify: .verified
        case .reject: .rejected
        case .exempt: .exempt
        case .refund: .refunded
        case .followPrice: followed
        }
    }

    /// A price of nothing settles what nobody paid, a new price asks whom the old one did not; what was decided stays.
    private var followed: FeeState {
        switch state {
        case .unpaid, .rejected: circumstances.expected == .zero ? .notApplicable : state
        case .notApplicable: circumstances.expected == .zero ? state : .unpaid
        case .awaitingReview, .verified, .exempt, .refunded: state
        }
    }

    /// A clerk who comes second is told that another has decided.
    var isOvertaken: Bool { [.verify, .reject].contains(event) && [.verified, .rejected].contains(state) }

    private var parties: Set<FeeParty> {
        switch event {
        case .upload: [.participant, .coordinator, .administrator]
        case .verify, .reject, .refund: [.finance, .financeHead]
        case .withdrawVerification: [.financeHead]
        case .exempt: [.finance, .financeHead, .administrator]
        case .followPrice: [.system]
        }
    }

    var refusalOfPerson: FeeRefusal? {
        if parties.isDisjoint(with: standing.parties) { return .notPermitted }
        let isJudgement = ![.upload, .followPrice].contains(event)
        guard isJudgement else { return nil }
        if standing.parties.contains(.participant) { return .ownReceipt }
        let judgesUpload = [.verify, .reject].contains(event)
        return judgesUpload && !standing.isSomebodyElse(than: circumstances.uploader) ? .ownReceipt : nil
    }

    var refusals: [FeeRefusal] {
        let facts = circumstances
        let needsReason =
            [.withdrawVerification, .exempt].contains(event) || event == .reject && facts.rejection == .other
        let candidates: [(FeeRefusal, Bool)] = [
            (.nothingToPay, event == .upload && facts.expected == .zero),
            (.noSeat, event == .upload && !mayPay),
            (.claimMissing, [.upload, .verify].contains(event) && facts.claim == nil),
            (.numberTaken, event == .upload && facts.numberIsTaken),
            (.fileTaken, event == .upload && facts.fileIsTaken),
            (.alreadyProcessed, [.verify, .reject].contains(event) && !facts.versionMatches),
            (.differenceNeedsReason, event == .verify && differs && facts.reason == nil),
            (.rejectionMissing, event == .reject && facts.rejection == nil),
            (.reasonMissing, needsReason && facts.reason == nil),
            (.secondPersonMissing, event == .exempt && !isSeconded),
            (.notRefundable, event == .refund && !isRefundable),
        ]
        return candidates.filter(\.1).map(\.0)
    }

    private var mayPay: Bool { circumstances.application.holdsSeat || circumstances.application == .completed }

    private var differs: Bool {
        circumstances.claim?.differs(from: circumstances.expected, tolerance: circumstances.tolerance) ?? false
    }

    /// Over without attendance, whoever is to blame: the finance unit decides whether it gives back.
    private var isRefundable: Bool {
        switch circumstances.application {
        case .replaced, .released, .lapsed, .withdrawn, .courseCancelled, .unsuccessful, .notSupported, .absent: true
        case .draft, .submitted, .supervisorSupported, .supported, .waiting, .offered, .approved, .attending,
            .releaseRequested, .nominated, .completed, .insufficient:
            false
        }
    }

    /// Finance and an administrator, two persons, neither of them the participant.
    private var isSeconded: Bool {
        guard let second = circumstances.secondPerson, second.isSomebodyElse(than: standing.person),
            !second.parties.contains(.participant)
        else { return false }
        let finance: Set<FeeParty> = [.finance, .financeHead]
        let (one, other) = (standing.parties, second.parties)
        return !one.isDisjoint(with: finance) && other.contains(.administrator)
            || one.contains(.administrator) && !other.isDisjoint(with: finance)
    }

    var notices: [Notice] {
        switch event {
        case .verify: [.receiptVerified]
        case .reject: [.receiptRejected]
        case .withdrawVerification: circumstances.hasCertificate ? [.certificateSuspended] : []
        case .upload, .exempt, .refund, .followPrice: []
        }
    }

    var effects: [FeeEffect] {
        switch event {
        case .upload: [.keepFile]
        case .reject: [.extendDeadline]
        case .withdrawVerification, .refund: circumstances.hasCertificate ? [.suspendCertificate] : []
        case .verify, .exempt: [.judgeCertificate]
        case .followPrice: destination == .notApplicable ? [.judgeCertificate] : []
        }
    }
}
