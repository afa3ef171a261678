import Academy

/// `/yuran`: *Status Pengesahan Resit Yuran* of an officer's courses.
struct FeesPage: Page {
    static let template = "fees"
    var cards: [Card]
    /// A receipt was just sent.
    var isSent = false

    struct Card: Sendable, Hashable {
        var course: String
        var code: String
        var titleMalay: String
        var titleEnglish: String
        var dates: DatePhrase
        var fee: Sen
        var state: FeeState
        var since: Instant?
        /// Basis of an exemption.
        var basis = ""
        var receipts: [Receipt] = []
    }

    /// One receipt of the card's history.
    struct Receipt: Sendable, Hashable {
        var number: String
        var paidOn: Day
        var amount: Sen
        var upload: String
        var sentAt: Instant
        /// `waiting`, `verified`, `rejected` or `closed`.
        var state: String
        var reason: ReceiptRejection?
        var remark = ""
    }

    func title(_ words: Phrases) -> String { words("fees.heading") }

    func fields(_ words: Phrases) -> Fields {
        [
            "cards": cards.map { $0.fields(words) }, "isEmpty": cards.isEmpty,
            "sent": isSent ? words("fees.sent") as any Showable : false,
        ]
    }
}

extension FeesPage.Card {
    fileprivate func fields(_ words: Phrases) -> Fields {
        let wantsReceipt = state == .unpaid || state == .rejected
        return [
            "id": "yuran-\(course)",
            "title": words.language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay,
            "code": code, "dates": dates.text(in: words.language), "fee": fee == .zero ? words("fees.free") : fee.text,
            "tag": words("fees.state.\(state.rawValue)"), "tagClass": tagClass,
            "text": words("fees.text.\(state.rawValue)"),
            "since": (since.map { words("condition.since", ["day": words.day(of: $0)]) }).orAbsent,
            "documents": documents.map { $0.fields(words) }, "hasDocuments": !documents.isEmpty,
            "basis": basis.orAbsent, "receipts": receipts.map { $0.fields(words) }, "hasReceipts": !receipts.isEmpty,
            "uploadHref": wantsReceipt ? Route.receiptForm(course: course).path as any Showable : false,
            "uploadLabel": words(state == .rejected ? "fees.uploadAgain" : "fees.upload"),
        ]
    }

    /// A receipt that counts has its slip.
    private var documents: [DocumentLink] {
        receipts.contains { $0.state == "verified" } ? [DocumentLink(paper: .receiptSlip(course: course))] : []
    }

    private var tagClass: String {
        switch state {
        case .verified, .exempt: "tag-green"
        case .awaitingReview: "tag-blue"
        case .unpaid: "tag-amber"
        case .rejected: "tag-red"
        case .notApplicable, .refunded: "tag-gray"
        }
    }
}

extension FeesPage.Receipt {
    fileprivate func fields(_ words: Phrases) -> Fields {
        [
            "number": number, "paid": words.day(paidOn), "amount": amount.text,
            "fileHref": Route.upload(upload).path, "sent": words.moment(sentAt),
            "state": words("receipt.state.\(state)"),
            "reason": (reason.map { words("receipt.reason.\($0.rawValue)") }).orAbsent, "remark": remark.orAbsent,
        ]
    }
}
