@testable import PDFObjects

/// A file with a compressed table, and with what a test wants to be wrong in it.
struct PackedFile {
    /// The table's dictionary behind `/Size` and `/W`.
    var trailer: PDFDictionary = ["Root": .reference(2)]
    /// By number; nil for the row of the stream of objects, of the plain object and of the table.
    var rows: [TableRow?] = [.free, nil, .packed(in: 1, at: 0), .packed(in: 1, at: 1), nil, nil]
    var stream: PDFDictionary = ["Type": .name("ObjStm"), "Filter": .name("FlateDecode")]
    var count = 2
    var head = "2 0 3 25 "
    var body = "<</Type/Catalog/P 3 0 R>>[(a) 4 0 R]"
    var plain = "<</Type/Sig/ByteRange [0 1 2 3]>>"

    var bytes: [UInt8] {
        get throws {
            var file = PDFBytes()
            var rows = rows
            func write(_ number: Int, _ object: PDFObject) {
                if rows[number] == nil { rows[number] = .place(file.bytes.count) }
                file.text("\(number) 0 obj\n")
                file.object(object)
                file.text("\nendobj\n")
            }
            file.text("%PDF-1.7\n")
            var dictionary = stream
            dictionary["N"] = .integer(count)
            dictionary["First"] = .integer(head.utf8.count)
            write(1, PDFObject(.dictionary(dictionary), stream: try Deflate.packed(Array((head + body).utf8))))
            var scanner = PDFScanner(Array(plain.utf8))
            write(4, PDFObject(try scanner.value()))
            let place = file.bytes.count
            if rows[5] == nil { rows[5] = .place(place) }
            write(5, .table(rows.flatMap { $0?.bytes ?? [] }, trailer: trailer))
            file.text("startxref\n\(place)\n%%EOF\n")
            return file.bytes
        }
    }
}
