/// Every series of one name.
struct MetricFamily: Sendable {
    enum Kind: String, Sendable { case counter, gauge, histogram }

    let kind: Kind
    private var series: [String: Series] = [:]

    private struct Series: Sendable {
        var value = 0.0
        var count = 0
        var buckets = [Int](repeating: 0, count: MetricFamily.bounds.count)
    }

    /// Upper bounds of a histogram's buckets, in seconds.
    static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    init(kind: Kind) { self.kind = kind }

    mutating func update(_ labels: String, _ value: Double) {
        var one = series[labels] ?? Series()
        switch kind {
        case .gauge: one.value = value
        case .counter: one.value += value
        case .histogram:
            one.value += value
            one.count += 1
            for (index, bound) in Self.bounds.enumerated() where value <= bound { one.buckets[index] += 1 }
        }
        series[labels] = one
    }

    func text(name: String) -> String {
        let full = kind == .counter ? "\(name)_total" : name
        let lines = series.keys.sorted().flatMap { labels in
            series[labels].map { self.lines(full, labels, $0) } ?? []
        }
        return (["# TYPE \(full) \(kind.rawValue)"] + lines).joined(separator: "\n") + "\n"
    }

    private func lines(_ name: String, _ labels: String, _ series: Series) -> [String] {
        guard kind == .histogram else { return ["\(name)\(Self.braced(labels)) \(series.value)"] }
        let separator = labels.isEmpty ? "" : ","
        let buckets = zip(Self.bounds, series.buckets).map { bound, count in
            "\(name)_bucket{\(labels)\(separator)le=\"\(bound)\"} \(count)"
        }
        return buckets + [
            "\(name)_bucket{\(labels)\(separator)le=\"+Inf\"} \(series.count)",
            "\(name)_sum\(Self.braced(labels)) \(series.value)", "\(name)_count\(Self.braced(labels)) \(series.count)",
        ]
    }

    private static func braced(_ labels: String) -> String { labels.isEmpty ? "" : "{\(labels)}" }
}
