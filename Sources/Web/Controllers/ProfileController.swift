import Academy
import Desk
import HTTPTypes
import Hummingbird

/// A person's own details: *Profil* and *Mohon pembetulan*.
struct ProfileController: Sendable {
    let office: Office
    let presenter: Presenter

    func show(_ context: WebContext) async throws -> Response {
        let view = try await ReadProfile(office)(by: try context.requireVisitor().caller)
        return try presenter.page(
            ProfilePage(view, done: context.query["telah"] ?? ""), context, section: .profile)
    }

    func save(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let form = try await request.form()
        try form.requireSecret(of: visitor)
        let language = form["bahasa-surat"].flatMap(Language.init(rawValue:)) ?? .malay
        let typed = PersonalDetails(form)
        do {
            try await UpdateProfile(office)(
                typed, language: language, version: form["versi"].flatMap(Int.init) ?? 0, by: visitor.caller)
            return .seeOther(Route.profile(.profile).path + "?telah=simpan")
        } catch Refusal.invalid(let problems) {
            var page = ProfilePage(try await ReadProfile(office)(by: visitor.caller), done: "")
            (page.details, page.letters) = (typed, language)
            page.problems = FormProblems(problems)
            return try presenter.page(page, context, section: .profile, status: .unprocessableContent)
        } catch Refusal.conflict(.changedMeanwhile) {
            var page = ProfilePage(try await ReadProfile(office)(by: visitor.caller), done: "")
            page.details = typed
            page.isOvertaken = true
            return try presenter.page(page, context, section: .profile, status: .conflict)
        }
    }

    func requestForm(_ context: WebContext) async throws -> Response {
        let view = try await ReadProfile(office)(by: try context.requireVisitor().caller)
        guard view.person != nil else { throw Rejection(.notFound) }
        let field = context.query["medan"].flatMap(StaffField.init(rawValue:))
        return try presenter.page(CorrectionFormPage(view, field: field), context, section: .profile)
    }

    func request(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let body = try await request.multipart()
        try body.fields.requireSecret(of: visitor)
        var form = CorrectionForm(
            field: body["medan"] ?? "", wanted: body["sepatutnya"] ?? "", reason: body["sebab"] ?? "",
            upload: body["fail-lama"].flatMap { $0.isEmpty ? nil : .init($0) })
        form.file = body.file("fail").map { OfferedFile(name: $0.name, bytes: $0.bytes) }
        switch try await RequestCorrection(office)(form, by: visitor.caller) {
        case .sent: return .seeOther(Route.profile(.profile).path + "?telah=mohon")
        case .wrong(let problems, let upload):
            let view = try await ReadProfile(office)(by: visitor.caller)
            var page = CorrectionFormPage(view, field: StaffField(rawValue: form.field))
            (page.wanted, page.reason) = (form.wanted, form.reason)
            page.upload = upload.map(ReceiptFormPage.Upload.init)
            page.problems = FormProblems(problems)
            return try presenter.page(page, context, section: .profile, status: .unprocessableContent)
        }
    }
}

extension PersonalDetails {
    fileprivate init(_ form: FormFields) {
        self.init()
        for field in Field.allCases { self[field] = String((form[field.rawValue] ?? "").prefix(1000)) }
    }
}

extension ProfilePage {
    init(_ view: ProfileView, done: String) {
        self.init(
            account: view.account, name: view.displayName, letters: view.language,
            person: view.person.map { person in
                Person(
                    directory: person.directory.map { Line(field: $0.field, value: $0.value) },
                    isWoman: person.sex == .female, version: person.version,
                    corrections: person.corrections.map(CorrectionCard.init),
                    history: person.history.map {
                        Change(
                            field: $0.field, before: $0.before, after: $0.after, by: $0.by, at: $0.at,
                            source: $0.source)
                    })
            }, details: view.person?.details ?? PersonalDetails(), done: done)
    }
}

extension CorrectionCard {
    init(_ view: CorrectionView) {
        self.init(
            id: view.id, field: view.field, before: view.before, wanted: view.wanted, reason: view.reason,
            upload: view.upload.map { .init($0) }, requestedAt: view.requestedAt, state: view.state,
            decidedBy: view.decidedBy, decidedAt: view.decidedAt, decisionReason: view.decisionReason)
    }
}

extension CorrectionFormPage {
    init(_ view: ProfileView, field: StaffField?) {
        self.init(
            field: field,
            values: Dictionary(
                (view.person?.directory ?? []).map { ($0.field, $0.value) }, uniquingKeysWith: { first, _ in first }))
    }
}
