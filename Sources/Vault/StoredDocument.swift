public import Digests
internal import Dispatch
internal import Synchronization

/// A document that is open for reading, piece by piece and in any order, for as long as it is held.
public final class StoredDocument: Sendable {
    public let size: Int
    private let content: Content

    private enum Content: Sendable {
        case file(HeldFile, DispatchQueue)
        case parts(HashedPrefix, [UInt8])
    }

    /// Bytes of a document that are in memory; `shared` names them where they are the whole beginning of many documents, and
    /// is nil where they are this one's alone, or a part.
    public typealias Piece = (bytes: ArraySlice<UInt8>, shared: SHA256Digest?)

    /// A lock makes the file sendable.
    private final class HeldFile: Sendable {
        let file: Mutex<OpenFile>

        init(_ file: consuming sending OpenFile) { self.file = Mutex(file) }
    }

    init(_ file: consuming sending OpenFile, _ queue: DispatchQueue) throws(VaultError) {
        size = try file.size()
        content = .file(HeldFile(file), queue)
    }

    init(_ prefix: HashedPrefix, _ tail: [UInt8]) {
        size = prefix.bytes.count + tail.count
        content = .parts(prefix, tail)
    }

    /// The bytes of a range; what lies past the end is left out.
    public func read(_ range: Range<Int>) async throws(VaultError) -> [UInt8] {
        let range = range.clamped(to: 0..<size)
        switch content {
        case .file(let held, let queue):
            return try await queue.run { () throws(VaultError) in
                try held.file.withLock { file throws(VaultError) in
                    try file.read(at: range.lowerBound, count: range.count)
                }
            }
        case .parts(let prefix, let tail):
            return Self.parts(range, prefix, tail).reduce(into: []) { $0 += $1.bytes }
        }
    }

    /// The bytes of a range in the parts that are in memory, without a copy; nil when they must be read from a file.
    public func held(_ range: Range<Int>) -> [Piece]? {
        guard case .parts(let prefix, let tail) = content else { return nil }
        return Self.parts(range.clamped(to: 0..<size), prefix, tail)
    }

    private static func parts(_ range: Range<Int>, _ prefix: HashedPrefix, _ tail: [UInt8]) -> [Piece] {
        let seam = prefix.bytes.count
        let first = prefix.bytes[min(range.lowerBound, seam)..<min(range.upperBound, seam)]
        let second = tail[(max(range.lowerBound, seam) - seam)..<(max(range.upperBound, seam) - seam)]
        let pieces: [Piece] = [(first, first.count == seam ? prefix.digest : nil), (second, nil)]
        return pieces.filter { !$0.bytes.isEmpty }
    }

    /// Hands out the document, or a range of it, in pieces of at most `size` bytes.
    public func forEachPiece(
        of range: Range<Int>? = nil, upTo size: Int = 65_536, _ body: ([UInt8]) async throws -> Void
    ) async throws {
        let range = (range ?? 0..<self.size).clamped(to: 0..<self.size)
        var start = range.lowerBound
        while start < range.upperBound {
            let end = min(start + size, range.upperBound)
            try await body(try await read(start..<end))
            start = end
        }
    }
}
