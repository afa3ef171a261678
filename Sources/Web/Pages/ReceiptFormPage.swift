import Academy

/// `/yuran/{course}/muat-naik`: *Muat Naik Resit iPayment*.
struct ReceiptFormPage: Page {
    static let template = "receipt-form"
    var course: String
    var titleMalay: String
    var titleEnglish: String
    var fee: Sen
    var number = ""
    var paidOn = ""
    var amount = ""
    /// A file of an earlier try that is good.
    var upload: Upload?
    var problems = FormProblems.none

    struct Upload: Sendable, Hashable {
        var id: String
        var name: String
        var hasPicture: Bool
    }

    func title(_ words: Phrases) -> String {
        let title = words("receipt.heading")
        return problems.all.isEmpty ? title : "\(words("site.error")) \(title)"
    }

    func fields(_ words: Phrases) -> Fields {
        problems.fields(words).adding([
            "courseTitle": words.language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay,
            "feeText": words("receipt.feeIs", ["amount": fee.text]), "action": Route.receiptForm(course: course).path,
            "fields": [field("no-resit", "number", number, words), date(words), money(words)].map(\.fields),
            "fileError": problems.text("fail", words).orAbsent,
            "upload": (upload.map { Fields(["id": $0.id, "name": $0.name, "href": Route.upload($0.id).path]) })
                .orAbsent,
        ])
    }

    private func field(_ id: String, _ key: String, _ value: String, _ words: Phrases) -> PlainField {
        PlainField(
            id: id, label: words("receipt.\(key)"), hint: words("receipt.\(key)Hint"), value: value,
            error: problems.text(id, words))
    }

    private func date(_ words: Phrases) -> PlainField {
        var field = field("tarikh", "date", paidOn, words)
        field.type = "date"
        return field
    }

    private func money(_ words: Phrases) -> PlainField {
        var field = field("amaun", "amount", amount, words)
        field.inputMode = "decimal"
        return field
    }
}

/// What the officer typed and chose, to be checked before it is sent.
struct ReceiptCheckPage: Page {
    static let template = "receipt-check"
    var course: String
    var titleMalay: String
    var titleEnglish: String
    var fee: Sen
    var number: String
    var paidOn: Day
    var amount: Sen
    var upload: ReceiptFormPage.Upload

    func title(_ words: Phrases) -> String { words("receipt.checkHeading") }

    func fields(_ words: Phrases) -> Fields {
        [
            "courseTitle": words.language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay,
            "action": Route.sendReceipt(course: course).path, "number": number, "paidIso": paidOn.iso,
            "paid": words.day(paidOn), "amount": amount.text, "fee": fee.text, "uploadID": upload.id,
            "fileName": upload.name, "fileHref": Route.upload(upload.id).path,
            "pictureHref": upload.hasPicture ? Route.uploadPicture(upload.id).path as any Showable : false,
            "warning": amount == fee ? false : words("receipt.differs", ["amount": fee.text]) as any Showable,
        ]
    }
}
