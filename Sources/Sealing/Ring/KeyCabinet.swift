public import PDFObjects
internal import Synchronization

/// The academy's ring as its folder has it at every moment: a new key signs from its first use on, also in programs
/// that were running when it was made.
///
/// What a retired key signs later is refused by every check, so that nobody may go on with one that he has read before.
public final class KeyCabinet: Sendable {
    private struct Content {
        var ring: KeyRing
        var stamp: [Int]?
        /// The own authority's list, and the day that it is of.
        var list: (day: Int64, list: RevocationList)?
    }

    private let folder: KeyFolder?
    private let clock: (any TimestampAuthority)?
    private let isLongTerm: Bool
    private let content: Mutex<Content>

    /// A ring that stays as it is.
    /// - Parameter isLongTerm: seals come with what a check needs years later.
    public init(_ ring: KeyRing, isLongTerm: Bool = false) {
        folder = nil
        clock = nil
        self.isLongTerm = isLongTerm
        content = Mutex(Content(ring: ring))
    }

    /// - Parameters:
    ///   - clock: dates every seal; nil leaves seals undated.
    ///   - isLongTerm: seals come with what a check needs years later.
    public init(
        _ folder: KeyFolder, datedBy clock: (any TimestampAuthority)? = nil, isLongTerm: Bool = false
    ) throws(SealingProblem) {
        self.folder = folder
        self.isLongTerm = isLongTerm
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

    /// What goes with a seal; nil where that is not wanted, or not to be had.
    /// - Parameter now: seconds since 1970.
    public func evidence(at now: Int64) throws(SealingProblem) -> SealEvidence? {
        isLongTerm ? try ring.evidence(at: now) : nil
    }

    /// The own authority's list of the day, the same bytes all day long; nil where there is no such authority.
    public func revocationList(at now: Int64) throws(SealingProblem) -> RevocationList? {
        let ring = ring
        let day = now / 86_400
        if let kept = content.withLock({ $0.list }), kept.day == day { return kept.list }
        guard let list = try ring.revocationList(at: now) else { return nil }
        content.withLock { $0.list = (day, list) }
        return list
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
