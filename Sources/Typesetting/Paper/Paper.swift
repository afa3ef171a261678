internal import Academy

/// A letter, a list or a slip on one or many pages.
///
/// It proves nothing: an official certificate is drawn from a ``CertificatePage``, which asks for an entitlement.
public struct Paper: Sendable {
    /// At least one.
    public let pages: [Page]

    /// - Parameter isSpecimen: carries a word across each page that says so.
    public init(
        _ values: PaperValues, template: PaperTemplate, isSpecimen: Bool = false,
        with measurer: some TextMeasurer & SymbolEncoder
    ) throws(LayoutError) {
        let layout = PaperLayout(template: template, values: values, measurer: measurer)
        pages = try layout.pages(isSpecimen: isSpecimen)
    }
}

/// A template and its values, on their way to pages.
private struct PaperLayout<Measurer: TextMeasurer & SymbolEncoder> {
    let template: PaperTemplate
    let values: PaperValues
    let measurer: Measurer

    var stationery: Stationery { template.stationery }
    var margins: Stationery.Margins { stationery.margins }
    var width: Double { template.width - margins.left - margins.right }
    var setter: RunningSetter<Measurer> { RunningSetter(measurer: measurer) }

    func pages(isSpecimen: Bool) throws(LayoutError) -> [Page] {
        var setter = PaperSetter(template, values, measurer)
        var paginator = Paginator(
            firstTop: stationery.letterhead.height, top: margins.top, bottom: template.height - margins.bottom)
        try paginator.place(try setter.set(template.blocks))
        let information = information
        var pages: [Page] = []
        for (index, placements) in paginator.pages.enumerated() {
            var fields = values.fields
            fields["page"] = "\(index + 1)"
            fields["pages"] = "\(paginator.pages.count)"
            let head = index == 0 ? try letterhead() : try edge(stationery.head, at: stationery.head.distance, fields)
            let foot = try edge(stationery.foot, at: template.height - stationery.foot.distance, fields)
            let mark = isSpecimen ? [PageItem.watermark(watermark)] : []
            pages.append(
                Page(
                    width: template.width, height: template.height, information: information,
                    items: head + placements.items + foot + mark))
        }
        return pages
    }

    private var information: PageInformation {
        PageInformation(
            title: template.title.plain(values.fields, values.language),
            author: values.fields["organiserMalay", default: ""],
            subject: template.subject.plain(values.fields, values.language),
            language: values.language == .english ? "en" : "ms", created: values.created)
    }

    private var watermark: Watermark {
        let style = stationery.table.head.sized.style
        return Watermark(
            text: SpecimenPage.word,
            style: TypeStyle(families: style.families, face: .medium, ink: style.ink, letterSpacing: 0.08))
    }

    private func letterhead() throws(LayoutError) -> [PageItem] {
        let look = stationery.letterhead
        var box = look.box
        box.x += margins.left
        let picture = PlacedPicture(
            file: look.crest, box: box, alternative: look.alternative.plain(values.fields, values.language))
        // A picture as the first thing on a page makes cairo 1.16 forget the tags before it.
        let rules = look.rules.map { rule(at: $0.y, $0.stroke) }
        var items: [PageItem] = [.part(PagePart(role: .edge, items: rules)), .picture(picture)]
        var top = look.top
        for line in look.lines {
            let spans = line.text.spans(values.fields, values.language)
            guard !spans.isEmpty else { continue }
            let text = try setter.set(spans, line.style, width: width - look.indent, slot: "letterhead")
            top += line.gap
            items.append(text.paragraph(.paragraph, x: margins.left + look.indent, top: top))
            top += text.height
        }
        return items
    }

    private func edge(
        _ edge: Stationery.Edge, at baseline: Double, _ fields: [String: String]
    ) throws(LayoutError) -> [PageItem] {
        var items: [PageItem] = []
        if let line = edge.rule { items.append(rule(at: baseline - line.distance, line.stroke)) }
        for (text, align) in [(edge.left, TextSlot.Alignment.left), (edge.right, .right)] {
            let spans = text.spans(fields, values.language)
            guard !spans.isEmpty else { continue }
            let set = try setter.set(spans, edge.style, width: width, slot: "edge")
            items.append(set.paragraph(.paragraph, x: margins.left, top: baseline - set.rise, align: align))
        }
        return [.part(PagePart(role: .edge, items: items))]
    }

    private func rule(at y: Double, _ stroke: Stationery.Stroke) -> PageItem {
        .rule(
            PlacedRule(
                fromX: margins.left, fromY: y, toX: margins.left + width, toY: y, weight: stroke.weight,
                ink: stroke.ink))
    }
}
