internal import Attestation

/// What a QR code may hold.
struct CodeTexts: Sendable, Hashable {
    /// The address alone.
    let short: String
    /// The address, and the signed claims behind it.
    let signed: String
}

/// Values and a design, on their way to a page.
struct PageLayout<Surroundings: TextMeasurer & SymbolEncoder> {
    let design: Design
    let values: [String: String]
    let signatories: [CertificateFace.Signatory]
    let codes: CodeTexts
    let surroundings: Surroundings
    /// Of other pages with the same design and, but for what is personal, the same values.
    var memory: LayoutMemory?

    var fitter: TextFitter<Surroundings> { TextFitter(measurer: surroundings, values: values) }

    func items() throws(LayoutError) -> [PageItem] {
        var items: [PageItem] = []
        items.reserveCapacity(64)
        if let ground = design.ground { items.append(.ground(ground)) }
        for art in design.art { items.append(.art(art)) }
        for element in design.content { try place(element, into: &items) }
        return items
    }

    private func place(_ element: Element, into items: inout [PageItem]) throws(LayoutError) {
        switch element {
        case .text(let slot, let box): if let text = try text(slot, box) { items.append(text) }
        case .rule(let rule): items.append(.rule(rule))
        case .image(let image): if let picture = picture(image) { items.append(picture) }
        case .signatories(let group):
            if let known = memory?.signatories[group.name] { items += known } else { items += try place(group) }
        case .code(let slot): items.append(.symbol(try symbol(slot)))
        case .stack(let stack): try place(stack, into: &items)
        case .microtext(let slot): items.append(try microtext(slot))
        }
    }

    func text(_ slot: TextSlot, _ box: Box) throws(LayoutError) -> PageItem? {
        if let known = memory?.placed[slot.name] { return known }
        guard let fitted = try fitter.fit(slot, width: box.width, height: box.height) else { return nil }
        let top =
            switch slot.vertical {
            case .top: box.y
            case .middle: box.midY - fitted.height / 2
            case .bottom: box.maxY - fitted.height
            }
        return .paragraph(fitted.paragraph(in: box, top: top))
    }

    /// A text of a stack at full size.
    func fitted(_ slot: TextSlot, width: Double) throws(LayoutError) -> FittedText? {
        if let known = memory?.texts[slot.name] { return known }
        return try fitter.fit(slot, width: width)
    }

    private func picture(_ image: ImageSlot) -> PageItem? {
        if let condition = image.condition, values[condition, default: ""].isEmpty { return nil }
        return .picture(PlacedPicture(file: image.file, box: image.box, alternative: image.alternative))
    }

    private func symbol(_ slot: CodeSlot) throws(LayoutError) -> PlacedSymbol {
        let link = slot.form == .short ? codes.short : codes.signed
        let matrix = try surroundings.encode(link)
        let side = slot.side * Double(matrix.side + 2 * SymbolMatrix.quietZone) / Double(matrix.side)
        let box = Box(x: slot.centreX - side / 2, y: slot.centreY - side / 2, width: side, height: side)
        return PlacedSymbol(matrix: matrix, box: box, link: link)
    }

    private func microtext(_ slot: MicrotextSlot) throws(LayoutError) -> PageItem {
        // A trailing space parts one repetition from the next.
        let text = slot.text.text(values) + " "
        do {
            _ = try surroundings.extent(of: text, in: slot.style)
        } catch {
            throw .missingGlyph(error.character, field: slot.text.fields.first, slot: "microtext")
        }
        return .microtext(
            Microtext(text: text, style: slot.style, size: slot.size, box: slot.box, corner: slot.corner))
    }
}
