internal import Academy
internal import Attestation

/// Sets the parts of a paper one after the other, without regard to pages.
struct PaperSetter<Measurer: TextMeasurer & SymbolEncoder> {
    let template: PaperTemplate
    let values: PaperValues
    let setter: RunningSetter<Measurer>
    private var paragraphs = 0
    private var tables = 0
    private var counter = Counter()

    init(_ template: PaperTemplate, _ values: PaperValues, _ measurer: Measurer) {
        self.template = template
        self.values = values
        setter = RunningSetter(measurer: measurer)
    }

    var stationery: Stationery { template.stationery }

    /// Width of the content in points.
    var width: Double { template.width - stationery.margins.left - stationery.margins.right }

    mutating func set(_ blocks: [PaperBlock], indent: Double = 0) throws(LayoutError) -> [Slug] {
        var slugs: [Slug] = []
        for block in blocks {
            if let field = block.when, !values.has(field) { continue }
            if let field = block.unless, values.has(field) { continue }
            var own = try set(block, at: indent + block.indent)
            if !own.isEmpty {
                own[0].gap += block.gap
                if block.follows, !slugs.isEmpty { slugs[slugs.count - 1].keepsWithNext = true }
            }
            slugs += own
        }
        return slugs
    }

    private mutating func set(_ block: PaperBlock, at indent: Double) throws(LayoutError) -> [Slug] {
        let frame = Frame(x: stationery.margins.left + indent, width: width - indent)
        switch block.content {
        case .text(let wording): return try set(wording, frame, block.name)
        case .pairs(let pairs): return try set(pairs, frame)
        case .table(let table): return try set(table, frame)
        case .note(let text): return try set(text, frame, block.name)
        case .rule(let length): return [rule(length, frame)]
        case .space(let height): return [Slug(.room, height: height, keepsWithNext: true)]
        case .picture(let picture): return set(picture, frame)
        case .code(let code): return try set(code, frame)
        case .keep(let blocks):
            var slugs = try set(blocks, indent: indent)
            for index in slugs.indices.dropLast() { slugs[index].keepsWithNext = true }
            return slugs
        }
    }

    /// Where a part stands between the margins.
    struct Frame {
        let x: Double
        let width: Double
    }

    mutating func nextParagraph() -> Int {
        paragraphs += 1
        return paragraphs
    }

    mutating func nextTable() -> Int {
        tables += 1
        return tables
    }

    /// `2.`, `(a)`.
    mutating func nextLabel(_ numbering: PaperBlock.Numbering) -> String { counter.next(numbering) }

    private func rule(_ length: Double, _ frame: Frame) -> Slug {
        let stroke = stationery.table.line
        return Slug(
            .items([]), height: stroke.weight,
            ground: [
                .rule(
                    PlacedRule(
                        fromX: frame.x, fromY: stroke.weight / 2, toX: frame.x + length, toY: stroke.weight / 2,
                        weight: stroke.weight, ink: stationery.table.edge.ink))
            ])
    }

    private func set(_ picture: PaperBlock.Picture, _ frame: Frame) -> [Slug] {
        guard values.has(picture.field) else { return [] }
        let placed = PlacedPicture(
            file: values.fields[picture.field, default: ""],
            box: Box(x: frame.x, y: 0, width: picture.width, height: picture.height),
            alternative: picture.alternative.plain(values.fields, values.language))
        return [Slug(.items([.picture(placed)]), height: picture.height, keepsWithNext: true)]
    }

    /// The modules begin at the margin; the quiet zone reaches beyond it.
    private func set(_ code: PaperBlock.Code, _ frame: Frame) throws(LayoutError) -> [Slug] {
        guard let link = values.link else { return [] }
        let matrix = try setter.measurer.encode(link.qrText)
        let module = code.side / Double(matrix.side)
        let quiet = module * Double(SymbolMatrix.quietZone)
        let side = code.side + 2 * quiet
        let symbol = PlacedSymbol(
            matrix: matrix, box: Box(x: frame.x - quiet, y: 0, width: side, height: side), link: link.qrText,
            alternative: code.alternative.plain(values.fields, values.language))
        return [Slug(.items([.symbol(symbol)]), height: side, keepsWithNext: true)]
    }
}

/// Numbers paragraphs as official letters do: from the second on, and items by letters within each.
private struct Counter {
    private var paragraph = 1
    private var item = 0

    mutating func next(_ numbering: PaperBlock.Numbering) -> String {
        switch numbering {
        case .paragraph:
            paragraph += 1
            item = 0
            return "\(paragraph)."
        case .item:
            item += 1
            let letters = Array("abcdefghijklmnopqrstuvwxyz")
            return item <= letters.count ? "(\(letters[item - 1]))" : "(\(item))"
        }
    }
}
