internal import Synchronization

/// The academy's ring as its folder has it at every moment: a new key signs from its first use on, also in programs that
/// were running when it was made.
///
/// What a retired key signs later is refused by every check, so that nobody may go on with one that he has read before.
public final class KeyCabinet: Sendable {
    private struct Content {
        var ring: KeyRing
        var stamp: [Int]?
    }

    private let folder: KeyFolder?
    private let clock: (any TimestampAuthority)?
    private let content: Mutex<Content>

    /// A ring that stays as it is.
    public init(_ ring: KeyRing) {
        folder = nil
        clock = nil
        content = Mutex(Content(ring: ring))
    }

    /// - Parameter clock: dates every seal; nil leaves seals undated.
    public init(_ folder: KeyFolder, datedBy clock: (any TimestampAuthority)? = nil) throws(SealingProblem) {
        self.folder = folder
        self.clock = clock
        content = Mutex(try Self.read(folder, clock))
    }

    /// The keys of this moment.
    ///
    /// While a changed folder cannot be read, the ring is the one of before, and the next use tries again.
    public var ring: KeyRing {
        guard let folder else { return content.withLock { $0.ring } }
        let stamp = folder.stamp
        return content.withLock { content in
            if content.stamp != stamp, let read = try? Self.read(folder, clock) { content = read }
            return content.ring
        }
    }

    private static func read(
        _ folder: KeyFolder, _ clock: (any TimestampAuthority)?
    ) throws(SealingProblem) -> Content {
        // Before the ring: one that changes in between is read again.
        let stamp = folder.stamp
        let ring = try folder.ring()
        return Content(ring: clock.map { ring.dated(by: $0) } ?? ring, stamp: stamp)
    }
}
