import Academy
import Desk
import HTTPTypes
import Hummingbird

/// Notices on the site.
struct NoticesController: Sendable {
    private static let rowsPerPage = 30
    let office: Office
    let presenter: Presenter

    func list(_ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let key = context.query["selepas"]
        let found = try await ReadNotices(office)(
            before: key.map { .init($0) }, limit: Self.rowsPerPage + 1, in: context.language, by: visitor.caller)
        let rows = found.prefix(Self.rowsPerPage)
        let page = NoticesPage(
            rows: rows.map(NoticesPage.Row.init), unread: visitor.unread,
            next: found.count > rows.count ? rows.last?.id : nil, isFirstPage: key == nil)
        return try presenter.page(page, context, section: .notices)
    }

    func markAll(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        try await request.form().requireSecret(of: visitor)
        try await ReadNotices(office).markAll(by: visitor.caller)
        return .seeOther(Route.notices(.notices).path)
    }

    func open(_ id: String, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        try await request.form().requireSecret(of: visitor)
        let notice = try await ReadNotices(office).open(.init(id), by: visitor.caller)
        return .seeOther(notice.path.isEmpty ? Route.notices(.notices).path : notice.path)
    }
}

extension NoticesPage.Row {
    init(_ notice: NoticeView) {
        self.init(
            id: notice.id, kind: notice.kind, values: notice.values, opens: !notice.path.isEmpty, at: notice.at,
            isRead: notice.isRead)
    }
}
