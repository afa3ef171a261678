/// The objects of a PDF file of one revision: what Cairo writes, and what is made here.
public struct PDFDocument: Sendable, Hashable {
    public var objects: [Int: PDFObject]
    public var trailer: PDFDictionary

    public init(objects: [Int: PDFObject], trailer: PDFDictionary) {
        self.objects = objects
        self.trailer = trailer
    }

    /// Reads every object that the file's table lists.
    ///
    /// A file with an earlier revision or encryption is refused.
    public init(reading bytes: [UInt8]) throws(PDFProblem) {
        let table = try ObjectTable(of: bytes)
        trailer = table.trailer
        var offsets: [Int: Int] = [:]
        for case (let number, .place(let offset)) in table.rows { offsets[number] = offset }
        objects = [:]
        for (number, offset) in offsets { objects[number] = try Self.object(number, in: bytes, at: offset, offsets) }
        try readPacked(table.rows)
    }

    static func object(
        _ number: Int, in bytes: [UInt8], at offset: Int, _ offsets: [Int: Int]
    ) throws(PDFProblem) -> PDFObject {
        var scanner = PDFScanner(bytes, at: offset)
        guard try scanner.integer() == number, try scanner.integer() == 0 else {
            throw .syntax("object \(number)", at: offset)
        }
        try scanner.expect("obj")
        let value = try scanner.value()
        guard scanner.sees("stream") else { return PDFObject(value) }
        try scanner.expect("stream")
        if scanner.current == 13 { scanner.position += 1 }
        guard scanner.current == 10 else { throw .syntax("stream", at: scanner.position) }
        let start = scanner.position + 1
        let count = try length(value.dictionary?["Length"], in: bytes, offsets)
        guard count >= 0, count <= bytes.count - start else { throw .syntax("end of the stream", at: start) }
        return PDFObject(value, stream: Array(bytes[start..<start + count]))
    }

    /// A stream's length stands in it, or in an object of its own.
    private static func length(
        _ value: PDFValue?, in bytes: [UInt8], _ offsets: [Int: Int]
    ) throws(PDFProblem) -> Int {
        if let count = value?.integer { return count }
        guard let number = value?.reference, let offset = offsets[number] else { throw .missing("length of a stream") }
        var scanner = PDFScanner(bytes, at: offset)
        _ = try scanner.integer()
        _ = try scanner.integer()
        try scanner.expect("obj")
        return try scanner.integer()
    }
}

extension PDFDocument {
    /// The object that a value refers to, or the value itself.
    public func resolved(_ value: PDFValue?) -> PDFValue? {
        guard let number = value?.reference else { return value }
        return objects[number]?.value
    }

    /// The number of the catalog.
    public var root: Int? { trailer["Root"]?.reference }

    /// Adds an object under the next free number.
    public mutating func add(_ object: PDFObject) -> PDFValue {
        let number = (objects.keys.max() ?? 0) + 1
        objects[number] = object
        return .reference(number)
    }
}
