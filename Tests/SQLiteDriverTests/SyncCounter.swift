import CSQLite
import Glibc
import Synchronization

/// A file system like the platform's, which counts how often a file is forced to the disk.
enum SyncCounter {
    static let name = "counting"
    static let count = Atomic<Int>(0)
    private static let forced = Mutex<(@convention(c) (UnsafeMutablePointer<sqlite3_file>?, Int32) -> Int32)?>(nil)

    /// Registers the file system, once for the process.
    static let isRegistered: Bool = {
        guard let platform = sqlite3_vfs_find(nil) else { return false }
        let copy = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        copy.initialize(to: platform.pointee)
        copy.pointee.zName = "counting".withCString { UnsafePointer(strdup($0)) }
        copy.pointee.pNext = nil
        copy.pointee.xOpen = { _, name, file, flags, outFlags in
            guard let platform = sqlite3_vfs_find(nil), let open = platform.pointee.xOpen else { return SQLITE_ERROR }
            let code = open(platform, name, file, flags, outFlags)
            if code == SQLITE_OK, let file { SyncCounter.count(forcesOf: file) }
            return code
        }
        return sqlite3_vfs_register(copy, 0) == SQLITE_OK
    }()

    /// Puts our function into a copy of the file's table of functions; the rest of the table stays the platform's.
    private static func count(forcesOf file: UnsafeMutablePointer<sqlite3_file>) {
        guard let methods = file.pointee.pMethods else { return }
        let copy = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        copy.initialize(to: methods.pointee)
        let original = methods.pointee.xSync
        forced.withLock { $0 = original }
        copy.pointee.xSync = { file, flags in
            SyncCounter.count.add(1, ordering: .relaxed)
            return SyncCounter.forced.withLock { $0 }?(file, flags) ?? SQLITE_IOERR
        }
        file.pointee.pMethods = UnsafePointer(copy)
    }
}
