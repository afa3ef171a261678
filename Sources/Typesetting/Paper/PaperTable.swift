extension PaperBlock {
    /// Rows of a list; on every page that it comes to, its head stands again, and no row is parted.
    struct Table: Sendable {
        var list: String
        /// Rows that stand below the others, set apart by a stronger line.
        var foot: String?
        var columns: [Column]
        /// Least height of a row, in points.
        var height: Double
        /// Most repeated columns side by side; when there are more, the table is set again for the rest.
        var most: Int
        var name: String
    }

    struct Column: Sendable {
        var head: [PaperText]
        /// One below the other; empty ones are left out.
        var cells: [Cell]
        /// From the least to the best, in points.
        var width: ClosedRange<Double>
        var align: TextSlot.Alignment
        /// Lines at its left and right.
        var isBoxed: Bool
        /// Set once for each entry of these.
        var each: String?
        var name: String
    }

    struct Cell: Sendable {
        var text: PaperText
        var style: PaperStyle
        var breaks: Breaks
    }
}

extension PaperBlock.Table {
    /// Columns that stand side by side, with their places; several lots where there are too many for one page.
    func lots(repeating counts: [String: Int]) -> [[Placed]] {
        let most = columns.compactMap { $0.each.map { counts[$0, default: 0] } }.max() ?? 0
        let lots = max(1, (most + self.most - 1) / self.most)
        let size = max(1, (most + lots - 1) / lots)
        return (0..<lots).map { lot in
            columns.flatMap { column -> [Placed] in
                guard let each = column.each else { return [Placed(column: column, index: nil)] }
                let range = (lot * size)..<max(lot * size, min((lot + 1) * size, counts[each, default: 0]))
                return range.map { Placed(column: column, index: $0) }
            }
        }
    }

    /// A column as it stands in a lot.
    struct Placed: Sendable {
        let column: PaperBlock.Column
        /// Which of the repeated ones it is; nil for the others.
        let index: Int?
    }

    /// Widths that fill the line: all get their least, then share what is left in proportion up to their best, then the
    /// elastic ones share the rest.
    static func widths(of columns: [Placed], in width: Double) -> [Double] {
        let ranges = columns.map(\.column.width)
        let least = ranges.reduce(0) { $0 + $1.lowerBound }
        let elastic = ranges.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
        let best = least + elastic
        if width <= least { return ranges.map { $0.lowerBound * width / least } }
        if width <= best {
            return ranges.map { $0.lowerBound + ($0.upperBound - $0.lowerBound) * (width - least) / elastic }
        }
        let growing = ranges.reduce(0) { $0 + ($1.upperBound > $1.lowerBound ? $1.upperBound : 0) }
        guard growing > 0 else { return ranges.map(\.upperBound) }
        return ranges.map {
            $0.upperBound > $0.lowerBound ? $0.upperBound * (1 + (width - best) / growing) : $0.upperBound
        }
    }
}
