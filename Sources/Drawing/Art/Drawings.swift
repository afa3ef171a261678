internal import CCairo
internal import PDFObjects
internal import Typesetting

/// What the pages of one document paint, recorded before anything is drawn.
struct Drawings {
    /// By file, and by size where that is asked for.
    var files: [String: RecordedArt] = [:]
    var symbols: [SymbolMatrix: RecordedArt] = [:]
    /// Those that are painted in one piece.
    var backdrops: [Backdrop: RecordedArt] = [:]
}

/// The art that lies under everything else on a page: it is the same on all certificates of a template.
struct Backdrop: Hashable {
    /// Of the page.
    let width: Double
    let height: Double
    let art: [PlacedArt]

    /// nil where there is no ground with art upon it: what is painted first makes cairo 1.16 forget the tags before it.
    init?(_ page: Page) {
        guard case .ground = page.items.first else { return nil }
        var art: [PlacedArt] = []
        for item in page.items.dropFirst() {
            guard case .art(let next) = item else { break }
            art.append(next)
        }
        guard !art.isEmpty else { return nil }
        self.art = art
        width = page.width
        height = page.height
    }

    /// Where the art is among the page's items.
    var range: Range<Int> { 1..<1 + art.count }
}

/// The forms of a document that are put into it when it was drawn: what Cairo draws in their places are marks.
///
/// Art is the same on every certificate; Cairo would play, write and pack it for each.
struct Marks {
    private(set) var forms: [PDFForm] = []

    mutating func mark(for form: PDFForm, width: Double, height: Double) throws(PressError) -> RecordedArt {
        let (red, green) = FormMark(forms.count).colour
        forms.append(form)
        return try RecordedArt(width: width, height: height) { canvas in
            cairo_set_source_rgb(canvas.context, red, green, 0)
            cairo_rectangle(canvas.context, 0, 0, 1, 1)
            cairo_fill(canvas.context)
        }
    }
}
