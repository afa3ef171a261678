import Academy
import NIOCore
import Synchronization

/// Puts the check pages of strangers together: the page that is asked for most, by people who wait at a counter.
///
/// The first page of a shape goes through the template; all later ones are that page with other texts. There are few
/// shapes, so nothing is ever thrown away.
final class CheckPress: Sendable {
    private let stationery: Stationery
    private let isDemonstration: Bool
    private let checked = Mutex<[Language: (minute: Int64, text: String)]>([:])
    private let compiled = Mutex<[CheckPage.Shape: CompiledPage]>([:])

    init(stationery: Stationery, isDemonstration: Bool) {
        self.stationery = stationery
        self.isDemonstration = isDemonstration
    }

    /// - Precondition: the page shows a certificate; what is not known has another shape each time.
    func html(_ page: CheckPage, in language: Language) throws(TemplateError) -> ByteBuffer {
        let words = stationery.wording[language]
        let shape = page.shape(in: language)
        if let known = compiled.withLock({ $0[shape] }) { return fill(known, page, words) }
        let form = CompiledPage(html: try marked(page, words))
        compiled.withLock { $0[shape] = form }
        return fill(form, page, words)
    }

    private func fill(_ form: CompiledPage, _ page: CheckPage, _ words: Phrases) -> ByteBuffer {
        form.filled { number in
            switch CheckSlots.Slot(rawValue: number) {
            case .checked?: checkedText(page, words)
            case let slot?: page.text(of: slot, words)
            case nil: ""
            }
        }
    }

    /// The same for all pages of one minute.
    private func checkedText(_ page: CheckPage, _ words: Phrases) -> String {
        let minute = page.checkedAt.milliseconds / 60_000
        return checked.withLock { checked in
            if let last = checked[words.language], last.minute == minute { return last.text }
            let text = page.text(of: .checked, words)
            checked[words.language] = (minute, text)
            return text
        }
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
