import Academy
import Desk
import HTTPTypes
import Hummingbird

/// Penandatangan.
struct SignatoriesController: Sendable {
    let office: Office
    let presenter: Presenter

    func list(_ context: WebContext) async throws -> Response {
        let found = try await ListSignatories(office)(by: try context.requireVisitor().caller)
        let page = SignatoriesPage(rows: found.map(SignatoriesPage.Row.init))
        return try presenter.page(page, context, section: .signatories)
    }

    func form(_ context: WebContext) throws -> Response {
        guard try context.requireVisitor().caller.has(.administrator) else { throw Rejection(.forbidden) }
        return try presenter.page(SignatoryPage(), context, section: .signatories)
    }

    func add(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let fields = try await request.form()
        try fields.requireSecret(of: visitor)
        let form = AddSignatory.Form(
            name: fields["nama"] ?? "", postMalay: fields["jawatan"] ?? "", postEnglish: fields["jawatan-en"] ?? "",
            from: fields["dari"] ?? "", until: fields["hingga"] ?? "")
        do {
            try await AddSignatory(office)(form, by: visitor.caller)
        } catch Refusal.invalid(let problems) {
            let page = SignatoryPage(
                name: form.name, postMalay: form.postMalay, postEnglish: form.postEnglish, from: form.from,
                until: form.until, problems: FormProblems(problems))
            return try presenter.page(page, context, section: .signatories, status: .unprocessableContent)
        }
        return .seeOther(SignatoryRoute.signatories.pattern, done: .signatoryAdded)
    }

    func show(_ id: String, _ context: WebContext) async throws -> Response {
        let found = try await ListSignatories(office).one(.init(id), by: try context.requireVisitor().caller)
        return try presenter.page(SignatoryPage(found), context, section: .signatories)
    }

    func setTerm(_ id: String, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let fields = try await request.form()
        try fields.requireSecret(of: visitor)
        let (from, until) = (fields["dari"] ?? "", fields["hingga"] ?? "")
        do {
            try await SetTermOfOffice(office)(.init(id), from: from, until: until, by: visitor.caller)
        } catch Refusal.invalid(let problems) {
            var page = SignatoryPage(try await ListSignatories(office).one(.init(id), by: visitor.caller))
            (page.from, page.until) = (from, until)
            page.problems = FormProblems(problems)
            return try presenter.page(page, context, section: .signatories, status: .unprocessableContent)
        }
        return .seeOther(SignatoryRoute.signatories.pattern, done: .termSet)
    }
}

extension SignatoriesPage.Row {
    fileprivate init(_ signatory: SignatorySummary) {
        self.init(
            id: signatory.id, name: signatory.name, postMalay: signatory.postMalay,
            postEnglish: signatory.postEnglish, term: signatory.term, isInOffice: signatory.isInOffice)
    }
}

extension SignatoryPage {
    fileprivate init(_ signatory: SignatorySummary) {
        self.init(
            id: signatory.id, name: signatory.name, postMalay: signatory.postMalay,
            postEnglish: signatory.postEnglish, from: signatory.term.from?.iso ?? "",
            until: signatory.term.until?.iso ?? "")
    }
}
