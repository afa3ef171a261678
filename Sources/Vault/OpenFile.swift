internal import CArchive
internal import Glibc

/// One open file or folder: the only owner of its descriptor.
struct OpenFile: ~Copyable {
    let path: String
    let descriptor: Int32

    init(_ path: String, _ flags: Int32, mode: mode_t = 0o600) throws(VaultError) {
        let descriptor = open(path, flags | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw VaultError(path, errno: errno) }
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    borrowing func write(_ bytes: [UInt8]) throws(VaultError) {
        var offset = 0
        while offset < bytes.count {
            let written = bytes.withUnsafeBytes { bytes in
                let rest = UnsafeRawBufferPointer(rebasing: bytes[offset...])
                return Glibc.write(descriptor, rest.baseAddress, rest.count)
            }
            if written < 0 {
                if errno == EINTR { continue }
                throw VaultError(path, errno: errno)
            }
            offset += written
        }
    }

    /// Returns when what was written is on the disk.
    borrowing func force() throws(VaultError) {
        guard fsync(descriptor) == 0 else { throw VaultError(path, errno: errno) }
    }

    borrowing func size() throws(VaultError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw VaultError(path, errno: errno) }
        return Int(status.st_size)
    }

    /// Up to `count` bytes from `offset`: fewer only at the end of the file.
    /// - Parameter waiting: for the disk; else what is not in memory is an error.
    borrowing func read(at offset: Int, count: Int, waiting: Bool = true) throws(VaultError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled...]).baseAddress
                let got =
                    waiting
                    ? pread(descriptor, rest, count - filled, offset + filled)
                    : akmal_read_at_once(descriptor, rest, count - filled, offset + filled)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                guard got > 0 else { return }
                filled += got
            }
        }
        guard failure == 0 else { throw VaultError(path, errno: failure) }
        return bytes
    }
}
