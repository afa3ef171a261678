/// One measured figure: the median of several runs, with their spread.
struct Bar {
    let name: String
    let unit: String
    let runs: [Double]
    /// How many items one run measured.
    let samples: Int
    /// What the figure is to be held against.
    let note: String
    /// What the median must not exceed; nil where nothing is promised.
    var limit: Double?
    /// What the median must reach, of figures that are better the larger they are.
    var least: Double?

    var median: Double { runs.sorted()[runs.count / 2] }

    var isMissed: Bool { limit.map { median > $0 } ?? false || least.map { median < $0 } ?? false }

    var line: String {
        let low = Self.rounded(runs.min() ?? 0)
        let high = Self.rounded(runs.max() ?? 0)
        let figure = Self.rounded(median)
        return
            "\(name): \(figure) \(unit) (\(low) … \(high), \(runs.count) runs of \(samples)); \(note)\(isMissed ? "  <-- MISSED" : "")"
    }

    /// Three significant places are more than such a machine can promise.
    private static func rounded(_ number: Double) -> String {
        if number >= 100 { return "\(Int(number.rounded()))" }
        let places = number >= 10 ? 10.0 : 100.0
        return "\((number * places).rounded() / places)"
    }
}
