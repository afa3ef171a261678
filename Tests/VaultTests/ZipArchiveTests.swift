import CArchive
import Foundation
import Testing
import Vault

@Suite struct ZipArchiveTests {
    static let moment: Int64 = 1_772_000_000

    private func archive(_ entries: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
        var zip = try ZipArchive()
        var bytes: [UInt8] = []
        for entry in entries {
            try zip.add(entry.name, entry.bytes, modified: Self.moment)
            bytes += zip.takeBytes()
        }
        return bytes + (try zip.finish())
    }

    /// Reads the archive back with the library's reader.
    private func entries(of bytes: [UInt8]) throws -> [String: [UInt8]] {
        let before = uselocale(akmal_utf8_locale())
        defer { uselocale(before) }
        let reader = try #require(archive_read_new())
        defer { archive_read_free(reader) }
        archive_read_support_format_zip(reader)
        var entries: [String: [UInt8]] = [:]
        try bytes.withUnsafeBytes { bytes in
            try #require(archive_read_open_memory(reader, bytes.baseAddress, bytes.count) == ARCHIVE_OK)
            var entry: OpaquePointer?
            while archive_read_next_header(reader, &entry) == ARCHIVE_OK {
                let name = String(
                    cString: try #require(archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)))
                var content = [UInt8](repeating: 0, count: Int(archive_entry_size(entry)))
                try #require(archive_read_data(reader, &content, content.count) == content.count)
                #expect(archive_entry_mtime(entry) == Int(Self.moment))
                entries[name] = content
            }
        }
        return entries
    }

    @Test func `entries come back under their names in every script`() throws {
        let names = ["ALI BIN ABU.pdf", "陳大文.pdf", "محمد.pdf", "முத்து.pdf", "Sa’ad é.pdf", "manifest.csv"]
        let wanted = names.enumerated().map { ($1, [UInt8](repeating: UInt8($0), count: 5000 * $0)) }
        let bytes = try archive(wanted.map { (name: $0.0, bytes: $0.1) })
        let read = try entries(of: bytes)
        #expect(read == Dictionary(uniqueKeysWithValues: wanted))
    }

    @Test func `names are marked as UTF-8 in the file`() throws {
        let bytes = try archive([("陳.pdf", [1])])
        // General purpose bit 11, in the header (APPNOTE.TXT 4.4.4).
        #expect(bytes[7] & 0x08 != 0)
        #expect(Array(bytes[30..<37]) == Array("陳.pdf".utf8))
    }

    @Test func `entries are stored, not compressed`() throws {
        let content = [UInt8](repeating: 0, count: 10_000)
        let bytes = try archive([("a.pdf", content)])
        #expect(bytes.count > 10_000)
        #expect(bytes[8] == 0 && bytes[9] == 0)
    }

    @Test func `the same entries give the same bytes`() throws {
        let entries = [("a.pdf", [1, 2, 3] as [UInt8]), ("b.pdf", [4])].map { (name: $0.0, bytes: $0.1) }
        #expect(try archive(entries) == archive(entries))
    }

    @Test func `an empty archive is an archive`() throws {
        #expect(try entries(of: archive([])).isEmpty)
    }

    @Test func `bytes leave while the archive grows`() throws {
        var zip = try ZipArchive()
        var largest = 0
        for number in 0..<200 {
            try zip.add("\(number).pdf", [UInt8](repeating: 7, count: 50_000), modified: Self.moment)
            largest = max(largest, zip.takeBytes().count)
        }
        #expect(largest <= 3 * 65_536)
        #expect(try zip.finish().count < 100_000)
    }

    @Test func `a file gets the same bytes as the one who fetches them`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a.zip"
        let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
        defer { close(descriptor) }
        var zip = try ZipArchive(writingTo: descriptor)
        try zip.add("a.pdf", [1, 2, 3], modified: Self.moment)
        #expect(try zip.finish().isEmpty)
        #expect(try FileManager.default.contents(atPath: path).map { [UInt8]($0) } == archive([("a.pdf", [1, 2, 3])]))
    }

    @Test func `a file that takes no more is told with the system's reason`() throws {
        let descriptor = open("/dev/full", O_WRONLY)
        defer { close(descriptor) }
        var zip = try ZipArchive(writingTo: descriptor)
        let error = try #require(throws: ZipError.self) {
            try zip.add("a.pdf", [UInt8](repeating: 1, count: 200_000), modified: Self.moment)
        }
        #expect("\(error)" == "the ZIP file could not take “a.pdf”: No space left on device")
    }
}
