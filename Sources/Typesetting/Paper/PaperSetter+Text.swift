internal import Academy

extension PaperSetter {
    mutating func set(
        _ wording: PaperBlock.Wording, _ frame: Frame, _ slot: String
    ) throws(LayoutError) -> [Slug] {
        var spans = wording.text.spans(values.fields, values.language)
        guard !spans.isEmpty else { return [] }
        if wording.isCapitals { spans = spans.map { TextSpan($0.text.uppercased(), isStrong: $0.isStrong) } }
        var label: String?
        if let numbering = wording.number { label = nextLabel(numbering) }
        let room: Double = label == nil ? 0 : stationery.margins.number
        // A numbered paragraph goes on at the margin, an item below its own text.
        let hang: Double = wording.number == .item ? room : 0
        let text = try setter.set(
            spans, wording.style, width: frame.width - hang, breaks: wording.breaks, lead: room - hang, slot: slot)
        let lines = try lines(of: text, wording, x: frame.x + hang, label: label, labelX: frame.x, slot)
        return slugs(lines, of: text, wording.role)
    }

    private func lines(
        of text: RunningText, _ wording: PaperBlock.Wording, x: Double, label: String?, labelX: Double, _ slot: String
    ) throws(LayoutError) -> [[PlacedLine]] {
        var lines = text.lines.enumerated().map { index, line in
            text.placed(line, x: x, top: 0, align: wording.align, isLast: index + 1 == text.lines.count)
        }
        guard let label, let first = lines.first?.first else { return lines }
        let set = try setter.set([TextSpan(label)], wording.style, width: width, slot: slot)
        lines[0].insert(
            PlacedLine(text: label, x: labelX, y: first.y, width: set.lines.first?.width ?? 0, continues: true), at: 0)
        return lines
    }

    /// Lines that never stand alone at the bottom or at the top of a page; those of a heading stay with what follows.
    private mutating func slugs(
        _ lines: [[PlacedLine]], of text: RunningText, _ role: Paragraph.Role
    ) -> [Slug] {
        let paragraph = nextParagraph()
        return lines.enumerated().map { index, line in
            let isEdge = lines.count > 1 && (index == 0 || index == lines.count - 2)
            return Slug(
                .line(paragraph: paragraph, role: role, style: text.style.sized.style, size: text.size, line),
                height: text.height(of: text.lines[index]), keepsWithNext: role != .paragraph || isEdge)
        }
    }

    /// A text with a bar at its left, on a wash.
    func set(_ text: PaperText, _ frame: Frame, _ slot: String) throws(LayoutError) -> [Slug] {
        let spans = text.spans(values.fields, values.language)
        guard !spans.isEmpty else { return [] }
        let look = stationery.note
        let inset = look.bar.weight + look.padding
        let set = try setter.set(spans, look.style, width: frame.width - inset - look.padding, slot: slot)
        let height = set.height + 2 * look.padding * 0.7
        let wash = Box(x: frame.x, y: 0, width: frame.width, height: height)
        let bar = Box(x: frame.x, y: 0, width: look.bar.weight, height: height)
        return [
            Slug(
                .items([set.paragraph(.paragraph, x: frame.x + inset, top: look.padding * 0.7)]), height: height,
                ground: [
                    .panel(PlacedPanel(box: wash, ink: look.wash)), .panel(PlacedPanel(box: bar, ink: look.bar.ink)),
                ])
        ]
    }

    mutating func set(_ pairs: PaperBlock.Pairs, _ frame: Frame) throws(LayoutError) -> [Slug] {
        let table = nextTable()
        var slugs: [Slug] = []
        for pair in pairs.pairs {
            if let field = pair.when, !values.has(field) { continue }
            let spans = pair.text.spans(values.fields, values.language)
            guard !spans.isEmpty else { continue }
            slugs.append(try row(pair, spans, pairs, table, frame, isFirst: slugs.isEmpty))
        }
        for index in slugs.indices.dropLast() { slugs[index].keepsWithNext = true }
        return slugs
    }

    private func row(
        _ pair: PaperBlock.Pair, _ spans: [TextSpan], _ pairs: PaperBlock.Pairs, _ table: Int, _ frame: Frame,
        isFirst: Bool
    ) throws(LayoutError) -> Slug {
        let look = stationery.pairs
        let label = try setter.set(
            pair.label.spans(values.fields, values.language), look.label, width: pairs.label, slot: pair.name)
        let gutter = stationery.table.padding
        let text = try setter.set(
            spans, look.value, width: frame.width - pairs.label - gutter, breaks: pair.breaks, slot: pair.name)
        // Label and value share the first baseline.
        let rise = max(label.rise, text.rise)
        let (labelTop, textTop) = (look.air + rise - label.rise, look.air + rise - text.rise)
        let height = max(labelTop + label.height, textTop + text.height) + look.air
        let row = PagePart(
            role: .row,
            items: [
                .part(
                    PagePart(role: .headCell, items: [label.paragraph(.paragraph, x: frame.x, top: labelTop)])),
                .part(
                    PagePart(
                        role: .cell,
                        items: [text.paragraph(.paragraph, x: frame.x + pairs.label + gutter, top: textTop)])),
            ])
        var ground: [PageItem] = []
        if pairs.isRuled {
            if isFirst { ground.append(line(at: 0, frame, stationery.table.edge)) }
            ground.append(line(at: height, frame, stationery.table.line))
        }
        return Slug(.row(table: table, head: nil, row), height: height, ground: ground)
    }

    func line(at y: Double, _ frame: Frame, _ stroke: Stationery.Stroke) -> PageItem {
        .rule(
            PlacedRule(
                fromX: frame.x, fromY: y, toX: frame.x + frame.width, toY: y, weight: stroke.weight, ink: stroke.ink))
    }
}
