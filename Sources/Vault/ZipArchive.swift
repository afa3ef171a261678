internal import CArchive
internal import Glibc

/// A ZIP file that is written as it grows, in memory that does not grow with it (some 150 bytes an entry, for its index).
///
/// Entries are stored, not compressed: PDF files are compressed already. The same entries at the same moments give the same bytes
/// (in one time zone: ZIP holds local time too). Over 4 GB and 65,535 entries it becomes a ZIP64 by itself.
public struct ZipArchive: ~Copyable {
    private let archive: OpaquePointer
    private let entry: OpaquePointer
    private let locale: locale_t
    private let sink: ZipSink

    /// Begins an archive whose bytes are fetched with ``takeBytes()``, for a response that is sent piece by piece.
    public init() throws(ZipError) { try self.init(ZipSink(descriptor: nil)) }

    /// Begins an archive that is written to an open file, which stays the caller's to close.
    public init(writingTo descriptor: Int32) throws(ZipError) { try self.init(ZipSink(descriptor: descriptor)) }

    private init(_ sink: ZipSink) throws(ZipError) {
        if let problem = Self.problem { throw ZipError(name: nil, message: "libarchive cannot be used: \(problem)") }
        guard let archive = akmal_new_zip(), let entry = akmal_new_entry(), let locale = akmal_utf8_locale()
        else {
            throw ZipError(name: nil, message: "no memory")
        }
        let code = Self.begin(archive, locale, sink)
        guard code == ARCHIVE_OK else {
            let error = ZipError(archive, sink, name: nil)
            akmal_free_zip(archive, entry)
            freelocale(locale)
            throw error
        }
        self.archive = archive
        self.entry = entry
        self.locale = locale
        self.sink = sink
    }

    deinit {
        akmal_free_zip(archive, entry)
        freelocale(locale)
    }

    /// Adds one file.
    ///
    /// `name` is taken as it is: see ``ArchiveNames`` for one that is safe everywhere.
    /// - Parameter modified: seconds since 1970, UTC.
    public mutating func add(_ name: String, _ bytes: [UInt8], modified: Int64) throws(ZipError) {
        guard akmal_begin_entry(archive, entry, locale, name, Int64(bytes.count), modified) == ARCHIVE_OK
        else {
            throw ZipError(archive, sink, name: name)
        }
        var offset = 0
        while offset < bytes.count {
            let written = bytes.withUnsafeBytes { bytes in
                let rest = UnsafeRawBufferPointer(rebasing: bytes[offset...])
                return akmal_write_entry(archive, rest.baseAddress, rest.count)
            }
            guard written > 0 else { throw ZipError(archive, sink, name: name) }
            offset += written
        }
        guard akmal_end_entry(archive) == ARCHIVE_OK else { throw ZipError(archive, sink, name: name) }
    }

    /// What has been written since the last call; always empty for an archive that goes to a file.
    public mutating func takeBytes() -> [UInt8] { sink.take() }

    /// Writes the index, without which it is no ZIP file, and gives the last bytes of an archive that does not go to a file.
    public consuming func finish() throws(ZipError) -> [UInt8] {
        guard akmal_end_zip(archive) == ARCHIVE_OK else { throw ZipError(archive, sink, name: nil) }
        return sink.take()
    }

    private static func begin(_ archive: OpaquePointer, _ locale: locale_t, _ sink: ZipSink) -> Int32 {
        // The sink is held by the archive's owner for as long as libarchive may write.
        let context = Unmanaged.passUnretained(sink).toOpaque()
        return akmal_begin_zip(archive, locale, context) { _, context, start, count in
            guard let context else { return -1 }
            let sink = Unmanaged<ZipSink>.fromOpaque(context).takeUnretainedValue()
            return sink.append(UnsafeRawBufferPointer(start: start, count: count))
        }
    }

    /// Why libarchive cannot be used, found out with the first archive.
    private static let problem = akmal_open_archive().map { String(cString: $0) }
}
