/// What can happen to the fee of one participation; the raw value is stable and stands in the audit.
public enum FeeEvent: String, Sendable, Hashable, CaseIterable {
    /// Muat naik resit.
    case upload
    /// Sahkan.
    case verify
    /// Tolak.
    case reject
    /// Tarik pengesahan.
    case withdrawVerification = "withdraw_verification"
    /// Kecuali.
    case exempt
    /// Pulangan.
    case refund
    /// The course costs nothing, or costs something again.
    case followPrice = "follow_price"
}

/// What a person is to the fee of one participation.
public enum FeeParty: String, Sendable, Hashable, CaseIterable {
    /// The participant whose fee it is.
    case participant
    /// Penyelaras Kursus: may upload for a participant, never verify.
    case coordinator
    /// Unit Kewangan.
    case finance
    /// Ketua Unit Kewangan.
    case financeHead = "finance_head"
    case administrator
    case system
}

/// Who acts on a fee, with everything that the person is to it.
public struct FeeStanding: Sendable, Hashable {
    /// Nil for the system only.
    public let person: Officer.ID?
    public let parties: Set<FeeParty>

    public init(person: Officer.ID?, parties: Set<FeeParty>) {
        self.person = person
        self.parties = parties
    }

    public static let system = FeeStanding(person: nil, parties: [.system])

    func isSomebodyElse(than other: Officer.ID?) -> Bool {
        guard let person, let other else { return false }
        return person != other
    }
}

/// Why finance turned a receipt down; the raw value is stable.
public enum ReceiptRejection: String, Sendable, Hashable, CaseIterable {
    case wrongAmount = "wrong_amount"
    case unclear
    case notAReceipt = "not_a_receipt"
    case otherName = "other_name"
    case otherCourse = "other_course"
    case duplicate
    /// The money had not arrived: collections reach the department a day later, so this is looked at again.
    case notInStatement = "not_in_statement"
    case other
}

/// Why nothing was done; the raw value is the stable reason code.
public enum FeeRefusal: String, Error, Sendable, Hashable, CaseIterable {
    case notPermitted = "not_permitted"
    case wrongState = "wrong_state"
    /// Nobody verifies the own receipt, nor one that they uploaded.
    case ownReceipt = "own_receipt"
    /// The course costs nothing.
    case nothingToPay = "nothing_to_pay"
    /// Only who holds a seat or completed the course pays.
    case noSeat = "no_seat"
    case claimMissing = "claim_missing"
    case numberTaken = "number_taken"
    case fileTaken = "file_taken"
    /// Another clerk has decided in the meantime.
    case alreadyProcessed = "already_processed"
    case differenceNeedsReason = "difference_needs_reason"
    case rejectionMissing = "rejection_missing"
    case reasonMissing = "reason_missing"
    case secondPersonMissing = "second_person_missing"
    /// The participation is not over, or the participant attended.
    case notRefundable = "not_refundable"
}
