public import Academy
public import Records
import SQL

/// What a finance clerk decides about a receipt.
public enum ReceiptDecision: Sendable, Hashable {
    /// - Parameter remark: needed when the amount is another than the fee, or when another receipt is like it.
    case verify(remark: String)
    /// - Parameter reason: nil is told as a problem of the field.
    case reject(ReceiptRejection?, remark: String)
    /// The money is not in the statement yet: the receipt comes back tomorrow.
    case putOff
    /// What was verified is to be looked at again.
    case withdraw(remark: String)
}

/// Decides on a receipt, by the version that the clerk saw.
public struct ReviewReceipt: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/forbidden``; ``Refusal/notFound``; ``Refusal/conflict(_:)`` when another clerk was first;
    ///   ``Refusal/invalid(_:)`` with field `ulasan`.
    public func callAsFunction(
        _ id: ReceiptRecord.ID, version: Int, _ decision: ReceiptDecision, by caller: Caller
    ) async throws {
        guard Permission.reviewReceipts(by: caller) else { throw Refusal.forbidden }
        let office = office
        let file = try await office.database.write { transaction in
            guard let file = try Receipts.caseFile(id, in: transaction) else { throw Refusal.notFound }
            guard Permission.review(file.receipt, of: file.officer.id, by: caller) else { throw Refusal.forbidden }
            guard file.receipt.version == version else { throw Refusal.conflict(.changedMeanwhile) }
            let deed = ReceiptReviewDeed(office: office, caller: caller, file: file, now: office.surroundings.now())
            try deed.perform(decision, in: transaction)
            return file
        }
        if case .verify = decision {
            await CertificateKeeper(office: office).issueIfEarned(
                officer: file.officer.id, course: file.participation.course, requestID: caller.requestID)
        }
    }
}

/// One decision in its transaction.
private struct ReceiptReviewDeed {
    let office: Office
    let caller: Caller
    let file: ReceiptCase
    let now: Instant

    func perform(_ decision: ReceiptDecision, in transaction: borrowing Transaction) throws {
        switch decision {
        case .verify(let remark): try verify(Self.trimmed(remark), in: transaction)
        case .reject(let reason, let remark): try reject(reason, Self.trimmed(remark), in: transaction)
        case .putOff: try putOff(in: transaction)
        case .withdraw(let remark): try withdraw(Self.trimmed(remark), in: transaction)
        }
    }

    private func verify(_ remark: String, in transaction: borrowing Transaction) throws {
        try require(.waiting)
        let isSuspicious = try !Receipts.duplicates(of: file.receipt, in: transaction).isEmpty
        try settle(.verify, .init(reason: remark, isSuspicious: isSuspicious), "receipt.verified", in: transaction)
        try write(.verified, reason: nil, remark, in: transaction)
        try tell("receipt.verified", in: transaction) { _ in [:] }
    }

    private func reject(
        _ reason: ReceiptRejection?, _ remark: String, in transaction: borrowing Transaction
    ) throws {
        try require(.waiting)
        try settle(.reject, .init(reason: remark, rejection: reason), "receipt.rejected", in: transaction)
        try write(.rejected, reason: reason, remark, in: transaction)
        let deadline = now.day.adding(days: FeeTransition.extraDays)
        try tell("receipt.rejected", in: transaction) { language in
            [
                "reason": reason?.text(in: language) ?? "", "remark": remark,
                "deadline": DatePhrase.full(deadline, language),
            ]
        }
    }

    /// To the front of tomorrow's queue; the officer's status does not change.
    private func putOff(in transaction: borrowing Transaction) throws {
        try require(.waiting)
        var receipt = file.receipt
        let today = now.day.daysSinceEpoch
        let midnight = Int64(today + 1) * 86_400_000 - 8 * 3_600_000
        receipt.queuedAt = Instant(milliseconds: midnight)
        guard try Receipts.update(receipt, in: transaction) else { throw Refusal.conflict(.changedMeanwhile) }
        try AuditLog.append(
            AuditEntry(
                at: now, actor: caller.account, onBehalfOf: file.officer.id.text, action: "receipt.put_off",
                subjectKind: "receipt", subjectID: receipt.id.text, before: "waiting", after: "waiting",
                reason: ReceiptRejection.notInStatement.rawValue, requestID: caller.requestID),
            in: transaction)
    }

    private func withdraw(_ remark: String, in transaction: borrowing Transaction) throws {
        try require(.verified)
        try settle(
            .withdrawVerification, .init(reason: remark), "receipt.verification_withdrawn", in: transaction)
        try write(.waiting, reason: nil, remark, in: transaction)
    }

    private func require(_ state: ReceiptRecord.State) throws(Refusal) {
        guard file.receipt.state == state else { throw .conflict(.changedMeanwhile) }
    }

    private func write(
        _ state: ReceiptRecord.State, reason: ReceiptRejection?, _ remark: String,
        in transaction: borrowing Transaction
    ) throws {
        var receipt = file.receipt
        receipt.state = state
        receipt.reason = reason
        receipt.remark = remark
        receipt.decidedBy = caller.account
        receipt.decidedAt = now
        guard try Receipts.update(receipt, in: transaction) else { throw Refusal.conflict(.changedMeanwhile) }
    }

    private func settle(
        _ event: FeeEvent, _ grounds: FeeDeed.Grounds, _ action: String, in transaction: borrowing Transaction
    ) throws {
        try FeeDeed(office: office, caller: caller).settle(
            file.participation, on: event, file.fee, receipt: file.receipt, grounds, at: now, action: action,
            subject: ("receipt", file.receipt.id.text), in: transaction)
    }

    private func tell(
        _ kind: String, in transaction: borrowing Transaction, _ values: (Language) -> [String: String]
    ) throws {
        guard let course = try Courses.find(file.participation.course, in: transaction) else { return }
        let deed = FeeDeed(office: office, caller: caller)
        try deed.tell(
            file.officer, kind, course: course,
            values: { language in
                values(language).merging([
                    "receipt": file.receipt.claim.number.display, "amount": file.receipt.claim.amount.text,
                    "link": deed.statusAddress,
                ]) { $1 }
            }, at: now, in: transaction)
    }

    private static func trimmed(_ text: String) -> String {
        String(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(500))
    }
}
