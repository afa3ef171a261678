import Desk
import Hummingbird

/// What is the visitor's own.
struct DashboardController: Sendable {
    let presenter: Presenter

    func show(_ context: WebContext) throws -> Response {
        let caller = try context.requireVisitor().caller
        var entries: [DashboardPage.Entry] = []
        if caller.officer != nil {
            entries.append(.init(route: .ownCertificates, key: "own", icon: "certificate"))
        }
        if caller.seesCourses { entries.append(.init(route: .courses, key: "courses", icon: "calendar")) }
        entries.append(.init(route: .changePassword, key: "password", icon: "lock"))
        return try presenter.page(
            DashboardPage(name: caller.displayName, entries: entries), context, section: .dashboard)
    }
}
