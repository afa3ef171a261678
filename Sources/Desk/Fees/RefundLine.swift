public import Academy
import Records

/// A fee to give back, or given back, as lists show it.
public struct RefundLine: Sendable, Hashable {
    /// Id of the participation.
    public let id: String
    public let name: String
    public let myKad: String
    public let courseCode: String
    public let courseMalay: String
    public let courseEnglish: String
    public let isCancelled: Bool
    /// The officer kept the seat and did not come.
    public let isAbsent: Bool
    public let receipt: String
    public let amount: Sen
    /// When the payment was verified.
    public let verifiedAt: Instant?
    public let done: Done?
    /// Of the list that it stands in: where the next page begins.
    public let key: String
    /// The caller may say that it was given back.
    public let mayRecord: Bool

    public struct Done: Sendable, Hashable {
        public let reference: String
        public let paidOn: Day
        public let by: String
        public let at: Instant
    }

    init(_ file: RefundCase, for caller: Caller) {
        id = file.participation.id.text
        name = file.officer.name.text
        myKad = file.officer.myKad.formatted
        courseCode = file.courseCode.text
        courseMalay = file.courseMalay
        courseEnglish = file.courseEnglish
        isCancelled = file.isCancelled
        isAbsent = !file.isCancelled && file.participation.isSeated
        receipt = file.participation.receiptNumber
        amount = file.amount
        verifiedAt = file.refund == nil ? file.participation.paid.at : nil
        done = file.refund.map {
            Done(reference: $0.reference, paidOn: $0.paidOn, by: $0.recordedBy, at: $0.recordedAt)
        }
        key = file.refund?.id.text ?? file.participation.id.text
        mayRecord =
            file.refund == nil && Permission.reviewReceipts(by: caller) && caller.officer != file.officer.id
    }
}
