/// `/dashboard`: *Dashboard Pengguna*, the way to everything that is the visitor's own.
struct DashboardPage: Page {
    static let template = "dashboard"
    var name: String
    var entries: [Entry]

    /// One way on.
    struct Entry: Sendable, Hashable {
        var route: Route
        /// Key of its texts, below `dashboard`.
        var key: String
        var icon: String
    }

    func title(_ words: Phrases) -> String { words("dashboard.heading") }

    func fields(_ words: Phrases) -> Fields {
        [
            "name": name,
            "entries": entries.map { entry in
                Fields([
                    "href": entry.route.path, "icon": entry.icon, "label": words("dashboard.\(entry.key).label"),
                    "text": words("dashboard.\(entry.key).text"),
                ])
            },
        ]
    }
}
