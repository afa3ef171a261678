internal import Dispatch
internal import Synchronization

/// A document that is open for reading, piece by piece and in any order, for as long as it is held.
public final class StoredDocument: Sendable {
    public let size: Int
    private let file: Mutex<OpenFile>
    private let queue: DispatchQueue

    init(_ file: consuming sending OpenFile, _ queue: DispatchQueue) throws(VaultError) {
        size = try file.size()
        self.file = Mutex(file)
        self.queue = queue
    }

    /// The bytes of a range; what lies past the end is left out.
    public func read(_ range: Range<Int>) async throws(VaultError) -> [UInt8] {
        let range = range.clamped(to: 0..<size)
        return try await queue.run { () throws(VaultError) in
            try self.file.withLock { file throws(VaultError) in
                try file.read(at: range.lowerBound, count: range.count)
            }
        }
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
