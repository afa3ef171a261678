internal import CCairo
internal import Typesetting

extension Workbench {
    /// Draws a document: its structure is tagged, decoration is not part of it.
    /// - Parameter pages: of one size; what the first says of itself is said of the document.
    mutating func draw(_ pages: [Page], as kind: Canvas.Kind) throws -> [UInt8] {
        guard let first = pages.first else { throw PressError.library("a document has at least one page") }
        var drawings: [String: RecordedArt] = [:]
        for page in pages { try play(page.items, into: &drawings) }
        let canvas = try Canvas(kind: kind, page: first)
        canvas.describe(first.information)
        let whole = Box(x: 0, y: 0, width: first.width, height: first.height)
        if case .png(let dpi) = kind {
            cairo_scale(canvas.context, dpi / 72, dpi / 72)
            canvas.fill(whole, .white)
        }
        canvas.tagged("Document") {
            for (index, page) in pages.enumerated() {
                if index > 0 { cairo_show_page(canvas.context) }
                for item in page.items { draw(item, on: canvas, whole, drawings) }
            }
        }
        return try canvas.finish()
    }

    /// The drawings of a page by file, loaded before anything is drawn.
    private mutating func play(_ items: [PageItem], into played: inout [String: RecordedArt]) throws(PressError) {
        for item in items {
            switch item {
            case .art(let art): played[art.key] = try drawing(art.file, size: (art.width, art.height))
            case .picture(let picture): played[picture.file] = try drawing(picture.file)
            case .part(let part): try play(part.items, into: &played)
            case .ground, .paragraph, .rule, .symbol, .microtext, .watermark, .panel: break
            }
        }
    }

    private func draw(
        _ item: PageItem, on canvas: borrowing Canvas, _ whole: Box, _ drawings: [String: RecordedArt]
    ) {
        switch item {
        case .ground(let ink):
            // A fill of the whole page makes cairo 1.16 forget the tags before it; a hair less does not.
            canvas.tagged("NonStruct") { canvas.fill(whole.inset(by: 0.02), ink) }
        case .art(let art):
            guard let drawing = drawings[art.key] else { return }
            canvas.tagged("NonStruct") { canvas.paint(drawing, art) }
        case .paragraph(let paragraph): canvas.tagged(paragraph.role.rawValue) { draw(paragraph, on: canvas) }
        case .rule(let rule): canvas.tagged("NonStruct") { canvas.draw(rule) }
        case .picture(let picture):
            guard let drawing = drawings[picture.file] else { return }
            canvas.tagged("Figure") { canvas.paint(drawing, into: picture.box) }
        case .symbol(let symbol):
            canvas.tagged("Figure") { canvas.tagged("Link", symbol.attributes) { canvas.draw(symbol) } }
        case .microtext(let microtext): canvas.tagged("NonStruct") { draw(microtext, on: canvas) }
        case .watermark(let watermark): canvas.tagged("P") { draw(watermark, on: canvas, whole) }
        case .panel(let panel): canvas.tagged("NonStruct") { canvas.fill(panel.box, panel.ink) }
        case .part(let part):
            if part.items.isEmpty, part.role == .edge { return }
            canvas.tagged(part.role.rawValue) {
                for item in part.items {
                    switch item {
                    // Lines and fills that only adorn need no element each.
                    case .rule(let rule) where part.role == .edge: canvas.draw(rule)
                    case .panel(let panel) where part.role == .edge: canvas.fill(panel.box, panel.ink)
                    // Running heads and page numbers are not read in between a document's own text.
                    case .paragraph(let paragraph) where part.role == .edge: draw(paragraph, on: canvas)
                    default: draw(item, on: canvas, whole, drawings)
                    }
                }
            }
        }
    }

    private func draw(_ paragraph: Paragraph, on canvas: borrowing Canvas) {
        for line in paragraph.lines {
            shaper.show(
                line.text, line.style ?? paragraph.style, size: paragraph.size, x: line.x, y: line.y, width: line.width,
                spaced: line.continues, on: canvas)
        }
    }
}

extension PlacedArt {
    fileprivate var key: String { "\(file) \(width)×\(height)" }
}

extension PlacedSymbol {
    /// Cairo's form of a link: a quote would end the address, and addresses have none.
    fileprivate var attributes: String {
        let uri = link.filter { $0 != "'" && $0 != "\\" }
        return "uri='\(uri)' rect=[\(box.x) \(box.y) \(box.width) \(box.height)]"
    }
}
