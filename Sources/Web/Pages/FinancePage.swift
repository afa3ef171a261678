import Academy

/// `/kewangan`: the finance unit's queue, the oldest first.
struct FinancePage: Page {
    static let template = "finance"
    var waiting: [Row]
    var total: Int
    var decided: [Row]
    /// Fees to give back.
    var refunds = 0
    /// What was just done: `sahkan`, `tolak`, `tangguh` or `tarik`.
    var done = ""

    struct Row: Sendable, Hashable {
        var id: String
        var name: String
        var myKad: String
        var courseCode: String
        var courseMalay: String
        var courseEnglish: String
        var number: String
        var amount: Sen
        var fee: Sen
        var at: Instant
        var state: String
        var by = ""
    }

    func title(_ words: Phrases) -> String { words("finance.heading") }

    func fields(_ words: Phrases) -> Fields {
        [
            "rows": waiting.map { $0.fields(words) }, "isEmpty": waiting.isEmpty,
            "countText": words("finance.count", ["n": words.number(total)]),
            "nextHref": waiting.isEmpty ? false : Route.nextReceipt.path as any Showable,
            "decided": decided.map { $0.fields(words) }, "hasDecided": !decided.isEmpty,
            "exportHref": Route.receiptsExport.path, "exemptionsHref": Route.exemptions.path,
            "refundsHref": RefundRoute.refunds.pattern, "refundsCount": words.number(refunds),
            "done": ReceiptPage.doneText(done, words).orAbsent,
        ]
    }
}

extension FinancePage.Row {
    fileprivate func fields(_ words: Phrases) -> Fields {
        [
            "href": Route.receipt(id).path, "name": name, "myKad": myKad, "courseCode": courseCode,
            "course": words.language == .english && !courseEnglish.isEmpty ? courseEnglish : courseMalay,
            "number": number, "amount": amount.text, "differs": amount != fee, "fee": fee.text,
            "at": words.moment(at), "state": words("receipt.state.\(state)"), "by": by,
            "tagClass": state == "verified" ? "tag-green" : state == "rejected" ? "tag-red" : "tag-gray",
        ]
    }
}

/// `/kewangan/resit/{receipt}`: one receipt beside what is expected.
struct ReceiptPage: Page {
    static let template = "receipt"
    var row: FinancePage.Row
    var paidOn: Day
    var version: Int
    var upload: ReceiptFormPage.Upload
    var duplicates: [Duplicate] = []
    var reason: ReceiptRejection?
    var remark = ""
    /// Why the reader may not decide: `own`, `decided`, `role`; nil when they may.
    var hindrance: String?
    var mayWithdraw = false
    /// Not for auditors, who have nothing given out.
    var offersSlip = true
    var decidedAt: Instant?
    /// The clerk came second.
    var isOvertaken = false
    var problems = FormProblems.none
    /// What was typed before the problem.
    var typed = Typed()
    var done = ""

    struct Duplicate: Sendable, Hashable {
        var id: String
        var name: String
        var courseCode: String
        var state: String
        var sameNumber: Bool
        var sameFile: Bool
    }

    struct Typed: Sendable, Hashable {
        var remark = ""
        var reason = ""
    }

    func title(_ words: Phrases) -> String { "\(words("finance.review")) \(row.number)" }

    static func doneText(_ done: String, _ words: Phrases) -> String {
        ["sahkan", "tolak", "tangguh", "tarik"].contains(done) ? words("finance.done.\(done)") : ""
    }

    func fields(_ words: Phrases) -> Fields {
        problems.fields(words).adding(row.fields(words)).adding(decisionFields(words)).adding([
            "action": Route.receipt(row.id).path, "version": version, "paid": words.day(paidOn),
            "fileName": upload.name, "fileHref": Route.upload(upload.id).path,
            "pictureHref": upload.hasPicture ? Route.uploadPicture(upload.id).path as any Showable : false,
            "duplicates": duplicates.map { $0.fields(words) }, "hasDuplicates": !duplicates.isEmpty,
            "remarkError": problems.text("ulasan", words).orAbsent, "typedRemark": typed.remark,
            "reasons": ReceiptRejection.allCases.map { reason -> Fields in
                [
                    "value": reason.rawValue, "text": words("receipt.reason.\(reason.rawValue)"),
                    "isChosen": typed.reason == reason.rawValue,
                ]
            },
            "done": Self.doneText(done, words).orAbsent, "queueHref": Route.finance.path,
            "documents": documents.map { $0.fields(words) }, "hasDocuments": !documents.isEmpty,
        ])
    }

    private var documents: [DocumentLink] {
        row.state == "verified" && offersSlip ? [DocumentLink(paper: .reviewedReceiptSlip(receipt: row.id))] : []
    }

    private func decisionFields(_ words: Phrases) -> Fields {
        let decided = decidedAt.map { words("finance.decidedBy", ["name": row.by, "moment": words.moment($0)]) } ?? ""
        return [
            "mayDecide": hindrance == nil, "mayWithdraw": mayWithdraw,
            "hindrance": (hindrance.flatMap { $0 == "decided" ? nil : words("finance.hindrance.\($0)") }).orAbsent,
            "decided": decided.orAbsent, "isDecided": hindrance == "decided" || mayWithdraw,
            "reason": (reason.map { words("receipt.reason.\($0.rawValue)") }).orAbsent, "remark": remark.orAbsent,
            "overtaken": isOvertaken
                ? words("finance.overtaken", ["name": row.by.isEmpty ? "–" : row.by]) as any Showable : false,
            "needsRemark": hindrance == nil && (row.amount != row.fee || !duplicates.isEmpty),
        ]
    }
}

extension ReceiptPage.Duplicate {
    fileprivate func fields(_ words: Phrases) -> Fields {
        let what = [sameNumber ? words("finance.sameNumber") : "", sameFile ? words("finance.sameFile") : ""]
        return [
            "href": Route.receipt(id).path, "name": name, "courseCode": courseCode,
            "state": words("receipt.state.\(state)"), "what": what.filter { !$0.isEmpty }.joined(separator: ", "),
        ]
    }
}
