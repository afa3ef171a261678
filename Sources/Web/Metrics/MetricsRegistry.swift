public import Metrics
import Synchronization

/// Measurements in memory, for Prometheus to read.
///
/// A factory for `swift-metrics`, so that every room may count.
///
/// Counters get the ending `_total`; timers are histograms in seconds; recorders and meters are gauges.
public final class MetricsRegistry: MetricsFactory {
    private let families = Mutex<[String: MetricFamily]>([:])

    public init() {}

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        Sink(self, label, dimensions, .counter)
    }

    public func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        Sink(self, label, dimensions, .gauge)
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        Sink(self, label, dimensions, .histogram)
    }

    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}

    /// Prometheus' text format 0.0.4, in the order of names.
    public func text() -> String {
        families.withLock { families in
            families.keys.sorted().compactMap { families[$0]?.text(name: $0) }.joined()
        }
    }

    fileprivate func update(_ name: String, _ kind: MetricFamily.Kind, _ labels: String, _ value: Double) {
        families.withLock { $0[name, default: MetricFamily(kind: kind)].update(labels, value) }
    }
}

/// One series of measurements.
private final class Sink: CounterHandler, RecorderHandler, TimerHandler {
    private let registry: MetricsRegistry
    private let name: String
    private let labels: String
    private let kind: MetricFamily.Kind

    init(_ registry: MetricsRegistry, _ label: String, _ dimensions: [(String, String)], _ kind: MetricFamily.Kind) {
        self.registry = registry
        self.kind = kind
        name = "akmal_" + String(label.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        labels = dimensions.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
    }

    func increment(by amount: Int64) { registry.update(name, kind, labels, Double(amount)) }
    func reset() {}
    func record(_ value: Int64) { record(Double(value)) }
    func record(_ value: Double) { registry.update(name, kind, labels, value) }
    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1_000_000_000) }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
