internal import Academy

extension PaperSetter {
    mutating func set(_ table: PaperBlock.Table, _ frame: Frame) throws(LayoutError) -> [Slug] {
        let rows = values.lists[table.list] ?? []
        let foot = table.foot.flatMap { values.lists[$0] } ?? []
        guard !rows.isEmpty || !foot.isEmpty else { return [] }
        var slugs: [Slug] = []
        for (index, columns) in table.lots(repeating: values.columns.mapValues(\.count)).enumerated() {
            if index > 0 { slugs.append(Slug(.pageBreak, height: 0)) }
            let lot = TableLot(
                table: table, id: nextTable(), columns: columns, frame: frame,
                widths: PaperBlock.Table.widths(of: columns, in: frame.width))
            slugs += try set(lot, rows, foot)
        }
        return slugs
    }

    private func set(
        _ lot: TableLot, _ rows: [PaperValues.Row], _ foot: [PaperValues.Row]
    ) throws(LayoutError) -> [Slug] {
        let head = try head(of: lot)
        var slugs: [Slug] = []
        for row in rows { slugs.append(try slug(row, lot, head, isFoot: false)) }
        // No row stands alone on a page, neither the first ones nor the last.
        for index in slugs.indices.dropLast() where index == 0 || index + Self.lastRows >= slugs.count {
            slugs[index].keepsWithNext = true
        }
        for (index, row) in foot.enumerated() {
            var slug = try slug(row, lot, head, isFoot: true)
            if index == 0 { slug.ground.append(line(at: 0, lot.frame, stationery.table.edge)) }
            // A sum never begins a page by itself.
            if !slugs.isEmpty { slugs[slugs.count - 1].keepsWithNext = true }
            slugs.append(slug)
        }
        if let last = slugs.indices.last {
            slugs[last].ground.append(line(at: slugs[last].height, lot.frame, stationery.table.edge))
        }
        return slugs
    }

    /// So many rows at the end of a table stand on one page.
    private static var lastRows: Int { 3 }

    private func head(of lot: TableLot) throws(LayoutError) -> TableHead {
        let look = stationery.table
        var cells: [[RunningText]] = []
        for (placed, width) in zip(lot.columns, lot.widths) {
            let fields = placed.index.flatMap { index in placed.column.each.map { values.columns[$0]?[index] ?? [:] } }
            var texts: [RunningText] = []
            for text in placed.column.head {
                let spans = text.spans(fields ?? values.fields, values.language)
                guard !spans.isEmpty else { continue }
                texts.append(
                    try setter.set(
                        spans, look.head, width: width - 2 * look.padding, breaks: .balanced, slot: placed.column.name))
            }
            cells.append(texts)
        }
        let height = (cells.map { $0.reduce(0) { $0 + $1.height } }.max() ?? 0) + 2 * look.air
        let box = Box(x: lot.frame.x, y: 0, width: lot.frame.width, height: height)
        return TableHead(
            row: lot.row(.headCell, cells, height: height, padding: look.padding), height: height,
            ground: [.panel(PlacedPanel(box: box, ink: look.wash)), line(at: 0, lot.frame, look.edge)]
                + lot.uprights(height: height, look.line) + [line(at: height, lot.frame, look.edge)])
    }

    private func slug(
        _ row: PaperValues.Row, _ lot: TableLot, _ head: TableHead, isFoot: Bool
    ) throws(LayoutError) -> Slug {
        let look = stationery.table
        var cells: [[RunningText]] = []
        for (placed, width) in zip(lot.columns, lot.widths) {
            var fields = row.fields
            if let index = placed.index, index < row.cells.count { fields["cell"] = row.cells[index] }
            var texts: [RunningText] = []
            for cell in placed.column.cells {
                var spans = cell.text.spans(fields, values.language)
                guard !spans.isEmpty else { continue }
                if isFoot { spans = spans.map { TextSpan($0.text, isStrong: true) } }
                texts.append(
                    try setter.set(
                        spans, cell.style, width: width - 2 * look.padding, breaks: cell.breaks,
                        slot: placed.column.name))
            }
            cells.append(texts)
        }
        let text = cells.map { $0.reduce(0) { $0 + $1.height } }.max() ?? 0
        let height = max(isFoot ? 0 : lot.table.height, text + 2 * look.air)
        return Slug(
            .row(table: lot.id, head: head, lot.row(.cell, cells, height: height, padding: look.padding)),
            height: height,
            ground: lot.uprights(height: height, look.line) + [line(at: height, lot.frame, look.line)])
    }

    /// Columns side by side with their places.
    struct TableLot {
        let table: PaperBlock.Table
        let id: Int
        let columns: [PaperBlock.Table.Placed]
        let frame: Frame
        let widths: [Double]

        /// The left edge of each column.
        private var lefts: [Double] {
            widths.reduce(into: [frame.x]) { $0.append(($0.last ?? frame.x) + $1) }.dropLast()
        }

        /// A row whose cells' texts stand in the middle of its height.
        func row(
            _ role: PagePart.Role, _ cells: [[RunningText]], height: Double, padding: Double
        ) -> PagePart {
            PagePart(
                role: .row,
                items: zip(zip(columns, lefts), cells).map { place, texts in
                    var top = (height - texts.reduce(0) { $0 + $1.height }) / 2
                    return .part(
                        PagePart(
                            role: role,
                            items: texts.map { text in
                                defer { top += text.height }
                                return text.paragraph(
                                    .paragraph, x: place.1 + padding, top: top, align: place.0.column.align)
                            }))
                })
        }

        /// Lines between the columns that want them.
        func uprights(height: Double, _ stroke: Stationery.Stroke) -> [PageItem] {
            var places: [Double] = []
            for (column, (left, width)) in zip(columns, zip(lefts, widths)) where column.column.isBoxed {
                for x in [left, left + width] where !places.contains(where: { abs($0 - x) < 0.01 }) { places.append(x) }
            }
            return places.map { x in
                .rule(
                    PlacedRule(fromX: x, fromY: 0, toX: x, toY: height, weight: stroke.weight, ink: stroke.ink))
            }
        }
    }
}
