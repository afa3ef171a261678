import Academy

/// `/kewangan/bayaran-balik`: *Bayaran balik*.
struct RefundsPage: Page {
    static let template = "refunds"
    /// What was given back; else what is to be.
    var isDone: Bool
    var rows: [Row]
    /// How much is to be given back.
    var due: Int
    var next: String?
    var isFirstPage = true

    struct Row: Sendable, Hashable {
        var id: String
        var name: String
        var myKad: String
        var courseCode: String
        var courseMalay: String
        var courseEnglish: String
        var isCancelled: Bool
        var isAbsent = false
        var receipt: String
        var amount: Sen
        var verifiedAt: Instant?
        var done: Done?
    }

    struct Done: Sendable, Hashable {
        var reference: String
        var paidOn: Day
        var by: String
        var at: Instant
    }

    func title(_ words: Phrases) -> String { words("refunds.heading") }

    func fields(_ words: Phrases) -> Fields {
        let path = RefundRoute.refunds.pattern
        let query = isDone ? "keadaan=selesai" : ""
        return [
            "tabs": [
                Fields([
                    "href": path, "label": words("refunds.due"), "isCurrent": !isDone, "count": words.number(due),
                ]),
                Fields([
                    "href": "\(path)?keadaan=selesai", "label": words("refunds.done"), "isCurrent": isDone,
                    "count": false,
                ]),
            ],
            "isDone": isDone, "rows": rows.map { $0.fields(words) }, "isEmpty": rows.isEmpty,
            "exportHref": RefundRoute.table.pattern, "hasPages": next != nil || !isFirstPage,
            "firstHref": isFirstPage ? false : path + (query.isEmpty ? "" : "?\(query)") as any Showable,
            "nextHref":
                (next.map {
                    "\(path)?\(query.isEmpty ? "" : query + "&")selepas=\(PercentCoding.encode($0))"
                }).orAbsent,
        ]
    }
}

extension RefundsPage.Row {
    func fields(_ words: Phrases) -> Fields {
        let by = done.map { words("refunds.by", ["name": $0.by, "moment": words.moment($0.at)]) } ?? ""
        return [
            "href": Route.refund(.refund(id)).path, "name": name, "myKad": myKad, "courseCode": courseCode,
            "course": words.language == .english && !courseEnglish.isEmpty ? courseEnglish : courseMalay,
            "why": words(isCancelled ? "refunds.cancelled" : isAbsent ? "refunds.absent" : "refunds.givenUp"),
            "isCancelled": isCancelled,
            "receipt": receipt.isEmpty ? "–" : receipt, "amount": amount.text,
            "verified": (verifiedAt.map { words.moment($0) }).orAbsent, "reference": (done?.reference).orAbsent,
            "paidOn": (done.map { words.day($0.paidOn) }).orAbsent, "by": by.orAbsent,
        ]
    }
}

/// `/kewangan/bayaran-balik/{refund}`: one fee to give back, and the payment that settled it.
struct RefundPage: Page {
    static let template = "refund"
    var row: RefundsPage.Row
    var mayRecord: Bool
    var reference = ""
    var paidOn = ""
    var problems = FormProblems.none
    /// Another clerk has recorded another payment.
    var isOvertaken = false

    func title(_ words: Phrases) -> String {
        words.title(words("refund.heading"), hasProblems: !problems.all.isEmpty || isOvertaken)
    }

    func fields(_ words: Phrases) -> Fields {
        let inputs = [
            PlainField(
                id: "rujukan", label: words("refund.reference"), hint: words("refund.referenceHint"), value: reference,
                error: problems.text("rujukan", words)),
            PlainField(
                id: "tarikh", label: words("refund.paidOn"), value: paidOn, error: problems.text("tarikh", words),
                type: "date"),
        ]
        return problems.fields(words).adding(row.fields(words)).adding([
            "action": Route.refund(.refund(row.id)).path, "listHref": RefundRoute.refunds.pattern,
            "mayRecord": mayRecord, "isOwn": !mayRecord && row.done == nil, "isOvertaken": isOvertaken,
            "inputs": inputs.map(\.fields),
        ])
    }
}
