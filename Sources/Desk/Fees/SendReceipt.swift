public import Academy
public import Records
import SQL

/// Sends a receipt to the finance unit.
///
/// Sending the same one again changes nothing.
public struct SendReceipt: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/notFound``; ``Refusal/invalid(_:)``; ``Refusal/conflict(_:)`` when no receipt is wanted.
    @discardableResult
    public func callAsFunction(
        course: Course.ID, _ form: ReceiptForm, by caller: Caller
    ) async throws -> ReceiptRecord.ID {
        let office = office
        return try await office.database.write { transaction in
            if let sent = try Self.sent(form, course, by: caller, in: transaction) { return sent }
            let (participation, course) = try PrepareReceipt.wanted(course, by: caller, in: transaction)
            let now = office.surroundings.now()
            let claim = try Self.claim(form, course, now)
            guard let id = form.upload, let upload = try Uploads.find(id, in: transaction),
                upload.isReceipt(of: participation), try Receipts.find(upload: id, in: transaction) == nil
            else { throw Refusal.invalid([FieldProblem(field: "fail", code: FileProblem.missing.rawValue)]) }
            let receipt = ReceiptRecord(
                id: try office.surroundings.newID(), participation: participation.id, upload: id,
                fileSHA256: upload.sha256, claim: claim, uploadedBy: caller.account, uploadedAt: now)
            try Receipts.insert(receipt, in: transaction)
            try FeeDeed(office: office, caller: caller).settle(
                participation, on: .upload, course.fee, receipt: receipt, at: now,
                action: "receipt.uploaded", subject: ("receipt", receipt.id.text), in: transaction)
            return receipt.id
        }
    }

    private static func claim(_ form: ReceiptForm, _ course: Course, _ now: Instant) throws -> ReceiptClaim {
        do throws(ReceiptClaim.Rejected) {
            return try form.claim(for: course, today: now.day)
        } catch {
            throw Refusal.invalid(error.fieldProblems(form))
        }
    }

    /// The receipt that holds the form's file already, when it is the caller's own for this course.
    private static func sent(
        _ form: ReceiptForm, _ course: Course.ID, by caller: Caller, in transaction: borrowing Transaction
    ) throws -> ReceiptRecord.ID? {
        guard let upload = form.upload, let officer = caller.officer,
            let receipt = try Receipts.find(upload: upload, in: transaction),
            let participation = try Participations.find(officer: officer, course: course, in: transaction),
            receipt.participation == participation.id
        else { return nil }
        return receipt.id
    }
}
