internal import Attestation

extension PageLayout {
    /// The signatories in columns of one width, the group centred in its box, all rules on one line.
    func place(_ group: SignatoryGroup) throws(LayoutError) -> [PageItem] {
        let count = signatories.count
        guard (1...3).contains(count) else { throw .signatories(count: count) }
        let gutters = Double(count - 1) * group.gutter
        let width = min(group.column, (group.box.width - gutters) / Double(count))
        let left = group.box.midX - (width * Double(count) + gutters) / 2
        var items: [PageItem] = []
        for (index, signatory) in signatories.enumerated() {
            let column = Box(
                x: left + Double(index) * (width + group.gutter), y: group.box.y, width: width,
                height: group.box.height)
            items += try place(signatory, group, column)
        }
        return items
    }

    private func place(
        _ signatory: CertificateFace.Signatory, _ group: SignatoryGroup, _ column: Box
    ) throws(LayoutError) -> [PageItem] {
        var items: [PageItem] = []
        let line = column.y + group.picture
        if !signatory.image.isEmpty {
            let box = Box(x: column.x, y: column.y, width: column.width, height: group.picture)
            items.append(.picture(PlacedPicture(file: signatory.image, box: box, alternative: signatory.name)))
        }
        items.append(
            .rule(
                PlacedRule(
                    fromX: column.x, fromY: line, toX: column.maxX, toY: line, weight: group.weight, ink: group.ink)))
        return items + (try texts(of: signatory, group, column, top: line + group.holder.best * 0.35))
    }

    /// Each as large as it may be; where the last one finds no room left, all of them smaller.
    private func texts(
        of signatory: CertificateFace.Signatory, _ group: SignatoryGroup, _ column: Box, top: Double
    ) throws(LayoutError) -> [PageItem] {
        for degree in stride(from: 0.0, to: 2, by: 0.25) {
            do {
                return try texts(of: signatory, group, column, top: top, tightened: degree)
            } catch .doesNotFit {
                continue
            }
        }
        return try texts(of: signatory, group, column, top: top, tightened: 2)
    }

    private func texts(
        of signatory: CertificateFace.Signatory, _ group: SignatoryGroup, _ column: Box, top: Double,
        tightened degree: Double
    ) throws(LayoutError) -> [PageItem] {
        var items: [PageItem] = []
        var top = top
        let texts = [
            (signatory.name, group.holder, TextSlot.Breaks.name, "name"),
            (signatory.postMalay, group.postMalay, .balanced, "postMalay"),
            (signatory.postEnglish, group.postEnglish, .balanced, "postEnglish"),
        ]
        for (text, full, breaks, field) in texts where !text.isEmpty {
            let style = full.tightened(degree)
            let slot = TextSlot(
                text: .plain, style: style, role: .paragraph, align: .centre, vertical: .top, lines: 2,
                breaks: breaks, condition: nil, name: "\(group.name).\(field)")
            let fitted = try fitter.fit(text, slot, width: column.width, height: column.maxY - top)
            items.append(.paragraph(fitted.paragraph(in: column, top: top)))
            top += fitted.height + max(0, style.leading - 0.96) * fitted.size
        }
        return items
    }
}
