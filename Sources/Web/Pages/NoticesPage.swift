import Academy

/// `/notifikasi`: *Notifikasi*.
struct NoticesPage: Page {
    static let template = "notices"
    var rows: [Row]
    var unread: Int
    var next: String?
    var isFirstPage = true

    struct Row: Sendable, Hashable {
        var id: String
        var kind: String
        var values: [String: String]
        /// It leads somewhere.
        var opens: Bool
        var at: Instant
        var isRead: Bool
    }

    func title(_ words: Phrases) -> String { words("notices.heading") }

    func fields(_ words: Phrases) -> Fields {
        let path = Route.notices(.notices).path
        return [
            "action": path, "hasUnread": unread > 0,
            "unreadText": words("notices.unread", ["n": words.number(unread)]),
            "rows": rows.map { $0.fields(words) }, "isEmpty": rows.isEmpty,
            "hasPages": next != nil || !isFirstPage, "firstHref": isFirstPage ? false : path as any Showable,
            "nextHref": (next.map { "\(path)?selepas=\(PercentCoding.encode($0))" }).orAbsent,
        ]
    }
}

extension NoticesPage.Row {
    func fields(_ words: Phrases) -> Fields {
        var values = values
        if let field = values["field"] { values["field"] = words.known("profileField.\(field)", else: field) }
        let heading = words.known("letterKind.\(kind)", else: words.known("noticeKind.\(kind)", else: kind))
        return [
            "kind": heading, "sentence": words.sentence("noticeText.\(kind)", values).orAbsent,
            "at": words.moment(at), "isRead": isRead, "opens": opens, "openHref": Route.notices(.notice(id)).path,
        ]
    }
}
