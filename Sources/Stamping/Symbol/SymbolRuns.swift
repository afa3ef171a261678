/// What is black along the rows of a QR code: by width, and within it column by column.
struct SymbolRuns {
    struct Run {
        let column: Int
        let row: Int
        let width: Int
    }

    /// Of up to nine modules: nearly all.
    private(set) var short: [Run] = []
    private(set) var long: [Run] = []

    /// - Parameter columns: a word a column, the first row in the lowest bit; `count` of them and as many rows.
    init(_ columns: [UInt64], count: Int) {
        short.reserveCapacity(count * count / 3)
        // Rows in which a run that goes on began in a column.
        var open = (0..<count).map { columns[$0] & ~($0 > 0 ? columns[$0 - 1] : 0) }
        var left: UInt64 = open.reduce(0, |)
        var width = 1
        while left != 0 {
            left = 0
            for column in 0..<count {
                var ended = open[column] & ~(column + width < count ? columns[column + width] : 0)
                open[column] &= ~ended
                left |= open[column]
                while ended != 0 {
                    let run = Run(column: column, row: ended.trailingZeroBitCount, width: width)
                    ended &= ended - 1
                    if width <= 9 { short.append(run) } else { long.append(run) }
                }
            }
            width += 1
        }
    }
}
