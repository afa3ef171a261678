import Academy
import Desk
import Hummingbird

/// An officer's fees and receipts.
struct FeesController: Sendable {
    let office: Office
    let presenter: Presenter

    func list(_ context: WebContext) async throws -> Response {
        let cards = try await MyFees(office)(try context.requireVisitor().caller)
        return try presenter.page(
            FeesPage(cards: cards.map(FeesPage.Card.init), isSent: context.query["telah"] == "hantar"), context,
            section: .fees)
    }

    func form(_ course: Course.ID, _ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let summary = try await PrepareReceipt(office).course(course, by: caller)
        return try presenter.page(ReceiptFormPage(summary), context, section: .fees)
    }

    /// Keeps the file and shows what was filled in; nothing is sent to the finance unit yet.
    func prepare(_ course: Course.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let body = try await request.multipart()
        try body.fields.requireSecret(of: visitor)
        var form = ReceiptForm(body.fields)
        form.file = body.file("fail").map { OfferedFile(name: $0.name, bytes: $0.bytes) }
        return try await show(form, course, visitor, context)
    }

    /// Sends what was checked, or leads back to the form with everything in it.
    func send(_ course: Course.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let body = try await request.form()
        try body.requireSecret(of: visitor)
        let form = ReceiptForm(body)
        if body["tindakan"] == "ubah" {
            guard case .ready(let draft) = try await PrepareReceipt(office)(course: course, form, by: visitor.caller)
            else { return try await show(form, course, visitor, context) }
            return try presenter.page(ReceiptFormPage(draft.course, form, draft.upload), context, section: .fees)
        }
        do {
            try await SendReceipt(office)(course: course, form, by: visitor.caller)
            return .seeOther(Route.fees.path + "?telah=hantar")
        } catch Refusal.invalid {
            return try await show(form, course, visitor, context)
        }
    }

    private func show(
        _ form: ReceiptForm, _ course: Course.ID, _ visitor: Visitor, _ context: WebContext
    ) async throws -> Response {
        switch try await PrepareReceipt(office)(course: course, form, by: visitor.caller) {
        case .ready(let draft): return try presenter.page(ReceiptCheckPage(draft), context, section: .fees)
        case .wrong(let course, let problems, let upload):
            var page = ReceiptFormPage(course, form, upload)
            page.problems = FormProblems(problems)
            let isTooLarge = problems.contains { $0.code == FileProblem.tooLarge.rawValue }
            return try presenter.page(
                page, context, section: .fees, status: isTooLarge ? .contentTooLarge : .unprocessableContent)
        }
    }
}

extension ReceiptForm {
    fileprivate init(_ fields: FormFields) {
        let upload = fields["fail-lama"] ?? ""
        self.init(
            number: fields["no-resit"] ?? "", paidOn: fields["tarikh"] ?? "", amount: fields["amaun"] ?? "",
            upload: upload.isEmpty ? nil : .init(upload))
    }
}

extension FormProblems {
    init(_ problems: [FieldProblem]) {
        self.init(all: problems.map { Entry(field: $0.field, code: $0.code) })
    }
}
