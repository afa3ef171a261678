internal import Digests
internal import PDFObjects

/// A certificate's own objects, to be written behind its template's constant ones.
struct Tail {
    private var file = PDFBytes()
    private var packed = PackedObjects()
    private var rows: [TableRow]
    private let start: Int
    private let numbers: ObjectNumbers

    init(after template: CompiledTemplate, count: Int) {
        file.reserve(16_384)
        numbers = template.numbers
        start = template.prefix.count
        rows = [TableRow](repeating: .free, count: count)
    }

    var bytes: [UInt8] { file.bytes }

    /// - Returns: where in the file it begins.
    @discardableResult
    mutating func write(_ number: Int, _ object: PDFObject) -> Int {
        let place = end
        rows[number - numbers.first] = .place(place)
        file.text("\(number) 0 obj\n")
        file.object(object)
        file.text("\nendobj\n")
        return place
    }

    mutating func pack(_ number: Int, _ value: PDFValue) { pack(number) { $0.value(value) } }

    mutating func pack(_ number: Int, _ text: String) { pack(number) { $0.text(text) } }

    mutating func pack(_ number: Int, _ write: (inout PDFBytes) -> Void) {
        rows[number - numbers.first] = .packed(in: numbers.packed, at: packed.add(number, write))
    }

    /// Where in the file the next byte goes.
    private var end: Int { start + file.bytes.count }

    /// Writes the packed objects.
    mutating func finishPacking(_ pack: ([UInt8]) throws(PDFProblem) -> [UInt8]) throws(PDFProblem) {
        write(numbers.packed, try packed.object(pack))
    }

    /// The table of all objects, and the file's end.
    /// - Parameter rows: those of the constant objects.
    mutating func finish(_ rows: [UInt8], identity: [UInt8]) {
        let place = end
        self.rows[numbers.table - numbers.first] = .place(place)
        let trailer: PDFDictionary = [
            "Root": .reference(numbers.catalog), "Info": .reference(numbers.information),
            "ID": .array([.string(identity), .string(identity)]),
        ]
        var table = rows
        for row in self.rows { row.append(to: &table) }
        write(numbers.table, .table(table, trailer: trailer))
        file.text("startxref\n\(place)\n%%EOF\n")
    }
}
