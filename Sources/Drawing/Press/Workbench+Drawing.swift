internal import CCairo
internal import Typesetting

extension Workbench {
    /// Draws a document, all of it by Cairo.
    /// - Parameter pages: of one size; what the first says of itself is said of the document.
    mutating func draw(_ pages: [Page], as kind: Canvas.Kind) throws -> [UInt8] {
        var drawings = Drawings()
        var marks: Marks?
        for page in pages { try record(page.items, into: &drawings, &marks) }
        return try draw(pages, as: kind, drawings)
    }

    /// The document that ``draw(_:as:)`` makes of a PDF, but its art is not drawn again: it is kept from page to page.
    mutating func compose(_ pages: [Page]) throws -> DrawnDocument {
        var drawings = Drawings()
        var marks: Marks? = Marks()
        for page in pages {
            let backdrop = Backdrop(page)
            if let backdrop, drawings.backdrops[backdrop] == nil {
                drawings.backdrops[backdrop] = try marks?.mark(
                    for: try form(of: backdrop), width: backdrop.width, height: backdrop.height)
            }
            var items = page.items
            if let backdrop { items.removeSubrange(backdrop.range) }
            try record(items, into: &drawings, &marks)
        }
        return try DrawnDocument(try draw(pages, as: .pdf, drawings), of: pages, with: marks?.forms ?? [])
    }

    /// Its structure is tagged, decoration is not part of it.
    private func draw(_ pages: [Page], as kind: Canvas.Kind, _ drawings: Drawings) throws -> [UInt8] {
        guard let first = pages.first else { throw PressError.library("a document has at least one page") }
        let canvas = try Canvas(kind: kind, width: first.width, height: first.height)
        canvas.describe(first.information)
        let whole = Box(x: 0, y: 0, width: first.width, height: first.height)
        if case .png(let dpi) = kind {
            cairo_scale(canvas.context, dpi / 72, dpi / 72)
            canvas.fill(whole, .white)
        }
        canvas.tagged("Document") {
            for (index, page) in pages.enumerated() {
                if index > 0 { cairo_show_page(canvas.context) }
                var items = page.items[...]
                if let backdrop = Backdrop(page), let drawing = drawings.backdrops[backdrop] {
                    draw(items.removeFirst(), on: canvas, whole, drawings)
                    canvas.tagged("NonStruct") { canvas.paint(drawing, into: whole) }
                    items = items.dropFirst(backdrop.art.count)
                }
                for item in items { draw(item, on: canvas, whole, drawings) }
            }
        }
        return try canvas.finish()
    }

    /// Has ready what items paint; where there are marks, they stand for what can be put in later.
    private mutating func record(
        _ items: [PageItem], into drawings: inout Drawings, _ marks: inout Marks?
    ) throws {
        for item in items {
            switch item {
            case .art(let art): drawings.files[art.key] = try drawing(art.file, size: (art.width, art.height))
            case .picture(let picture) where drawings.files[picture.file] == nil:
                var art = try drawing(picture.file)
                if marks != nil, !art.isPhotograph {
                    let form = try form(of: picture.file, art)
                    art = try marks?.mark(for: form, width: art.width, height: art.height) ?? art
                }
                drawings.files[picture.file] = art
            case .symbol(let symbol) where drawings.symbols[symbol.matrix] == nil:
                let side = Double(symbol.matrix.side)
                drawings.symbols[symbol.matrix] =
                    try marks?.mark(for: symbol.matrix.form(), width: side, height: side) ?? symbol.matrix.recorded()
            case .part(let part): try record(part.items, into: &drawings, &marks)
            case .ground, .paragraph, .rule, .picture, .symbol, .microtext, .watermark, .panel: break
            }
        }
    }

    private func draw(
        _ item: PageItem, on canvas: borrowing Canvas, _ whole: Box, _ drawings: Drawings
    ) {
        switch item {
        case .ground(let ink):
            // A fill of the whole page makes cairo 1.16 forget the tags before it; a hair less does not.
            canvas.tagged("NonStruct") { canvas.fill(whole.inset(by: 0.02), ink) }
        case .art(let art):
            guard let drawing = drawings.files[art.key] else { return }
            canvas.tagged("NonStruct") { canvas.paint(drawing, art) }
        case .paragraph(let paragraph): canvas.tagged(paragraph.role.rawValue) { draw(paragraph, on: canvas) }
        case .rule(let rule): canvas.tagged("NonStruct") { canvas.draw(rule) }
        case .picture(let picture):
            guard let drawing = drawings.files[picture.file] else { return }
            canvas.tagged("Figure") { canvas.paint(drawing, into: picture.box) }
        case .symbol(let symbol):
            guard let modules = drawings.symbols[symbol.matrix] else { return }
            canvas.tagged("Figure") { canvas.tagged("Link", symbol.attributes) { canvas.draw(symbol, modules) } }
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
