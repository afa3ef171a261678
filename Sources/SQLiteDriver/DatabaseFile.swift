internal import Glibc

/// The file itself, before SQLite sees it.
enum DatabaseFile {
    /// Makes an empty file that only its owner may read, unless it is there already; the log beside it takes the same mode.
    static func make(at path: String) throws(SQLiteOpenError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SQLiteOpenError(path, errno: errno) }
        close(descriptor)
        // SQLite makes its log in the same folder.
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        guard access(folder, W_OK | X_OK) == 0 else { throw SQLiteOpenError(path, errno: errno) }
    }
}
