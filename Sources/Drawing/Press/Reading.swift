internal import Typesetting

/// What those hear who have a document read to them, in its order.
struct Reading {
    /// What each figure shows.
    private(set) var figures: [String] = []
    /// What each link leads to.
    private(set) var links: [String] = []
    /// Language of each paragraph and heading, as BCP 47 has it; nil for the document's own.
    private(set) var languages: [String?] = []
    private let own: String

    init(of pages: [Page]) {
        own = pages.first?.information.language ?? ""
        for page in pages { add(page.items) }
    }

    private mutating func add(_ items: [PageItem]) {
        for item in items {
            switch item {
            case .picture(let picture): figures.append(picture.alternative)
            case .symbol(let symbol):
                let isEnglish = own == "en"
                figures.append(
                    symbol.alternative
                        ?? (isEnglish ? "QR code to verify this certificate" : "Kod QR untuk mengesahkan sijil ini"))
                links.append(symbol.alternative ?? (isEnglish ? "Verify this certificate" : "Sahkan sijil ini"))
            case .paragraph(let paragraph):
                languages.append(paragraph.style.language == own ? nil : paragraph.style.language)
            case .watermark: languages.append(nil)
            case .part(let part) where part.role == .edge: continue
            case .part(let part): add(part.items)
            case .ground, .art, .rule, .microtext, .panel: continue
            }
        }
    }
}
