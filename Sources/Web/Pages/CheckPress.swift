import Academy
import Synchronization

/// Puts the check pages of strangers together: the page that is asked for most, by people who wait at a counter.
///
/// The first page of a shape goes through the template; all later ones are that page with other texts. There are few
/// shapes, so nothing is ever thrown away.
final class CheckPress: Sendable {
    private let stationery: Stationery
    private let isDemonstration: Bool
    private let compiled = Mutex<[CheckPage.Shape: CompiledPage]>([:])

    init(stationery: Stationery, isDemonstration: Bool) {
        self.stationery = stationery
        self.isDemonstration = isDemonstration
    }

    /// - Precondition: the page shows a certificate; what is not known has another shape each time.
    func html(_ page: CheckPage, in language: Language) throws(TemplateError) -> String {
        let words = stationery.wording[language]
        let shape = page.shape(in: language)
        let texts = CheckSlots(page, words).texts
        if let known = compiled.withLock({ $0[shape] }) { return known.filled(texts) }
        let form = CompiledPage(html: try marked(page, words))
        compiled.withLock { $0[shape] = form }
        return form.filled(texts)
    }

    private func marked(_ page: CheckPage, _ words: Phrases) throws(TemplateError) -> String {
        let marks = CheckSlots.marks
        let frame = Frame(
            language: words.language, location: "", section: .check, isDemonstration: isDemonstration)
        let fields = page.fields(words, marks).adding([
            "title": marks[.title], "malayHref": marks[.malayPath], "englishHref": marks[.englishPath],
        ])
        return try stationery.html(fields, of: CheckPage.template, in: frame)
    }
}
