import Academy
import Desk
import HTTPTypes
import Hummingbird

/// Puts a page into its frame for the visitor who asked.
struct Presenter: Sendable {
    let stationery: Stationery
    let isDemonstration: Bool

    func words(_ context: WebContext) -> Phrases { stationery.wording[context.language] }

    /// - Parameter refresh: seconds after which the page asks for itself again where no script runs.
    func page(
        _ page: some Page, _ context: WebContext, section: Frame.Section? = nil, refresh: Int? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let frame = Frame(
            language: context.language, location: Self.location(context),
            account: context.visitor.map(Frame.Account.init),
            section: section, isDemonstration: isDemonstration,
            done: status == .ok ? context.query[Done.name].flatMap(Done.init) : nil, refresh: refresh)
        return .html(try stationery.html(page, in: frame), status: status)
    }

    /// Where the language switch leads: this page, if it can be asked for, with the parts of its query that we know.
    private static func location(_ context: WebContext) -> String {
        guard let route = context.route, route.methods.contains(.get) else { return Route.landing.path }
        let names = [
            "kod", "selepas", "kembali", "id", "sesi", "halaman", "telah", "cari", "keadaan", "medan", "pelaku",
            "perbuatan", "jenis", "tindakan", "subjek", "dari", "hingga", "semak", "paparan",
        ]
        let known = names.compactMap { key in
            context.query[key].map { "\(key)=\(PercentCoding.encode($0))" }
        }
        return route.path + (known.isEmpty ? "" : "?" + known.joined(separator: "&"))
    }
}

extension Frame.Account {
    init(_ visitor: Visitor) {
        self.init(
            name: visitor.caller.displayName, csrf: visitor.csrf, hasCertificates: visitor.caller.officer != nil,
            isStaff: visitor.caller.seesCourses, mustChangePassword: visitor.mustChangePassword,
            seesReceipts: visitor.caller.seesReceipts,
            seesExemptions: visitor.caller.has(.administrator) || visitor.caller.has(.finance),
            isAdministrator: visitor.caller.has(.administrator),
            seesAudit: !visitor.caller.roles.isSubset(of: [.officer]),
            seesRegister: visitor.caller.has(.administrator) || visitor.caller.has(.auditor),
            unread: visitor.unread)
    }
}

extension Caller {
    /// Which menu to show; what is allowed is decided at the Desk.
    var seesCourses: Bool { mayIssueInBulk || has(.auditor) }

    var mayIssueInBulk: Bool { has(.administrator) || has(.coordinator) }

    var seesReceipts: Bool { has(.finance) || has(.auditor) }

    var mayProposeExemption: Bool { has(.finance) && !has(.administrator) }

    /// Where a visitor begins.
    var start: Route { .dashboard }
}
