import Academy
import Records
import SQL
import Typesetting

/// Slip Pengesahan Resit in words: that the finance unit has verified a receipt.
struct ReceiptSlipWords: PaperWords {
    let found: ReceiptCase
    /// Who verified it.
    let clerk: String
    let desk: PaperDesk
    let stem = "slip-resit"

    /// Nil unless the receipt is verified.
    init?(_ id: ReceiptRecord.ID, at desk: PaperDesk, in transaction: borrowing Transaction) throws {
        guard let found = try Receipts.caseFile(id, in: transaction), found.receipt.state == .verified
        else { return nil }
        (self.found, self.desk) = (found, desk)
        clerk =
            try Accounts.find(name: found.receipt.decidedBy, in: transaction)?.displayName
            ?? found.receipt.decidedBy
    }

    private var receipt: ReceiptRecord { found.receipt }

    private var decidedAt: Instant { receipt.decidedAt ?? receipt.uploadedAt }

    /// `SR/2026/7K3QW9TZ`: the year of the decision, and the end of the receipt's id.
    private var number: String { "SR/\(decidedAt.day.year)/\(receipt.id.text.suffix(8).uppercased())" }

    /// Of the course it says no dates: they may move without another slip.
    var draft: PaperDraft {
        PaperDraft(
            paper: .receiptSlip, subject: receipt.id.text, officer: found.officer.id,
            face: PaperFace(
                number: number, holder: found.officer.name.text, courseMalay: found.courseMalay,
                courseEnglish: found.courseEnglish, datesMalay: "", datesEnglish: "",
                datedMalay: DatePhrase.full(decidedAt.day, .malay),
                datedEnglish: DatePhrase.full(decidedAt.day, .english)
            ),
            promises: [
                found.courseCode.text, receipt.claim.number.display, receipt.claim.paid.iso,
                "\(receipt.claim.amount.amount)", receipt.decidedBy, decidedAt.iso,
            ])
    }

    func values(as given: PaperRecord) -> PaperValues {
        let language = desk.language
        let unit = language == .english ? "Finance Unit" : "Unit Kewangan"
        let fields = [
            "name": found.officer.name.text, "myKad": found.officer.myKad.masked,
            "course": language == .english && !found.courseEnglish.isEmpty ? found.courseEnglish : found.courseMalay,
            "code": found.courseCode.text, "receipt": receipt.claim.number.display,
            "paidOn": DatePhrase.full(receipt.claim.paid, language), "amount": receipt.claim.amount.text,
            "method": "iPayment", "verifiedBy": "\(clerk), \(unit)",
            "verifiedAt": receipt.decidedAt.map(desk.moment) ?? "",
        ]
        return desk.values(.receiptSlip, number: number, fields, given: given)
    }
}
