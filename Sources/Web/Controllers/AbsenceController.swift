import Academy
import Desk
import HTTPTypes
import Hummingbird

/// *Tidak Hadir*: an officer gives a seat back and names who comes instead.
struct AbsenceController: Sendable {
    let office: Office
    let presenter: Presenter

    func answer(
        _ route: AbsenceRoute, _ method: HTTPRequest.Method, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let answers = NominationController(office: office, presenter: presenter)
        let releases = ReleasesController(office: office, presenter: presenter)
        switch (route, method) {
        case (.form(let id), .post): return try await prepare(.init(id), request, context)
        case (.form(let id), _): return try await start(.init(id), context)
        case (.send(let id), _): return try await send(.init(id), request, context)
        case (.replacement(let id), .post): return try await name(.init(id), request, context)
        case (.replacement(let id), _): return try await replacement(.init(id), context)
        case (.nomination(let id), .post): return try await answers.answer(.init(id), request, context)
        case (.nomination(let id), _): return try await answers.show(.init(id), context)
        case (.remind(let id), _): return try await answers.remind(.init(id), request, context)
        case (.releases(let id), .post): return try await releases.decide(.init(id), request, context)
        case (.releases(let id), _): return try await releases.show(.init(id), context)
        }
    }

    private func start(_ id: Academy.Application.ID, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        do {
            let draft = try await PrepareRelease(office).start(id, by: visitor.caller)
            return try presenter.page(AbsenceFormPage(draft, ReleaseForm()), context, section: .track)
        } catch Refusal.workflow(let refusals) {
            return try await refused(id, refusals, visitor, context)
        }
    }

    /// Keeps the letter, and searches or shows what was filled in; nothing is sent yet.
    private func prepare(
        _ id: Academy.Application.ID, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = try context.requireVisitor()
        let body = try await request.multipart()
        try body.fields.requireSecret(of: visitor)
        var form = ReleaseForm(body.fields)
        form.file = body.file("surat").map { OfferedFile(name: $0.name, bytes: $0.bytes) }
        return try await show(form, id, visitor, context)
    }

    private func send(
        _ id: Academy.Application.ID, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = try context.requireVisitor()
        let body = try await request.form()
        try body.requireSecret(of: visitor)
        let form = ReleaseForm(body)
        do {
            if body["tindakan"] == "ubah" {
                let draft = try await PrepareRelease(office)(id, form, by: visitor.caller)
                return try presenter.page(AbsenceFormPage(draft, form), context, section: .track)
            }
            try await RequestRelease(office)(id, form, by: visitor.caller)
            return .seeOther(Route.application(id.text).path, done: .releaseRequested)
        } catch Refusal.invalid {
            return try await show(form, id, visitor, context)
        } catch Refusal.workflow([.replacementNotEligible]) {
            return try await show(form, id, visitor, context)
        } catch Refusal.workflow(let refusals) {
            return try await refused(id, refusals, visitor, context)
        }
    }

    private func show(
        _ form: ReleaseForm, _ id: Academy.Application.ID, _ visitor: Visitor, _ context: WebContext
    ) async throws -> Response {
        let draft: ReleaseDraft
        do {
            draft = try await PrepareRelease(office)(id, form, by: visitor.caller)
        } catch Refusal.workflow(let refusals) {
            return try await refused(id, refusals, visitor, context)
        }
        if draft.problems.isEmpty, !form.isSearching, let upload = draft.upload {
            return try presenter.page(AbsenceCheckPage(draft, form, upload), context, section: .track)
        }
        var page = AbsenceFormPage(draft, form)
        page.problems = FormProblems(draft.problems)
        let isTooLarge = draft.problems.contains { $0.code == FileProblem.tooLarge.rawValue }
        return try presenter.page(
            page, context, section: .track,
            status: isTooLarge ? .contentTooLarge : draft.problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// The application's own page, which says where it stands and why this cannot be done.
    private func refused(
        _ id: Academy.Application.ID, _ refusals: [ApplicationRefusal], _ visitor: Visitor, _ context: WebContext
    ) async throws -> Response {
        var page = ApplicationPage(try await TrackApplication(office).one(id, by: visitor.caller))
        page.refusals = refusals
        return try presenter.page(page, context, section: .track, status: .conflict)
    }

    private func replacement(_ id: Academy.Application.ID, _ context: WebContext) async throws -> Response {
        try await page(id, search: context.query["cari"], context)
    }

    private func name(
        _ id: Academy.Application.ID, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = try context.requireVisitor()
        let body = try await request.form()
        try body.requireSecret(of: visitor)
        let chosen = body["pengganti"].flatMap { $0.isEmpty ? nil : Officer.ID($0) }
        do {
            try await NameReplacement(office)(id, chosen, by: visitor.caller)
        } catch Refusal.invalid(let problems) {
            return try await page(id, search: body["cari"], context, problems: problems)
        } catch Refusal.workflow(let refusals) {
            return try await page(id, search: body["cari"], context, refusals: refusals)
        }
        let view = try await TrackApplication(office).one(id, by: visitor.caller)
        let next = view.isOwn ? Route.application(id.text) : .absence(.releases(course: view.course.id.text))
        return .seeOther(next.path, done: .replacementNamed)
    }

    private func page(
        _ id: Academy.Application.ID, search: String?, _ context: WebContext, problems: [FieldProblem] = [],
        refusals: [ApplicationRefusal] = []
    ) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let view = try await NameReplacement(office).view(id, search: search, by: caller)
        var page = ReplacementPage(view, search: search ?? "")
        page.problems = FormProblems(problems)
        if !refusals.isEmpty { page.refusals = refusals }
        let status: HTTPResponse.Status = !problems.isEmpty ? .unprocessableContent : refusals.isEmpty ? .ok : .conflict
        return try presenter.page(page, context, section: view.isOwn ? .track : .courses, status: status)
    }
}

extension ReleaseForm {
    fileprivate init(_ fields: FormFields) {
        let upload = fields["surat-lama"] ?? ""
        let chosen = fields["pengganti"] ?? ""
        self.init(
            reason: fields["alasan"] ?? "", upload: upload.isEmpty ? nil : .init(upload),
            replacement: chosen.isEmpty || chosen == AbsenceFormPage.nobody ? nil : .init(chosen),
            goesWithout: chosen == AbsenceFormPage.nobody, search: fields["nama"] ?? "",
            isSearching: fields["tindakan"] == "cari")
    }
}
