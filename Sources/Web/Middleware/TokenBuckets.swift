import Synchronization

/// One bucket of tokens a client: each request takes one, and they come back at a steady rate.
///
/// The table is bounded. When it is full, clients whose buckets are full again are forgotten; when there are none, the
/// newcomer shares one bucket with every other newcomer, so that a flood from many addresses limits itself.
final class TokenBuckets: Sendable {
    private struct Bucket {
        var tokens: Double
        var filledAt: ContinuousClock.Instant
    }

    private let rate: WebSettings.Rate
    private let capacity: Int
    private let table = Mutex(Table())
    /// Going through a full table takes milliseconds, in which nobody else is answered.
    private static let pause = Duration.seconds(1)

    private struct Table {
        var buckets: [String: Bucket] = [:]
        /// When full buckets were last looked for.
        var sweptAt: ContinuousClock.Instant?
    }

    init(_ rate: WebSettings.Rate, capacity: Int = 50_000) {
        self.rate = rate
        self.capacity = capacity
    }

    /// Takes a token.
    /// - Returns: nil when there was one, else the seconds until there is.
    func take(for client: String, at now: ContinuousClock.Instant) -> Int? {
        table.withLock { table in
            if table.buckets[client] == nil, table.buckets.count >= capacity { sweep(&table, at: now) }
            let key = table.buckets[client] == nil && table.buckets.count >= capacity ? "" : client
            var bucket =
                table.buckets[key].map { refilled($0, at: now) }
                ?? Bucket(tokens: Double(rate.burst), filledAt: now)
            defer { table.buckets[key] = bucket }
            guard bucket.tokens >= 1 else { return Int(((1 - bucket.tokens) / rate.perSecond).rounded(.up)) }
            bucket.tokens -= 1
            return nil
        }
    }

    var count: Int { table.withLock { $0.buckets.count } }

    /// Forgets clients whose buckets are full again, at most once in ``pause``: a flood of newcomers must not make each of
    /// them look through the table.
    private func sweep(_ table: inout Table, at now: ContinuousClock.Instant) {
        if let last = table.sweptAt, now - last < Self.pause { return }
        table.sweptAt = now
        table.buckets = table.buckets.filter { refilled($0.value, at: now).tokens < Double(rate.burst) }
    }

    private func refilled(_ bucket: Bucket, at now: ContinuousClock.Instant) -> Bucket {
        let elapsed = (now - bucket.filledAt) / .seconds(1)
        return Bucket(tokens: min(Double(rate.burst), bucket.tokens + max(0, elapsed) * rate.perSecond), filledAt: now)
    }
}
