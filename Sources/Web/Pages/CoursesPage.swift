import Academy

/// `/pentadbir`: every course with its counts.
struct CoursesPage: Page {
    static let template = "courses"
    var rows: [Row]

    struct Row: Sendable, Hashable {
        var id: String
        var code: String
        var titleMalay: String
        var titleEnglish: String
        var dates: DatePhrase
        var tally: CourseTally
    }

    func title(_ words: Phrases) -> String { words("courses.heading") }

    func fields(_ words: Phrases) -> Fields {
        let total = rows.map(\.tally).reduce(.zero, +)
        return total.fields(words).adding(["rows": rows.map { $0.fields(words) }, "isEmpty": rows.isEmpty])
    }
}

extension CoursesPage.Row {
    fileprivate func fields(_ words: Phrases) -> Fields {
        tally.fields(words).adding([
            "href": Route.course(id).path, "code": code, "dates": dates.text(in: words.language),
            "title": words.language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay,
            "share": share(words).orAbsent,
        ])
    }

    /// Percent of the participants, for the bar; nil without participants.
    private func share(_ words: Phrases) -> Fields? {
        guard tally.participants > 0 else { return nil }
        let issued = tally.issued * 100 / tally.participants
        let label = words(
            "courses.shareLabel",
            ["issued": words.number(tally.issued), "participants": words.number(tally.participants)])
        return ["issued": issued, "ready": tally.ready * 100 / tally.participants, "label": label]
    }
}
