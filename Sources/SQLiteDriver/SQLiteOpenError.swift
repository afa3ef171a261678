internal import CSQLite
internal import Glibc
internal import SQL

/// Why a database file cannot be opened; each says what would help.
public enum SQLiteOpenError: Error, Hashable {
    case folderMissing(folder: String)
    case notAFile(path: String)
    case notWritable(path: String)
    case notADatabase(path: String)
    case full(path: String)
    case other(path: String, message: String)

    init(_ path: String, _ error: SQLError) {
        switch error.kind {
        case .full: self = .full(path: path)
        case .lost where error.message.contains("not a database"): self = .notADatabase(path: path)
        case .other(let code) where code & 0xff == Int(SQLITE_READONLY): self = .notWritable(path: path)
        default: self = .other(path: path, message: error.message)
        }
    }

    /// What the system said when the file was made or looked at.
    init(_ path: String, errno code: Int32) {
        switch code {
        case ENOENT, ENOTDIR: self = .folderMissing(folder: Self.folder(of: path))
        case EISDIR: self = .notAFile(path: path)
        case EACCES, EPERM, EROFS: self = .notWritable(path: path)
        case ENOSPC, EDQUOT: self = .full(path: path)
        default: self = .other(path: path, message: String(cString: strerror(code)))
        }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

extension SQLiteOpenError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .folderMissing(let folder):
            "there is no folder \(folder) for the database; make it first"
        case .notAFile(let path):
            "\(path) is a folder; name a file in it for the database"
        case .notWritable(let path):
            "\(path) or its folder cannot be written by this user; the database needs both"
        case .notADatabase(let path):
            "\(path) is not an SQLite database; name another file, or restore a backup"
        case .full(let path):
            "there is no space left for \(path)"
        case .other(let path, let message):
            "\(path) cannot be opened: \(message)"
        }
    }
}
