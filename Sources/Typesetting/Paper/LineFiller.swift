/// Finds where the lines of a running text end.
struct LineFiller {
    /// Of each atom, in any unit.
    let widths: [Double]
    /// Room before an atom when it continues a line.
    let spaces: [Double]
    /// How unwelcome a line that begins with an atom is.
    let costs: [Double]
    let width: Double
    /// The last line counts like the others, so that all are about equally long.
    let isBalanced: Bool

    /// The first atom of each line: as few lines as there can be, and among those the ones that leave the least room.
    ///
    /// An atom that is wider than the line stands alone.
    var starts: [Int] {
        guard !widths.isEmpty else { return [] }
        var best = [(cost: Double, start: Int)?](repeating: nil, count: widths.count + 1)
        best[0] = (0, 0)
        for start in widths.indices {
            guard let before = best[start]?.cost else { continue }
            var filled = 0.0
            for end in (start + 1)...widths.count {
                filled += widths[end - 1] + (end - 1 > start ? spaces[end - 1] : 0)
                if filled > width + 0.001, end > start + 1 { break }
                let slack = max(0, width - filled) / width
                let isLast = end == widths.count
                let rag = isLast && !isBalanced ? 0 : slack * slack
                let cost = before + Self.line + rag + (start > 0 ? costs[start] : 0)
                if cost < best[end]?.cost ?? .infinity { best[end] = (cost, start) }
            }
        }
        var starts: [Int] = []
        var end = widths.count
        while end > 0, let found = best[end] {
            starts.insert(found.start, at: 0)
            end = found.start
        }
        return starts
    }

    /// Another line costs more than any rag.
    private static let line = 10.0
}
