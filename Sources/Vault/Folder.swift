internal import Glibc

/// Folders, and what is in them.
enum Folder {
    /// Makes a folder; the one above it must be there.
    /// - Returns: whether it was not there before.
    @discardableResult
    static func make(_ path: String) throws(VaultError) -> Bool {
        if mkdir(path, 0o700) == 0 { return true }
        guard errno == EEXIST else { throw VaultError(path, errno: errno) }
        return false
    }

    /// Names of files, in no order; none where the folder is not there.
    static func names(in path: String) -> [String] {
        guard let entries = opendir(path) else { return [] }
        defer { closedir(entries) }
        var names: [String] = []
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }
}
