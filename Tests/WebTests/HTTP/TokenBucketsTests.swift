import Testing

@testable import Web

@Suite struct `Token buckets` {
    private let start = ContinuousClock.now

    @Test func `give a burst, then a steady rate`() {
        let buckets = TokenBuckets(.init(burst: 2, perSecond: 0.5))
        #expect(buckets.take(for: "a", at: start) == nil)
        #expect(buckets.take(for: "a", at: start) == nil)
        #expect(buckets.take(for: "a", at: start) == 2)
        #expect(buckets.take(for: "b", at: start) == nil)
        #expect(buckets.take(for: "a", at: start + .seconds(1)) == 1)
        #expect(buckets.take(for: "a", at: start + .seconds(2)) == nil)
        #expect(buckets.take(for: "a", at: start + .seconds(2)) == 2)
    }

    @Test func `never hold more than the burst`() {
        let buckets = TokenBuckets(.init(burst: 1, perSecond: 100))
        #expect(buckets.take(for: "a", at: start) == nil)
        #expect(buckets.take(for: "a", at: start + .seconds(60)) == nil)
        #expect(buckets.take(for: "a", at: start + .seconds(60)) == 1)
    }

    @Test func `keep their table small, and let a flood of addresses share one bucket`() {
        let buckets = TokenBuckets(.init(burst: 2, perSecond: 0.001), capacity: 3)
        for client in ["a", "b", "c"] { #expect(buckets.take(for: client, at: start) == nil) }
        #expect(buckets.take(for: "d", at: start) == nil)
        #expect(buckets.take(for: "e", at: start) == nil)
        #expect(buckets.take(for: "f", at: start) != nil)
        #expect(buckets.take(for: "a", at: start) == nil, "who was there before keeps the own bucket")
        #expect(buckets.count <= 4)
        #expect(buckets.take(for: "g", at: start + .seconds(10_000)) == nil, "full buckets are forgotten")
        #expect(buckets.count == 1)
    }

    @Test func `are looked through once a second when their table is full, not for every newcomer`() {
        let buckets = TokenBuckets(.init(burst: 2, perSecond: 4), capacity: 2)
        for client in ["a", "b"] { #expect(buckets.take(for: client, at: start) == nil) }
        // All buckets are taken from, so nobody is forgotten by this look.
        #expect(buckets.take(for: "c", at: start + .milliseconds(100)) == nil)
        // Both are full again, but it is too early for another look: newcomers share one bucket.
        #expect(buckets.take(for: "d", at: start + .milliseconds(900)) == nil)
        #expect(buckets.count == 3)
        #expect(buckets.take(for: "e", at: start + .milliseconds(1200)) == nil)
        #expect(buckets.count < 3, "full buckets are forgotten")
    }
}
