/// Mends the lists of forms in a PDF that cairo 1.16 wrote.
///
/// Cairo names a form in its page's resources once for each time that it is painted, and a dictionary must not repeat a
/// key (ISO 32000-1, 7.3.7). The repetitions are overwritten with spaces, so that no offset of the file changes.
enum FormLists {
    private static let head = Array("\n   /XObject << /x".utf8)
    private static let end = Array(">>".utf8)

    static func mend(_ file: inout [UInt8]) {
        var position = 0
        while let start = find(head, in: file, from: position) {
            let first = start + head.count - 2
            guard let stop = find(end, in: file, from: first) else { return }
            blankRepetitions(&file, first..<stop)
            position = stop
        }
    }

    /// The entries are `/x45 45 0 R`, one after the other.
    private static func blankRepetitions(_ file: inout [UInt8], _ list: Range<Int>) {
        var seen: Set<ArraySlice<UInt8>> = []
        var entry = list.lowerBound
        while entry < list.upperBound {
            let next = file[(entry + 1)..<list.upperBound].firstIndex(of: UInt8(ascii: "/")) ?? list.upperBound
            if !seen.insert(ArraySlice(Array(file[entry..<next]).prefix { $0 != UInt8(ascii: " ") })).inserted {
                for index in entry..<next { file[index] = UInt8(ascii: " ") }
            }
            entry = next
        }
    }

    private static func find(_ pattern: [UInt8], in file: [UInt8], from start: Int) -> Int? {
        file.withUnsafeBufferPointer { bytes in
            var index = start
            while index + pattern.count <= bytes.count {
                if bytes[index] == pattern[0], bytes[index..<index + pattern.count].elementsEqual(pattern) {
                    return index
                }
                index += 1
            }
            return nil
        }
    }
}
