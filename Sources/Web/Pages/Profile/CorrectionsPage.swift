import Academy

/// `/pentadbir/pembetulan`: requests for correction that wait, and the latest decisions.
struct CorrectionsPage: Page {
    static let template = "corrections"
    var waiting: [Row]
    var decided: [Row]
    /// What has just been done: `terima` or `tolak`.
    var done = ""
    var next: String?
    var isFirstPage = true

    struct Row: Sendable, Hashable {
        var card: CorrectionCard
        var officer: String
        var myKad: String
    }

    func title(_ words: Phrases) -> String { words("corrections.heading") }

    func fields(_ words: Phrases) -> Fields {
        let path = Route.profile(.corrections).path
        return [
            "done": ["terima", "tolak"].contains(done)
                ? words("corrections.done.\(done)") as any Showable : false,
            "rows": waiting.map { $0.fields(words) }, "isEmpty": waiting.isEmpty,
            "decided": decided.map { $0.fields(words) }, "hasDecided": !decided.isEmpty,
            "hasPages": next != nil || !isFirstPage, "firstHref": isFirstPage ? false : path as any Showable,
            "nextHref": (next.map { "\(path)?selepas=\(PercentCoding.encode($0))" }).orAbsent,
        ]
    }
}

extension CorrectionsPage.Row {
    fileprivate func fields(_ words: Phrases) -> Fields {
        card.fields(words).adding([
            "officer": officer, "myKad": myKad, "href": Route.profile(.correction(card.id)).path,
        ])
    }
}

/// `/pentadbir/pembetulan/{correction}`: one request, and its decision.
struct CorrectionPage: Page {
    static let template = "correction"
    var card: CorrectionCard
    var officer: String
    var myKad: String
    var post: String
    var station: String
    /// What holds at this moment.
    var current: String
    var mayDecide: Bool
    /// The reason that was typed.
    var typed = ""
    var problems = FormProblems.none
    /// Somebody else has decided meanwhile.
    var isOvertaken = false

    func title(_ words: Phrases) -> String { words.title(officer, hasProblems: !problems.all.isEmpty) }

    func fields(_ words: Phrases) -> Fields {
        let items = problems.all.map {
            ErrorSummary.Item(
                field: $0.field == "reason" ? "sebab" : "keputusan", text: words("profileFault.\($0.code)"))
        }
        let isWaiting = card.state == "waiting"
        return ErrorSummary(items).fields.adding(card.fields(words)).adding([
            "officer": officer, "myKad": myKad, "post": post, "station": station,
            "current": words.value(current, of: card.field.rawValue).orAbsent,
            "hasChanged": current != card.before && isWaiting, "listHref": Route.profile(.corrections).path,
            "action": Route.profile(.correction(card.id)).path, "mayDecide": isWaiting && mayDecide,
            "isOwn": isWaiting && !mayDecide, "isDecided": !isWaiting, "isOvertaken": isOvertaken, "typed": typed,
            "reasonError": (problems.all.first { $0.field == "reason" }.map { words("profileFault.\($0.code)") } ?? "")
                .orAbsent,
            "pictureHref": upload,
        ])
    }

    private var upload: Shown {
        (card.upload.flatMap { $0.hasPicture ? Route.uploadPicture($0.id).path : nil }).orAbsent
    }
}
