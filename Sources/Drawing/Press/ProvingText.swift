internal import Stamping
internal import Typesetting

/// Measures texts that are laid out and never drawn, and makes no QR codes: every address fits into one.
final class ProvingText: TextMeasurer, SymbolEncoder {
    /// Measures the letters that it has, as it will when the certificate is made.
    private let template: CompiledTemplate?
    private let shaper: TextShaper

    init(template: CompiledTemplate?, shaper: TextShaper) {
        self.template = template
        self.shaper = shaper
    }

    /// No address is longer, with or without claims; the largest code holds three times as much.
    private static let longest = 1000
    private static let blank = SymbolMatrix(side: 61, modules: [Bool](repeating: false, count: 61 * 61))

    func extent(of text: String, in style: TypeStyle) throws(MissingGlyph) -> TextExtent {
        if let extent = template?.extent(of: text, in: style) { return extent }
        return try shaper.extent(of: text, in: style)
    }

    func encode(_ text: String) throws(LayoutError) -> SymbolMatrix {
        text.utf8.count <= Self.longest && !text.utf8.contains(0) ? Self.blank : try shaper.encode(text)
    }
}
