public import Academy
public import Records
import SQL
import Typesetting

/// Slip Pengesahan Resit: that the finance unit has verified a receipt.
public struct PrintReceiptSlip: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// Of the caller's own verified receipt for a course, also after the seat was given up:
    /// who asks for the fee back needs it.
    /// - Throws: ``Refusal/notFound`` when there is none.
    public func callAsFunction(
        ownFor course: Course.ID, in language: Language, by caller: Caller
    ) async throws -> PaperFile {
        try await file(in: language) { transaction in
            guard let officer = caller.officer,
                let participation = try Participations.ever(officer: officer, course: course, in: transaction)
            else { return nil }
            let receipts = try Receipts.of(participation.id, in: transaction)
            return try receipts.first { $0.state == .verified }.flatMap {
                try Receipts.caseFile($0.id, in: transaction)
            }
        }
    }

    /// Of any verified receipt, for those who see receipts.
    /// - Throws: ``Refusal/notFound``.
    public func callAsFunction(
        _ receipt: ReceiptRecord.ID, in language: Language, by caller: Caller
    ) async throws -> PaperFile {
        guard Permission.seeReceipts(by: caller) else { throw Refusal.notFound }
        return try await file(in: language) { try Receipts.caseFile(receipt, in: $0) }
    }

    private func file(
        in language: Language, of find: @escaping @Sendable (borrowing Transaction) throws -> ReceiptCase?
    ) async throws -> PaperFile {
        let desk = PaperDesk(office, language)
        let (values, name) = try await office.database.read { transaction in
            guard let found = try find(transaction), found.receipt.state == .verified else { throw Refusal.notFound }
            let clerk = try Accounts.find(name: found.receipt.decidedBy, in: transaction)?.displayName
            let number = Self.number(found.receipt)
            let values = desk.values(
                .receiptSlip, number: number, Self.fields(found, clerk ?? found.receipt.decidedBy, desk))
            return (values, PaperName.text("slip-resit", number, found.officer.name.text))
        }
        return try await desk.file(values, named: name)
    }

    /// `SR/2026/7K3QW9TZ`: the year of the decision, and the end of the receipt's id.
    private static func number(_ receipt: ReceiptRecord) -> String {
        "SR/\((receipt.decidedAt ?? receipt.uploadedAt).day.year)/\(receipt.id.text.suffix(8).uppercased())"
    }

    private static func fields(_ found: ReceiptCase, _ clerk: String, _ desk: PaperDesk) -> [String: String] {
        let (receipt, language) = (found.receipt, desk.language)
        let unit = language == .english ? "Finance Unit" : "Unit Kewangan"
        return [
            "name": found.officer.name.text, "myKad": found.officer.myKad.masked,
            "course": language == .english && !found.courseEnglish.isEmpty ? found.courseEnglish : found.courseMalay,
            "code": found.courseCode.text, "receipt": receipt.claim.number.display,
            "paidOn": DatePhrase.full(receipt.claim.paid, language), "amount": receipt.claim.amount.text,
            "method": "iPayment", "verifiedBy": "\(clerk), \(unit)",
            "verifiedAt": receipt.decidedAt.map(desk.moment) ?? "",
        ]
    }
}
