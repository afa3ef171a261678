import Academy
import Desk

/// `/pentadbir/audit`: *Log audit*.
struct AuditPage: Page {
    static let template = "audit"
    /// As it was typed.
    var form: Form
    var rows: [Row]
    var reach: AuditReach
    var next: Int?
    var isFirstPage = true
    /// What the check of the hashes came to, when it was asked for.
    var chain: Chain?

    struct Form: Sendable, Hashable {
        var actor = ""
        var action = ""
        var subjectKind = ""
        var subjectID = ""
        var from = ""
        var to = ""
    }

    struct Row: Sendable, Hashable {
        var sequence: Int
        var at: Instant
        var actor: String
        var onBehalfOf: String
        var action: String
        var subjectKind: String
        var subjectID: String
        var before: String
        var after: String
        var reason: String
        var requestID: String
    }

    struct Chain: Sendable, Hashable {
        var entries: Int
        var brokenAt: Int?
    }

    /// Kinds of things that entries are about.
    static let kinds = [
        "academy", "account", "application", "attendance", "bulk_issue", "certificate", "correction", "course",
        "fee_exemption", "fee_refund",
        "letter", "officer", "participation", "receipt", "registration", "signatory", "staff",
    ]

    func title(_ words: Phrases) -> String { words("audit.heading") }

    func fields(_ words: Phrases) -> Fields {
        let path = Route.administration(.audit).path
        let query = form.query
        return [
            "action": path, "seesAll": reach == .everything, "seesOthers": reach != .own,
            "lead": words("audit.lead.\(reach.rawValue)"), "actor": form.actor, "deed": form.action,
            "subject": form.subjectID,
            "from": form.from, "to": form.to, "isFiltered": form != Form(), "allHref": path,
            "kinds": Self.kinds.map { kind -> Fields in
                ["code": kind, "text": words("auditKind.\(kind)"), "isChosen": kind == form.subjectKind]
            },
            "rows": rows.map { $0.fields(words) }, "isEmpty": rows.isEmpty,
            "exportHref": Route.administration(.auditTable).path + (query.isEmpty ? "" : "?\(query)"),
            "checkHref": path + "?semak=1" + (query.isEmpty ? "" : "&\(query)"),
            "whole":
                (chain.flatMap { $0.brokenAt == nil ? words("audit.whole", ["n": words.number($0.entries)]) : nil })
                .orAbsent,
            "broken": (chain?.brokenAt.map { words("audit.broken", ["n": words.number($0)]) }).orAbsent,
            "hasPages": next != nil || !isFirstPage,
            "firstHref": isFirstPage ? false : path + (query.isEmpty ? "" : "?\(query)") as any Showable,
            "nextHref": (next.map { "\(path)?\(query.isEmpty ? "" : query + "&")selepas=\($0)" }).orAbsent,
        ]
    }
}

extension AuditPage.Form {
    /// Without what is empty.
    fileprivate var query: String {
        [
            ("pelaku", actor), ("perbuatan", action), ("jenis", subjectKind), ("subjek", subjectID), ("dari", from),
            ("hingga", to),
        ].filter { !$0.1.isEmpty }.map { "\($0.0)=\(PercentCoding.encode($0.1))" }.joined(separator: "&")
    }
}

extension AuditPage.Row {
    fileprivate func fields(_ words: Phrases) -> Fields {
        [
            "sequence": words.number(sequence), "at": words.moment(at), "who": (actor.isEmpty ? "–" : actor),
            "behalf": onBehalfOf.orAbsent, "deed": words.known("auditAction.\(action)", else: action), "code": action,
            "kind": words.known("auditKind.\(subjectKind)", else: subjectKind), "subject": subjectID.orAbsent,
            "subjectHref": "\(Route.administration(.audit).path)?jenis=\(PercentCoding.encode(subjectKind))&subjek="
                + PercentCoding.encode(subjectID),
            "before": before.orAbsent, "after": after.orAbsent, "hasChange": !(before.isEmpty && after.isEmpty),
            "reason": reason.orAbsent, "requestID": requestID,
        ]
    }
}
