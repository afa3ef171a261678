internal import Digests
internal import Glibc

/// One file of records, one behind the other, with a list of them beside it.
///
/// The list only saves time: what is missing from it is read from the file.
struct Pack {
    let number: Int
    private let folder: String

    init(_ number: Int, in folder: String) {
        self.number = number
        self.folder = folder
    }

    private var name: String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    var path: String { "\(folder)/\(name).pack" }
    var listPath: String { "\(folder)/\(name).list" }

    /// The number of a pack by its file's name.
    static func number(of file: String) -> Int? {
        file.hasSuffix(".pack") ? Int(file.dropLast(5)) : nil
    }

    struct Entry: Hashable {
        let document: SHA256Digest
        let start: Int
        let end: Int

        static let size = 48

        var bytes: [UInt8] {
            var bytes = document.bytes
            for number in [start, end] { withUnsafeBytes(of: UInt64(number).littleEndian) { bytes += $0 } }
            return bytes
        }
    }

    /// What the list says, as far as it can be true; empty when there is none.
    func listed() throws(VaultError) -> [Entry] {
        let bytes: [UInt8]
        do throws(VaultError) {
            let file = try OpenFile(listPath, O_RDONLY)
            bytes = try file.read(at: 0, count: file.size())
        } catch {
            if case .folderMissing = error { return [] }
            throw error
        }
        let size = try OpenFile(path, O_RDONLY).size()
        var (entries, end): ([Entry], Int) = ([], 0)
        for start in stride(from: 0, to: bytes.count - Entry.size + 1, by: Entry.size) {
            guard let entry = Entry(bytes[start..<start + Entry.size]), entry.start >= end, entry.end > entry.start,
                entry.end <= size
            else { break }
            entries.append(entry)
            end = entry.end
        }
        return entries
    }

    /// The records from a place on that are whole, and where the last of them ends.
    ///
    /// Behind a damaged head the search goes on with the next sound one. Behind the last record there may be one that is
    /// being written, or that a crash cut off.
    func scan(from start: Int) throws(VaultError) -> (entries: [Entry], end: Int, size: Int) {
        let file = try OpenFile(path, O_RDONLY)
        let size = try file.size()
        var (entries, place, end): ([Entry], Int, Int) = ([], start, start)
        while place + PackRecord.size <= size {
            if let record = try Self.record(in: file, at: place), place + record.wholeCount <= size {
                end = place + record.wholeCount
                entries.append(Entry(document: record.document, start: place, end: end))
                place = end
            } else if let next = try Self.nextMark(in: file, from: place + 1, to: size) {
                place = next
            } else {
                break
            }
        }
        return (entries, end, size)
    }

    static func record(
        in file: borrowing OpenFile, at place: Int, waiting: Bool = true
    ) throws(VaultError) -> PackRecord? {
        PackRecord(try file.read(at: place, count: PackRecord.size, waiting: waiting)[...])
    }

    private static func nextMark(
        in file: borrowing OpenFile, from start: Int, to end: Int
    ) throws(VaultError) -> Int? {
        var place = start
        while place + PackRecord.size <= end {
            let bytes = try file.read(at: place, count: min(1 << 20, end - place))
            guard bytes.count >= PackRecord.mark.count else { return nil }
            for offset in 0...(bytes.count - PackRecord.mark.count)
            where bytes[offset] == PackRecord.mark[0] && bytes[offset...].starts(with: PackRecord.mark) {
                return place + offset
            }
            place += bytes.count - PackRecord.mark.count + 1
        }
        return nil
    }
}

extension Pack.Entry {
    fileprivate init?(_ bytes: ArraySlice<UInt8>) {
        let start = bytes.startIndex
        guard let document = SHA256Digest(bytes: bytes.prefix(32)) else { return nil }
        func number(_ place: Int) -> UInt64 {
            (0..<8).reduce(0) { $0 | UInt64(bytes[start + place + $1]) << UInt64($1 * 8) }
        }
        guard let first = Int(exactly: number(32)), let end = Int(exactly: number(40)) else { return nil }
        self.init(document: document, start: first, end: end)
    }
}
