public import Academy

/// What the site tells somebody who has an account: most often what a letter tells too.
public struct NoticeRecord: Sendable, Hashable {
    public typealias ID = Identifier<NoticeRecord>

    public let id: ID
    /// Stable code: `certificate.ready`.
    public let kind: String
    /// What its sentence needs, without secrets; `link` is a path of the site.
    public let values: [String: String]
    public let createdAt: Instant
    /// nil while it is unread.
    public let readAt: Instant?

    public init(id: ID, kind: String, values: [String: String], createdAt: Instant, readAt: Instant? = nil) {
        self.id = id
        self.kind = kind
        self.values = Self.told(values)
        self.createdAt = createdAt
        self.readAt = readAt
    }

    /// Only what is named here is kept, so that no password and no key of a link ever is.
    private static let known: Set<String> = [
        "course", "reference", "dates", "venue", "deadline", "serial", "receipt", "amount", "applicant", "by", "reason",
        "position", "percent", "minimum", "proposer", "action", "count", "moment", "field", "supervisor", "remark",
        "original", "replacement",
    ]
    /// A last part of a path that is longer than any id is a key.
    private static let longestID = 40

    private static func told(_ values: [String: String]) -> [String: String] {
        var told = values.filter { known.contains($0.key) }
        if let link = values["link"], let path = path(of: link) { told["link"] = path }
        return told
    }

    /// The path and query of an address of the site; nil for one that holds a key.
    private static func path(of link: String) -> String? {
        var rest = link[...]
        if let scheme = rest.firstRange(of: "://") {
            rest = rest[scheme.upperBound...]
            rest = rest.firstIndex(of: "/").map { rest[$0...] } ?? ""
        }
        guard rest.hasPrefix("/"), !rest.hasPrefix("//") else { return nil }
        let last = rest.prefix { $0 != "?" }.split(separator: "/").last ?? ""
        return last.count > longestID ? nil : String(rest)
    }
}
