import Academy
import Desk
import HTTPTypes
import Hummingbird

/// Gabung rekod, and Percanggahan kehadiran.
struct OversightController: Sendable {
    private static let rowsPerPage = 50
    let office: Office
    let presenter: Presenter

    func form(_ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        return try presenter.page(try await page(by: caller), context, section: .merge)
    }

    /// The first post compares the two records; the second, which confirms, makes them one.
    func merge(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let fields = try await request.form()
        try fields.requireSecret(of: visitor)
        let form = MergeForm(kept: fields["kekal"] ?? "", gone: fields["lebur"] ?? "")
        let merge = MergeRecords(office)
        do {
            guard let view = try await merge.preview(form, by: visitor.caller) else { return done }
            var page = MergeReviewPage(view, form)
            guard fields["sahkan"] == "ya" else { return try presenter.page(page, context, section: .merge) }
            page.reason = fields["sebab"] ?? ""
            do {
                try await merge(form, reason: page.reason, by: visitor.caller)
            } catch Refusal.invalid(let problems) {
                page.problems = FormProblems(problems)
                return try presenter.page(page, context, section: .merge, status: .unprocessableContent)
            } catch Refusal.conflict(.mergeObstructed) {
                return try presenter.page(page, context, section: .merge, status: .conflict)
            }
            return done
        } catch Refusal.invalid(let problems) {
            var page = try await page(by: visitor.caller)
            (page.kept, page.gone) = (form.kept, form.gone)
            page.problems = FormProblems(problems)
            return try presenter.page(page, context, section: .merge, status: .unprocessableContent)
        }
    }

    func conflicts(_ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let thisYear = office.surroundings.now().day.year
        let year = context.query["tahun"].flatMap { Int($0) }.flatMap { (2000...2100).contains($0) ? $0 : nil }
        let key = context.query["selepas"]
        let found = try await ReadConflicts(office)(
            year: year ?? thisYear, after: key, limit: Self.rowsPerPage + 1,
            by: caller)
        let rows = found.prefix(Self.rowsPerPage)
        let page = ConflictsPage(
            year: year ?? thisYear, thisYear: thisYear, rows: rows.map(ConflictsPage.Row.init),
            next: found.count > rows.count ? rows.last?.key : nil,
            isFirstPage: key == nil)
        return try presenter.page(page, context, section: .conflicts)
    }

    private var done: Response { .seeOther(OversightRoute.merge.pattern, done: .recordsMerged) }

    private func page(by caller: Caller) async throws -> MergePage {
        MergePage(rows: try await MergeRecords(office).latest(by: caller).map(MergePage.Row.init))
    }
}

extension MergePage.Row {
    fileprivate init(_ record: MergedRecord) {
        self.init(
            name: record.name, myKad: record.myKad, keptName: record.keptName, keptMyKad: record.keptMyKad,
            keptID: record.kept.text, reason: record.reason, by: record.by, at: record.at)
    }
}

extension MergeReviewPage {
    fileprivate init(_ view: MergeView, _ form: MergeForm) {
        self.init(
            kept: Side(view.kept), gone: Side(view.gone), keptTyped: form.kept, goneTyped: form.gone,
            obstacles: view.obstacles.map { obstacle in
                Obstacle(
                    code: obstacle.code, courses: obstacle.courses.map { .init(id: $0.id.text, code: $0.code.text) })
            },
            moving: view.moving.map { .init(key: $0.kind, count: $0.count) }, account: view.account.rawValue)
    }
}

extension MergeReviewPage.Side {
    fileprivate init(_ side: MergeView.Side) {
        self.init(
            name: side.name, myKad: side.myKad, email: side.email, post: side.post, station: side.station,
            isServing: side.isServing, account: side.account ?? "")
    }
}

extension ConflictsPage.Row {
    fileprivate init(_ view: ConflictView) {
        self.init(
            name: view.name, myKad: view.myKad.formatted, day: view.day,
            sides: [.init(view.one), .init(view.other)])
    }
}

extension ConflictsPage.Side {
    fileprivate init(_ side: ConflictView.Side) {
        self.init(
            course: side.isOpen ? side.course.text : nil, session: side.session.text, code: side.code.text,
            titleMalay: side.titleMalay, titleEnglish: side.titleEnglish, start: side.start, end: side.end,
            mark: side.mark)
    }
}
