import Academy

/// `/pentadbir/gabung`: which two records are one person's, and what was merged.
struct MergePage: Page {
    static let template = "merge"
    /// As they were typed.
    var kept = ""
    var gone = ""
    var rows: [Row]
    var problems = FormProblems.none

    struct Row: Sendable, Hashable {
        var name: String
        var myKad: String
        var keptName: String
        var keptMyKad: String
        var keptID: String
        var reason: String
        var by: String
        var at: Instant
    }

    func title(_ words: Phrases) -> String {
        words.title(words("merge.heading"), hasProblems: !problems.all.isEmpty)
    }

    func fields(_ words: Phrases) -> Fields {
        problems.fields(words).adding([
            "action": OversightRoute.merge.pattern, "isEmpty": rows.isEmpty,
            "controls": [number("kekal", kept, words), number("lebur", gone, words)],
            "rows": rows.map { row -> Fields in
                [
                    "name": row.name, "myKad": row.myKad, "keptName": row.keptName, "keptMyKad": row.keptMyKad,
                    "reason": row.reason, "by": row.by, "at": words.moment(row.at),
                    "auditHref": "\(Route.administration(.audit).path)?jenis=officer&subjek=\(row.keptID)",
                ]
            },
        ])
    }

    private func number(_ field: String, _ value: String, _ words: Phrases) -> Fields {
        var control = FormControl(
            id: field, label: words("merge.\(field)"), hint: words("merge.hint.\(field)"), value: value,
            error: problems.text(field, words))
        control.inputMode = "numeric"
        return control.fields(words)
    }
}

/// The two records beside each other, before they become one.
struct MergeReviewPage: Page {
    static let template = "merge-review"
    var kept: Side
    var gone: Side
    /// As they were typed, for the second act.
    var keptTyped: String
    var goneTyped: String
    var obstacles: [Obstacle]
    var moving: [Moving]
    /// What becomes of the accounts: a code.
    var account: String
    var reason = ""
    var problems = FormProblems.none

    struct Side: Sendable, Hashable {
        var name: String
        var myKad: String
        var email: String
        var post: String
        var station: String
        var isServing: Bool
        /// Empty where there is none.
        var account: String
    }

    struct Obstacle: Sendable, Hashable {
        var code: String
        var courses: [Course]

        struct Course: Sendable, Hashable {
            var id: String
            var code: String
        }
    }

    /// How many of a kind go over.
    struct Moving: Sendable, Hashable {
        var key: String
        var count: Int
    }

    func title(_ words: Phrases) -> String {
        words.title(words("merge.review"), hasProblems: !problems.all.isEmpty || !obstacles.isEmpty)
    }

    func fields(_ words: Phrases) -> Fields {
        var control = FormControl(
            id: "sebab", label: words("merge.sebab"), hint: words("merge.hint.sebab"), value: reason,
            error: problems.text("sebab", words))
        control.isParagraph = true
        return problems.fields(words).adding([
            "action": OversightRoute.merge.pattern, "backHref": OversightRoute.merge.pattern,
            "keptTyped": keptTyped, "goneTyped": goneTyped, "lines": lines(words),
            "keptName": kept.name, "goneName": gone.name,
            "hasObstacles": !obstacles.isEmpty, "mayExchange": mayExchange,
            "obstacles": obstacles.map { obstacle -> Fields in
                [
                    "text": words("mergeObstacle.\(obstacle.code)"),
                    "courses": obstacle.courses.map { course -> Fields in
                        ["code": course.code, "href": Route.course(course.id).path]
                    },
                ]
            },
            "moving": moving.filter { $0.count > 0 }.map { kind -> Fields in
                ["label": words("merge.moving.\(kind.key)"), "count": words.number(kind.count)]
            },
            "hasMoving": moving.contains { $0.count > 0 }, "accountText": words("merge.account.\(account)"),
            "control": [control.fields(words)],
        ])
    }

    /// The other way round may do what this way does not.
    private var mayExchange: Bool {
        !obstacles.isEmpty && obstacles.allSatisfy { ["roles_would_be_lost", "correction_open"].contains($0.code) }
    }

    private func lines(_ words: Phrases) -> [Fields] {
        func state(_ side: Side) -> String { words(side.isServing ? "merge.serving" : "merge.left") }
        func account(_ side: Side) -> String { side.account.isEmpty ? words("merge.noAccount") : side.account }
        let lines = [
            (words("profileField.name"), kept.name, gone.name),
            (words("profileField.mykad"), kept.myKad, gone.myKad),
            (words("profileField.email"), kept.email, gone.email),
            (words("profileField.post"), kept.post, gone.post),
            (words("profileField.station"), kept.station, gone.station),
            (words("merge.service"), state(kept), state(gone)),
            (words("merge.accountLabel"), account(kept), account(gone)),
        ]
        return lines.map { line in
            ["label": line.0, "kept": line.1, "gone": line.2, "differs": line.1 != line.2]
        }
    }
}
