/// Where the objects of a file of one revision are: read from the plain table that Cairo writes, or from the compressed
/// one of a stamped certificate.
struct ObjectTable {
    let rows: [Int: TableRow]
    let trailer: PDFDictionary

    /// A file with an earlier revision or encryption is refused.
    init(of bytes: [UInt8]) throws(PDFProblem) {
        let place = try Self.place(in: bytes)
        var scanner = PDFScanner(bytes, at: place)
        if scanner.sees("xref") {
            (rows, trailer) = try Self.plain(&scanner)
        } else {
            (rows, trailer) = try Self.compressed(bytes, at: place)
        }
        guard ["Prev", "Encrypt", "XRefStm"].allSatisfy({ trailer[$0] == nil }) else { throw .noTable }
    }

    /// Where the last table begins.
    private static func place(in bytes: [UInt8]) throws(PDFProblem) -> Int {
        let keyword = Array("startxref".utf8)
        var place = bytes.count - keyword.count
        let least = max(0, bytes.count - 1024)
        while place >= least, bytes[place] != keyword[0] || !bytes[place...].starts(with: keyword) { place -= 1 }
        guard place >= least else { throw .noTable }
        var scanner = PDFScanner(bytes, at: place)
        try scanner.expect("startxref")
        return try scanner.integer()
    }

    /// ISO 32000-1, 7.5.4.
    private static func plain(_ scanner: inout PDFScanner) throws(PDFProblem) -> ([Int: TableRow], PDFDictionary) {
        try scanner.expect("xref")
        let size = scanner.bytes.count
        var rows: [Int: TableRow] = [:]
        while !scanner.sees("trailer") {
            let first = try scanner.integer()
            let count = try scanner.integer()
            // Each line of the table takes twenty bytes of the file.
            guard first <= size, count <= size / 20 else { throw .noTable }
            for number in first..<first + count {
                let offset = try scanner.integer()
                _ = try scanner.integer()
                if scanner.sees("n") {
                    try scanner.expect("n")
                    rows[number] = .place(offset)
                } else {
                    try scanner.expect("f")
                }
            }
        }
        try scanner.expect("trailer")
        guard let trailer = try scanner.value().dictionary else { throw .missing("trailer") }
        return (rows, trailer)
    }

    /// 7.5.8, in the one form that is written here: unpacked, whole, and every number an object but 0.
    private static func compressed(
        _ bytes: [UInt8], at place: Int
    ) throws(PDFProblem) -> ([Int: TableRow], PDFDictionary) {
        var scanner = PDFScanner(bytes, at: place)
        let number = try scanner.integer()
        let table = try PDFDocument.object(number, in: bytes, at: place, [:])
        let dictionary = table.dictionary
        guard let stream = table.stream, dictionary["Type"] == .name("XRef"),
            dictionary["W"] == .array(TableRow.widths.map(PDFValue.integer)),
            dictionary["Size"] == .integer(stream.count / TableRow.size),
            Set(dictionary.entries.map(\.key)).isSubset(of: ["Type", "Size", "W", "Root", "Info", "ID", "Length"])
        else { throw .noTable }
        var rows: [Int: TableRow] = [:]
        for (index, start) in stride(from: 0, to: stream.count, by: TableRow.size).enumerated() {
            guard let row = TableRow(stream[start..<min(start + TableRow.size, stream.count)]),
                (row == .free) == (index == 0)
            else { throw .noTable }
            if index > 0 { rows[index] = row }
        }
        guard rows[number] == .place(place) else { throw .noTable }
        return (rows, dictionary)
    }
}
