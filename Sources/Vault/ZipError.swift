internal import CArchive
internal import Glibc

/// Why an archive could not be written; it is unfinished then and must be thrown away.
public struct ZipError: Error, Hashable, CustomStringConvertible {
    /// The entry that was being added, if any.
    public let name: String?
    public let message: String

    public var description: String {
        if let name { "the ZIP file could not take “\(name)”: \(message)" } else { "the ZIP file failed: \(message)" }
    }
}

extension ZipError {
    init(_ archive: OpaquePointer, _ sink: ZipSink, name: String?) {
        let own = akmal_zip_problem(archive).map { String(cString: $0) } ?? "libarchive does not say why"
        self.init(name: name, message: sink.failure == 0 ? own : String(cString: strerror(sink.failure)))
    }
}
