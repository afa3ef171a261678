internal import Digests
internal import PDFObjects

/// A certificate's own objects, written behind its template's constant ones.
struct Tail {
    private(set) var bytes: [UInt8]
    private var offsets: [Int]
    private let start: Int
    private let numbers: ObjectNumbers

    init(after template: CompiledTemplate, count: Int) {
        bytes = template.prefix
        bytes.reserveCapacity(template.prefix.count + 24_576)
        numbers = template.numbers
        start = template.prefix.count
        offsets = [Int](repeating: 0, count: count)
    }

    mutating func add(_ number: Int, _ object: PDFObject) {
        var file = PDFBytes()
        file.object(object)
        begin(number)
        bytes += file.bytes
        end()
    }

    mutating func add(_ number: Int, _ text: String) {
        begin(number)
        bytes += text.utf8
        end()
    }

    /// Where an object that was added begins.
    func offset(of number: Int) -> Int { offsets[number - numbers.first] }

    /// Sixteen bytes that name the document by what is its own (14.4).
    var identity: [UInt8] {
        let digest = bytes.withUnsafeBytes { SHA256Digest(of: UnsafeRawBufferPointer(rebasing: $0[start...])) }
        return Array(digest.bytes.prefix(16))
    }

    /// The table of all objects, and the file's end.
    mutating func finish(_ rows: [UInt8], identity: [UInt8]) {
        let table = bytes.count
        let size = numbers.first + offsets.count
        bytes += "xref\n0 \(size)\n".utf8
        bytes += rows
        for offset in offsets { bytes += XRefRow.bytes(offset) }
        var trailer = PDFBytes()
        trailer.value(
            .dictionary([
                "Size": .integer(size), "Root": .reference(numbers.catalog),
                "Info": .reference(numbers.information), "ID": .array([.string(identity), .string(identity)]),
            ]))
        bytes += "trailer\n".utf8 + trailer.bytes + "\nstartxref\n\(table)\n%%EOF\n".utf8
    }

    private mutating func begin(_ number: Int) {
        offsets[number - numbers.first] = bytes.count
        NumberText.append(number, to: &bytes)
        bytes += " 0 obj\n".utf8
    }

    private mutating func end() { bytes += "\nendobj\n".utf8 }
}
