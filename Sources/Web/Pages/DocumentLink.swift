import Academy

/// A document that a page offers, in the page's language and in the other one.
struct DocumentLink: Sendable, Hashable {
    var paper: PaperRoute

    func fields(_ words: Phrases) -> Fields {
        let other: Language = words.language == .malay ? .english : .malay
        return [
            "name": words("paper.\(paper.name)"), "href": address(in: words.language), "otherHref": address(in: other),
            "otherLanguage": other.rawValue, "isGiven": paper.isGiven,
        ]
    }

    private func address(in language: Language) -> String { "\(Route.paper(paper).path)?bahasa=\(language.rawValue)" }
}
