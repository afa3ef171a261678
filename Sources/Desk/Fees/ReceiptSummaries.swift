public import Academy
import Records

/// What a page says of an uploaded file.
public struct UploadSummary: Sendable, Hashable {
    public let id: String
    public let name: String
    /// Its picture can be shown.
    public let hasPicture: Bool

    init(_ upload: UploadRecord) {
        id = upload.id.text
        name = upload.originalName
        hasPicture = upload.kind != .pdf || upload.previewSHA256 != nil
    }
}

/// One receipt as its owner sees it.
public struct ReceiptSummary: Sendable, Hashable {
    public let number: String
    public let paidOn: Day
    public let amount: Sen
    /// Id of the file.
    public let upload: String
    public let sentAt: Instant
    /// `waiting`, `verified`, `rejected` or `closed`.
    public let state: String
    public let reason: ReceiptRejection?
    public let remark: String

    init(_ receipt: ReceiptRecord) {
        number = receipt.claim.number.display
        paidOn = receipt.claim.paid
        amount = receipt.claim.amount
        upload = receipt.upload.text
        sentAt = receipt.uploadedAt
        state = receipt.state.rawValue
        reason = receipt.state == .rejected ? receipt.reason : nil
        remark = receipt.state == .rejected ? receipt.remark : ""
    }
}

/// One receipt as a finance clerk's list shows it.
public struct ReceiptLine: Sendable, Hashable {
    public let id: String
    public let name: String
    public let myKad: String
    public let courseCode: String
    public let courseMalay: String
    public let courseEnglish: String
    public let number: String
    /// As numbers are compared.
    public let foldedNumber: String
    public let fileSHA256: String
    public let paidOn: Day
    public let amount: Sen
    /// The course's fee today.
    public let fee: Sen
    public let sentAt: Instant
    public let state: String
    public let decidedBy: String
    public let decidedAt: Instant?

    init(_ heading: ReceiptHeading) {
        id = heading.id.text
        name = heading.name.text
        myKad = heading.myKad.formatted
        courseCode = heading.courseCode.text
        courseMalay = heading.courseMalay
        courseEnglish = heading.courseEnglish
        number = heading.number
        foldedNumber = heading.foldedNumber
        fileSHA256 = heading.fileSHA256
        paidOn = heading.paid
        amount = heading.amount
        fee = heading.fee
        sentAt = heading.uploadedAt
        state = heading.state.rawValue
        decidedBy = heading.decidedBy
        decidedAt = heading.decidedAt
    }

    init(_ file: ReceiptCase) {
        id = file.receipt.id.text
        name = file.officer.name.text
        myKad = file.officer.myKad.formatted
        courseCode = file.courseCode.text
        courseMalay = file.courseMalay
        courseEnglish = file.courseEnglish
        number = file.receipt.claim.number.display
        foldedNumber = file.receipt.claim.number.normalised
        fileSHA256 = file.receipt.fileSHA256
        paidOn = file.receipt.claim.paid
        amount = file.receipt.claim.amount
        fee = file.fee
        sentAt = file.receipt.uploadedAt
        state = file.receipt.state.rawValue
        decidedBy = file.receipt.decidedBy
        decidedAt = file.receipt.decidedAt
    }
}
