import Academy
import Attestation

/// `/pentadbir/sijil`: the register of certificates.
struct RegisterListPage: Page {
    static let template = "register-list"
    var search: String
    var rows: [Row]
    /// Those that wait for a second person's decision; on the first page without a search.
    var proposed: [Row] = []
    var next: String?
    var isFirstPage = true

    struct Row: Sendable, Hashable {
        var id: String
        var serial: String
        var holder: String
        var courseCode: String
        var status: CertificateStatus
        var statusAt: Instant
        var hasProposal: Bool
    }

    func title(_ words: Phrases) -> String { words("certs.heading") }

    func fields(_ words: Phrases) -> Fields {
        let path = Route.certificates(.list).path
        let query = search.isEmpty ? "" : "cari=\(PercentCoding.encode(search))"
        return [
            "action": path, "search": search, "rows": rows.map { $0.fields(words) }, "isEmpty": rows.isEmpty,
            "emptyText": words(search.isEmpty ? "certs.none" : "certs.noneFound"),
            "proposed": proposed.map { $0.fields(words) }, "hasProposed": !proposed.isEmpty,
            "hasPages": next != nil || !isFirstPage,
            "firstHref": isFirstPage ? false : "\(path)?\(query)" as any Showable,
            "nextHref": (next.map { "\(path)?\(query)&selepas=\(PercentCoding.encode($0))" }).orAbsent,
        ]
    }
}

extension RegisterListPage.Row {
    func fields(_ words: Phrases) -> Fields {
        let tag = CertificateTag.status(status)
        return [
            "href": Route.certificates(.certificate(id)).path, "serial": serial, "holder": holder,
            "courseCode": courseCode, "tag": tag.text(words), "tagClass": tag.tagClass,
            "since": words.day(of: statusAt), "hasProposal": hasProposal,
        ]
    }
}
