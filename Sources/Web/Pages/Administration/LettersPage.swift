import Academy

/// `/pentadbir/peti-keluar`: letters, the newest first.
struct LettersPage: Page {
    static let template = "letters"
    /// Of the filter: `waiting`, `sent`, `failed`, or empty for all.
    var state: String
    var rows: [Row]
    var waiting: Int
    var failed: Int
    var next: String?
    var isFirstPage = true

    static let states = ["waiting", "sent", "failed"]

    struct Row: Sendable, Hashable {
        var id: String
        var kind: String
        var recipient: String
        /// `waiting`, `sending`, `sent` or `failed`.
        var state: String
        var createdAt: Instant
        /// When it was sent or given up.
        var at: Instant?
        var attempts: Int
        var error: String
    }

    func title(_ words: Phrases) -> String { words("letters.heading") }

    func fields(_ words: Phrases) -> Fields {
        let path = Route.administration(.letters).path
        let query = state.isEmpty ? "" : "keadaan=\(state)"
        return [
            "tabs": ([""] + Self.states).map { code -> Fields in
                [
                    "href": code.isEmpty ? path : "\(path)?keadaan=\(code)",
                    "label": words("letters.filter.\(code.isEmpty ? "all" : code)"), "isCurrent": code == state,
                    "count": (code == "waiting" ? words.number(waiting) : code == "failed" ? words.number(failed) : "")
                        .orAbsent,
                ]
            },
            "rows": rows.map { $0.fields(words) }, "isEmpty": rows.isEmpty,
            "hasPages": next != nil || !isFirstPage,
            "firstHref": isFirstPage ? false : "\(path)?\(query)" as any Showable,
            "nextHref": (next.map { "\(path)?\(query)&selepas=\(PercentCoding.encode($0))" }).orAbsent,
        ]
    }
}

extension LettersPage.Row {
    func fields(_ words: Phrases) -> Fields {
        [
            "href": Route.administration(.letter(id)).path, "kind": words.known("letterKind.\(kind)", else: kind),
            "recipient": recipient, "state": words("letters.state.\(state)"), "tagClass": tag,
            "createdAt": words.moment(createdAt), "at": (at.map { words.moment($0) }).orAbsent,
            "attempts": attempts > 0 ? words("letters.attempts", ["n": words.number(attempts)]) as any Showable : false,
            "error": error.orAbsent,
        ]
    }

    private var tag: String {
        switch state {
        case "sent": "tag-green"
        case "failed": "tag-red"
        case "sending": "tag-blue"
        default: "tag-amber"
        }
    }
}

/// `/pentadbir/peti-keluar/{letter}`: one letter in its words.
struct LetterPage: Page {
    static let template = "letter"
    var row: LettersPage.Row
    var language: Language
    var subject: String
    var text: String
    /// Why it cannot be written.
    var fault: String
    /// When it is tried next.
    var dueAt: Instant?
    var edition: Int
    var canBeResent: Bool
    var hasLink: Bool
    /// Shown on request.
    var link = ""
    var done = ""
    var problem = ""

    func title(_ words: Phrases) -> String {
        words.title(subject.isEmpty ? words("letters.heading") : subject, hasProblems: !problem.isEmpty)
    }

    func fields(_ words: Phrases) -> Fields {
        row.fields(words).adding([
            "listHref": Route.administration(.letters).path,
            "action": Route.administration(.letter(row.id)).path, "subject": subject.orAbsent,
            "letterLang": language.rawValue, "text": text.orAbsent, "fault": fault.orAbsent,
            "due": (dueAt.map { words.moment($0) }).orAbsent,
            "edition": edition > 1 ? words("letters.edition", ["n": words.number(edition)]) as any Showable : false,
            "canBeResent": canBeResent, "hasLink": hasLink, "link": link.orAbsent,
            "done": done == "hantar" ? words("letters.done") as any Showable : false,
            "problem": (problem.isEmpty ? "" : words("letterRefusal.\(problem)")).orAbsent,
            "auditHref": "\(Route.administration(.audit).path)?jenis=letter&subjek=\(row.id)",
        ])
    }
}
