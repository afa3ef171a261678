public import Digests
internal import Glibc

/// Why a document could not be kept or given back.
public enum VaultError: Error, Hashable {
    /// No document has this digest.
    case missing(SHA256Digest)
    /// The file of this digest holds other bytes, those of `found`: restore it from a backup.
    case damaged(SHA256Digest, found: SHA256Digest)
    case folderMissing(path: String)
    case notWritable(path: String)
    case full(path: String)
    case other(path: String, message: String)

    init(_ path: String, errno code: Int32) {
        switch code {
        case ENOENT, ENOTDIR: self = .folderMissing(path: path)
        case EACCES, EPERM, EROFS: self = .notWritable(path: path)
        case ENOSPC, EDQUOT: self = .full(path: path)
        default: self = .other(path: path, message: String(cString: strerror(code)))
        }
    }
}

extension VaultError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let digest):
            "the vault has no document \(digest)"
        case .damaged(let digest, let found):
            "the document \(digest) is damaged: its bytes are those of \(found); restore its file from a backup"
        case .folderMissing(let path):
            "there is no folder for \(path); make it first"
        case .notWritable(let path):
            "\(path) cannot be read or written by this user"
        case .full(let path):
            "there is no space left for \(path)"
        case .other(let path, let message):
            "\(path): \(message)"
        }
    }
}
