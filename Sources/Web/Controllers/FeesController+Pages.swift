import Academy
import Desk

// From what the deeds tell to what the pages show.

extension FeesPage.Card {
    init(_ card: FeeCard) {
        self.init(
            course: card.course.id.text, code: card.course.code.text, titleMalay: card.course.titleMalay,
            titleEnglish: card.course.titleEnglish, dates: card.course.dates, fee: card.course.fee, state: card.state,
            since: card.since, basis: card.basis,
            receipts: card.receipts.map { receipt in
                FeesPage.Receipt(
                    number: receipt.number, paidOn: receipt.paidOn, amount: receipt.amount, upload: receipt.upload,
                    sentAt: receipt.sentAt, state: receipt.state, reason: receipt.reason, remark: receipt.remark)
            })
    }
}

extension ReceiptFormPage {
    init(_ course: CourseSummary, _ form: ReceiptForm? = nil, _ upload: UploadSummary? = nil) {
        self.init(
            course: course.id.text, titleMalay: course.titleMalay, titleEnglish: course.titleEnglish, fee: course.fee,
            number: form?.number ?? "", paidOn: form?.paidOn ?? "", amount: form?.amount ?? "",
            upload: upload.map(Upload.init))
    }
}

extension ReceiptFormPage.Upload {
    init(_ upload: UploadSummary) { self.init(id: upload.id, name: upload.name, hasPicture: upload.hasPicture) }
}

extension ReceiptCheckPage {
    init(_ draft: ReceiptDraft) {
        self.init(
            course: draft.course.id.text, titleMalay: draft.course.titleMalay, titleEnglish: draft.course.titleEnglish,
            fee: draft.course.fee, number: draft.claim.number.display, paidOn: draft.claim.paid,
            amount: draft.claim.amount, upload: .init(draft.upload))
    }
}

extension FinancePage.Row {
    init(_ file: ReceiptLine) {
        self.init(
            id: file.id, name: file.name, myKad: file.myKad, courseCode: file.courseCode,
            courseMalay: file.courseMalay, courseEnglish: file.courseEnglish, number: file.number, amount: file.amount,
            fee: file.fee, at: file.decidedAt ?? file.sentAt, state: file.state, by: file.decidedBy)
    }
}

extension ReceiptPage {
    init(_ review: ReceiptReview) {
        let line = review.line
        self.init(
            row: FinancePage.Row(line), paidOn: line.paidOn, version: review.version, upload: .init(review.upload),
            duplicates: review.duplicates.map { other in
                Duplicate(
                    id: other.id, name: other.name, courseCode: other.courseCode, state: other.state,
                    sameNumber: other.foldedNumber == line.foldedNumber, sameFile: other.fileSHA256 == line.fileSHA256)
            },
            reason: review.reason, remark: review.remark, hindrance: review.hindrance?.rawValue,
            mayWithdraw: review.mayWithdraw, decidedAt: line.decidedAt)
    }
}

extension ExemptionsPage.Row {
    init(_ item: ExemptionCase) {
        self.init(
            id: item.id, name: item.name, myKad: item.myKad, courseCode: item.course.code.text, fee: item.course.fee,
            basis: item.basis, by: item.proposedBy, at: item.proposedAt, mayDecide: item.mayDecide)
    }
}
