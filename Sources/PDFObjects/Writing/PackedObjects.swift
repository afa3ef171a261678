/// Objects that share one stream (ISO 32000-1, 7.5.7): packed together, they take a third of their room.
///
/// A signature is never among them, as its bytes must be found in the file.
package struct PackedObjects: Sendable {
    /// As many as the index of a ``TableRow`` counts.
    package static let most = 256
    /// More is no document of ours.
    static let largest = 1 << 20

    package private(set) var count = 0
    private var head: [UInt8] = []
    private var body = PDFBytes()

    package init() {}

    package var isFull: Bool { count == Self.most }

    /// - Precondition: it is not full.
    /// - Returns: as which it is in the stream.
    package mutating func add(_ number: Int, _ write: (inout PDFBytes) -> Void) -> Int {
        precondition(!isFull, "too many objects for one stream")
        head += "\(number) \(body.bytes.count) ".utf8
        write(&body)
        body.text("\n")
        count += 1
        return count - 1
    }

    package func object(_ pack: ([UInt8]) throws(PDFProblem) -> [UInt8]) throws(PDFProblem) -> PDFObject {
        PDFObject(
            .dictionary([
                "Type": .name("ObjStm"), "N": .integer(count), "First": .integer(head.count),
                "Filter": .name("FlateDecode"),
            ]), stream: try pack(head + body.bytes))
    }
}

extension PDFObject {
    /// The table of a file's objects, which is the last of them (7.5.8).
    /// - Parameter rows: five bytes an object, from number 0 on.
    package static func table(_ rows: [UInt8], trailer: PDFDictionary) -> PDFObject {
        var dictionary: PDFDictionary = ["Type": .name("XRef")]
        dictionary["Size"] = .integer(rows.count / TableRow.size)
        dictionary["W"] = .array(TableRow.widths.map(PDFValue.integer))
        for entry in trailer.entries { dictionary[entry.key] = entry.value }
        return PDFObject(.dictionary(dictionary), stream: rows)
    }
}
