/// A running text at its size and in its lines.
struct RunningText {
    let style: PaperStyle
    /// In points.
    let size: Double
    let width: Double
    let lines: [Line]

    struct Line {
        var runs: [Run]
        /// In points.
        var width: Double
        /// Ink above and below the baseline, in points.
        var ascent: Double
        var descent: Double
        /// A space that is not seen parts it from the next.
        var isSpaced: Bool

        mutating func move(by distance: Double) {
            for index in runs.indices { runs[index].x += distance }
            width += distance
        }
    }

    /// Words of one look on a line.
    struct Run {
        var text: String
        var isStrong: Bool
        /// From the line's beginning, in points.
        var x: Double
        var width: Double
        /// A space follows before the next run.
        var isSpaced: Bool
    }

    var leading: Double { style.sized.leading * size }

    var height: Double { lines.reduce(0) { $0 + height(of: $1) } }

    /// Of one line: its leading, or more where letters are taller.
    func height(of line: Line) -> Double { max(leading, above(line) + max(line.descent, 0.24 * size)) }

    /// From the top of a line to its baseline.
    func above(_ line: Line) -> Double {
        max((style.sized.leading - 1) / 2 * size + 0.76 * size, line.ascent)
    }

    /// From the top of the text to its first baseline.
    var rise: Double { lines.first.map(above) ?? 0 }

    /// The lines, the first one's top at `top`.
    func placed(x: Double, top: Double, align: TextSlot.Alignment = .left) -> [PlacedLine] {
        var top = top
        return lines.enumerated().flatMap { index, line -> [PlacedLine] in
            defer { top += height(of: line) }
            let isLast = index + 1 == lines.count
            return placed(line, x: x, top: top, align: align, isLast: isLast)
        }
    }

    func placed(
        _ line: Line, x: Double, top: Double, align: TextSlot.Alignment, isLast: Bool
    ) -> [PlacedLine] {
        let left =
            switch align {
            case .left: x
            case .centre: x + (width - line.width) / 2
            case .right: x + width - line.width
            }
        return line.runs.enumerated().map { index, run in
            let ends = index + 1 == line.runs.count
            return PlacedLine(
                text: run.text, x: left + run.x, y: top + above(line), width: run.width,
                continues: ends ? line.isSpaced && !isLast : run.isSpaced,
                style: run.isStrong ? style.strong : nil)
        }
    }

    func paragraph(
        _ role: Paragraph.Role, x: Double, top: Double, align: TextSlot.Alignment = .left
    ) -> PageItem {
        .paragraph(
            Paragraph(role: role, style: style.sized.style, size: size, lines: placed(x: x, top: top, align: align)))
    }
}
