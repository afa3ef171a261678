import Academy
import Desk
import HTTPTypes
import Hummingbird

/// Accounts, for administrators.
///
/// Each deed is asked for, shown with what it will do, and done when that is confirmed.
struct UsersController: Sendable {
    private static let rowsPerPage = 50
    let office: Office
    let presenter: Presenter

    func list(_ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let search = String((context.query["cari"] ?? "").prefix(100))
        let key = context.query["selepas"] ?? ""
        let found = try await FindUsers(office)(search: search, after: key, limit: Self.rowsPerPage, by: caller)
        let page = UsersPage(
            search: search, rows: found.users.map(UsersPage.Row.init), done: context.query["telah"] ?? "",
            next: found.hasMore ? found.users.last?.name : nil, isFirstPage: key.isEmpty)
        return try presenter.page(page, context, section: .users)
    }

    func show(_ id: UserSummary.ID, _ context: WebContext) async throws -> Response {
        let view = try await FindUsers(office).one(id, by: try context.requireVisitor().caller)
        var page = UserPage(view)
        page.done = context.query["telah"] ?? ""
        return try presenter.page(page, context, section: .users)
    }

    func form(_ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        guard caller.has(.administrator) else { throw Rejection(.forbidden) }
        return try presenter.page(NewUserPage(), context, section: .users)
    }

    func add(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let form = try await request.form()
        try form.requireSecret(of: visitor)
        var page = NewUserPage(email: form["emel"] ?? "", name: form["nama"] ?? "", roles: form.roles)
        do {
            let id = try await InviteUser(office).newcomer(
                email: page.email, name: page.name, roles: page.roles, language: .malay, by: visitor.caller)
            return .seeOther(Route.administration(.user(id.text)).path + "?telah=tambah")
        } catch Refusal.invalid(let problems) {
            page.problems = FormProblems(problems)
            return try presenter.page(page, context, section: .users, status: .unprocessableContent)
        }
    }

    func change(_ id: UserSummary.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let form = try await request.form()
        try form.requireSecret(of: visitor)
        guard let deed = UserDeedName(rawValue: form["tindakan"] ?? "") else { throw Rejection(.badRequest) }
        let view = try await FindUsers(office).one(id, by: visitor.caller)
        guard form["sahkan"] == "ya" else {
            let page = UserDeedPage(view, deed, form)
            return try presenter.page(page, context, section: .users)
        }
        do {
            try await perform(deed, on: id, form, by: visitor.caller)
            return .seeOther(Route.administration(.user(id.text)).path + "?telah=\(deed.rawValue)")
        } catch Refusal.invalid(let problems) {
            return try refused(view, problems.first?.code ?? "", .unprocessableContent, context)
        } catch Refusal.conflict(let conflict) {
            let latest = try await FindUsers(office).one(id, by: visitor.caller)
            return try refused(latest, conflict.rawValue, .conflict, context)
        }
    }

    private func perform(
        _ deed: UserDeedName, on id: UserSummary.ID, _ form: FormFields, by caller: Caller
    ) async throws {
        switch deed {
        case .roles:
            let before = Set((form["sebelum"] ?? "").split(separator: " ").compactMap { Role(rawValue: String($0)) })
            try await SetRoles(office)(form.roles, of: id, before: before, by: caller)
        case .appoint: try await CoordinateCourse(office).appoint(id, to: form["kursus"] ?? "", by: caller)
        case .dismiss:
            try await CoordinateCourse(office).dismiss(id, from: .init(form["kursus"] ?? ""), by: caller)
        case .block: try await BlockUser(office)(id, isBlocked: true, by: caller)
        case .unblock: try await BlockUser(office)(id, isBlocked: false, by: caller)
        case .endSessions: try await EndSessions(office)(id, by: caller)
        case .password: try await InviteUser(office).again(id, by: caller)
        }
    }

    private func refused(
        _ view: UserView, _ code: String, _ status: HTTPResponse.Status, _ context: WebContext
    ) throws -> Response {
        var page = UserPage(view)
        page.problem = code
        return try presenter.page(page, context, section: .users, status: status)
    }
}

extension FormFields {
    /// The roles that were ticked.
    var roles: Set<Role> { Set(values(under: "peranan-").keys.compactMap(Role.init(rawValue:))) }
}

extension UsersPage.Row {
    init(_ user: UserSummary) {
        self.init(
            id: user.id.text, name: user.name, displayName: user.displayName, roles: user.roles.sorted(),
            isActive: user.isActive)
    }
}

extension UserPage {
    init(_ view: UserView) {
        self.init(
            row: UsersPage.Row(view.summary), isOfficer: view.summary.isOfficer, myKad: view.myKad, post: view.post,
            station: view.station, isServing: view.isServing, sessions: view.sessions,
            temporaryUntil: view.temporaryUntil,
            courses: view.courses.map {
                Course(
                    id: $0.id.text, code: $0.code.text, titleMalay: $0.titleMalay, titleEnglish: $0.titleEnglish)
            }, isOwn: view.isOwn, isLastAdministrator: view.isLastAdministrator, hasAddress: view.hasAddress)
    }
}

extension UserDeedPage {
    /// What was asked for, kept for the confirmation.
    init(_ view: UserView, _ deed: UserDeedName, _ form: FormFields) {
        var kept: [UserDeedPage.Value] = []
        var subject = ""
        switch deed {
        case .roles:
            kept = form.roles.sorted().map { .init(name: "peranan-\($0.rawValue)", value: "1") }
            kept.append(.init(name: "sebelum", value: view.summary.roles.codes))
        case .appoint:
            subject = (form["kursus"] ?? "").uppercased()
            kept = [.init(name: "kursus", value: subject)]
        case .dismiss:
            let course = view.courses.first { $0.id.text == form["kursus"] }
            subject = course.map(\.code.text) ?? ""
            kept = [.init(name: "kursus", value: form["kursus"] ?? "")]
        case .block, .unblock, .endSessions, .password: break
        }
        self.init(
            id: view.summary.id.text, name: view.summary.displayName, deed: deed, subject: subject,
            before: view.summary.roles.sorted(), after: form.roles.sorted(), kept: kept)
    }
}
