extension PageLayout {
    /// Sets the parts one below the other: gaps shrink when room is short, and share it when there is more.
    ///
    /// When the least gaps are not enough, all texts get smaller together, as little as it takes.
    func place(_ stack: Stack, into items: inout [PageItem]) throws(LayoutError) {
        for degree in stride(from: 0, to: 2, by: 0.25) {
            do {
                return try place(stack, tightened: degree, into: &items)
            } catch .stackTooHigh {
                continue
            }
        }
        try place(stack, tightened: 2, into: &items)
    }

    private func place(
        _ stack: Stack, tightened degree: Double, into items: inout [PageItem]
    ) throws(LayoutError) {
        var parts: [SetPart] = []
        var gaps: [Stack.Gap] = []
        parts.reserveCapacity(stack.items.count)
        gaps.reserveCapacity(stack.items.count)
        for item in stack.items {
            guard let part = try set(item.part, width: stack.box.width, tightened: degree) else { continue }
            parts.append(part)
            gaps.append(item.gap)
        }
        let height = parts.reduce(0) { $0 + $1.height }
        let share = try share(of: stack.box.height - height, among: gaps, stack)
        var top = stack.box.y
        for (part, gap) in zip(parts, gaps) {
            top += share(gap)
            items.append(part.item(in: stack.box, top: top))
            top += part.height
        }
    }

    private func set(
        _ part: Stack.Part, width: Double, tightened degree: Double
    ) throws(LayoutError) -> SetPart? {
        switch part {
        case .text(let slot) where degree == 0: return try fitted(slot, width: width).map(SetPart.text)
        case .text(let slot): return try fitter.fit(slot.tightened(degree), width: width).map(SetPart.text)
        case .rule(let length, let weight, let ink): return .rule(length, weight, ink)
        }
    }

    /// How large each gap becomes: between its least and its best, or beyond when the best leave room.
    ///
    /// Rigid gaps stay; elastic ones keep their proportions.
    private func share(
        of room: Double, among gaps: [Stack.Gap], _ stack: Stack
    ) throws(LayoutError) -> (Stack.Gap) -> Double {
        let least = gaps.reduce(0) { $0 + $1.least }
        let best = gaps.reduce(0) { $0 + $1.best }
        let elastic = gaps.reduce(0) { $0 + ($1.best > $1.least ? $1.best : 0) }
        if room < least - 0.001 {
            throw .stackTooHigh(slot: stack.name, millimetres: ((least - room) * 254 / 72).rounded(.up) / 10)
        }
        if room < best {
            let part = best > least ? (room - least) / (best - least) : 0
            return { $0.least + ($0.best - $0.least) * part }
        }
        let growth = elastic > 0 ? (room - best) / elastic : 0
        return { $0.best > $0.least ? $0.best * (1 + growth) : $0.best }
    }
}

/// A part of a stack whose height is known.
private enum SetPart {
    case text(FittedText)
    case rule(Double, Double, Ink)

    var height: Double {
        switch self {
        case .text(let text): text.height
        case .rule(_, let weight, _): weight
        }
    }

    func item(in box: Box, top: Double) -> PageItem {
        switch self {
        case .text(let text): .paragraph(text.paragraph(in: box, top: top))
        case .rule(let length, let weight, let ink):
            .rule(
                PlacedRule(
                    fromX: box.midX - length / 2, fromY: top + weight / 2, toX: box.midX + length / 2,
                    toY: top + weight / 2, weight: weight, ink: ink))
        }
    }
}
