import Desk
import NIOCore
import Synchronization

/// The beginnings that many files have in common, as buffers that are sent again and again without being copied.
final class SharedBeginnings: Sendable {
    /// As many as courses whose files are asked for in one day; 40 KB each.
    private static let capacity = 64

    private let known = Mutex<[Download.Beginning: ByteBuffer]>([:])

    /// The bytes of a range of a file, one part behind the other; nil where they must be read from the disk.
    func parts(of file: Download, _ range: Range<Int>) -> [ByteBuffer]? {
        file.held(range)?.map { piece in
            guard let shared = piece.shared else { return ByteBuffer(bytes: piece.bytes) }
            return known.withLock { known in
                if let buffer = known[shared] { return buffer }
                if known.count >= Self.capacity { known.removeAll() }
                let buffer = ByteBuffer(bytes: piece.bytes)
                known[shared] = buffer
                return buffer
            }
        }
    }
}
