public import Academy
import Digests

#if canImport(Glibc)
    import Glibc
#endif

/// What a deed needs of the world besides its data: the time and randomness.
///
/// Tests pass their own.
public struct Surroundings: Sendable {
    public var now: @Sendable () -> Instant
    /// Cryptographically secure bytes, as many as asked for.
    public var random: @Sendable (Int) throws -> [UInt8]

    public init(now: @escaping @Sendable () -> Instant, random: @escaping @Sendable (Int) throws -> [UInt8]) {
        self.now = now
        self.random = random
    }

    /// The system's clock and the system's randomness.
    public static let live = Surroundings(
        now: {
            var time = timespec()
            clock_gettime(CLOCK_REALTIME, &time)
            return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
        },
        random: { try SecureRandom.bytes($0) })

    /// A new id for a `Noun`, made now.
    public func newID<Noun>(of noun: Noun.Type = Noun.self) throws -> Identifier<Noun> {
        try Identifier(at: now(), random: random(10))
    }
}
