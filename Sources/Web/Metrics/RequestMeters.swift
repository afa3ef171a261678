import Metrics
import Synchronization

/// The meters of requests, made once for each kind of answer: to spell a meter's labels takes longer than to count.
final class RequestMeters: Sendable {
    struct Kind: Hashable {
        let method: String
        /// The pattern; never an address.
        let route: String
        let status: Int
    }

    private struct Meters {
        let requests: Counter
        let seconds: Timer
    }

    private let metrics: MetricsRegistry
    /// As many as there are routes, methods and answers.
    private let known = Mutex<[Kind: Meters]>([:])

    init(_ metrics: MetricsRegistry) { self.metrics = metrics }

    func count(_ kind: Kind, _ nanoseconds: Int64) {
        let meters = known.withLock { known in
            if let meters = known[kind] { return meters }
            let new = made(for: kind)
            known[kind] = new
            return new
        }
        meters.requests.increment()
        meters.seconds.recordNanoseconds(nanoseconds)
    }

    private func made(for kind: Kind) -> Meters {
        let labels = [("method", kind.method), ("route", kind.route)]
        return Meters(
            requests: Counter(
                label: "http_requests", dimensions: labels + [("status", "\(kind.status)")], factory: metrics),
            seconds: Timer(label: "http_request_seconds", dimensions: labels, factory: metrics))
    }
}
