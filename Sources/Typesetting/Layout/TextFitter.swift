/// Finds the size and the lines of a text: shrink to the least size, then break, then shrink to the floor, then refuse.
///
/// Nothing is ever clipped, hyphenated or shortened.
struct TextFitter<Measurer: TextMeasurer> {
    let measurer: Measurer
    let values: [String: String]

    /// - Parameter height: room for all lines; infinite in a stack, which looks at the whole itself.
    func fit(_ slot: TextSlot, width: Double, height: Double = .infinity) throws(LayoutError) -> FittedText? {
        if let condition = slot.condition, values[condition, default: ""].isEmpty { return nil }
        let text = slot.text.text(values)
        return text.isEmpty ? nil : try fit(text, slot, width: width, height: height)
    }

    func fit(
        _ text: String, _ slot: TextSlot, width: Double, height: Double
    ) throws(LayoutError) -> FittedText {
        let sized = slot.style
        var fallback: FittedText?
        for count in 1...slot.lines {
            let most = count == 1 ? sized.best : sized.least
            for lines in try candidates(text, slot, count) {
                let size = Self.size(of: lines, sized, width: width, height: height, most: most)
                let fitted = FittedText(lines: lines, size: size, slot: slot)
                if size >= sized.least { return fitted }
                if size >= sized.floor, size > fallback?.size ?? 0 { fallback = fitted }
            }
        }
        guard let fallback else { throw .doesNotFit(text: text, slot: slot.name) }
        return fallback
    }

    /// The ways to set a text in a number of lines, the best first.
    private func candidates(_ text: String, _ slot: TextSlot, _ count: Int) throws(LayoutError) -> [[FittedText.Line]] {
        if count == 1 { return [[try line(text, slot)]] }
        let breakers =
            switch slot.breaks {
            case .balanced: [LineBreaker(balanced: text)]
            case .name: [LineBreaker(name: text, preferredOnly: true), LineBreaker(name: text, preferredOnly: false)]
            }
        var candidates: [[FittedText.Line]] = []
        for breaker in breakers {
            let broken = try breaker.lines(count) { (piece) throws(LayoutError) in
                try line(piece, slot).extent.width
            }
            guard let broken else { continue }
            var lines: [FittedText.Line] = []
            for text in broken { lines.append(try line(text, slot)) }
            candidates.append(lines)
        }
        return candidates
    }

    private func line(_ text: String, _ slot: TextSlot) throws(LayoutError) -> FittedText.Line {
        do {
            return FittedText.Line(text: text, extent: try measurer.extent(of: text, in: slot.style.style))
        } catch {
            let field = slot.text.fields.first { values[$0]?.unicodeScalars.contains(error.character) == true }
            throw .missingGlyph(error.character, field: field, slot: slot.name)
        }
    }

    /// The largest size, in tenths of a point, at which the lines fit; below the floor when they do not.
    private static func size(
        of lines: [FittedText.Line], _ sized: SizedStyle, width: Double, height: Double, most: Double
    ) -> Double {
        let widest = lines.map(\.extent.width).max() ?? 0
        let high =
            FittedText.room(for: lines.first?.extent.ascent ?? 0, atLeast: 0.72)
            + Double(lines.count - 1) * sized.leading
            + FittedText.room(for: lines.last?.extent.descent ?? 0, atLeast: 0.24)
        let size = min(most, widest > 0 ? width / widest : most, height / high)
        return (size * 10).rounded(.down) / 10
    }
}
