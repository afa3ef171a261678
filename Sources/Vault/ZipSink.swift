internal import CArchive
internal import Glibc

/// Where libarchive puts its bytes: into a file, or aside until they are fetched.
final class ZipSink {
    private let descriptor: Int32?
    private var bytes: [UInt8] = []
    /// Why the file took no more.
    private(set) var failure: Int32 = 0

    init(descriptor: Int32?) { self.descriptor = descriptor }

    func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// The number of bytes that were taken, or -1.
    func append(_ piece: UnsafeRawBufferPointer) -> Int {
        guard let descriptor else {
            bytes += piece
            return piece.count
        }
        while true {
            let written = Glibc.write(descriptor, piece.baseAddress, piece.count)
            if written >= 0 { return written }
            if errno != EINTR {
                failure = errno
                return -1
            }
        }
    }
}
