internal import Digests
internal import FoundationEssentials
internal import PDFObjects

/// A PDF file with what a check wants to know of its seal.
struct SealedFile {
    let document: PDFDocument
    private let bytes: [UInt8]

    /// The signature dictionary of each signed field.
    let signatures: [PDFDictionary]

    init(_ bytes: [UInt8]) throws(PDFProblem) {
        self.bytes = bytes
        document = try PDFDocument(reading: bytes)
        var found: [PDFDictionary] = []
        for object in document.objects.values {
            let dictionary = object.dictionary
            // Whatever else points to it: a signature is what has a byte range.
            if dictionary["ByteRange"] != nil { found.append(dictionary) }
        }
        signatures = found
    }

    /// Whether the only signature leaves out nothing but itself: from the first byte of the file to the last.
    ///
    /// - Returns: the signature's bytes and the ranges that it covers; nil when anything else is left out.
    var coverage: (signature: [UInt8], ranges: [Range<Int>])? {
        guard signatures.count == 1, let numbers = signatures[0]["ByteRange"]?.array?.map(\.integer),
            numbers.count == 4, let start = numbers[0], let first = numbers[1], let second = numbers[2],
            let rest = numbers[3], start == 0, first > 0, second > first + 1, rest > 0,
            second <= bytes.count, rest == bytes.count - second,
            bytes[first] == UInt8(ascii: "<"), bytes[second - 1] == UInt8(ascii: ">"),
            let signature = Hexadecimal.bytes(String(decoding: bytes[first + 1..<second - 1], as: UTF8.self)),
            signatures[0]["Contents"] == .string(signature)
        else { return nil }
        return (signature, [0..<first, second..<bytes.count])
    }

    /// When the only signature says that it was made, in seconds since 1970 (ISO 32000-1, 7.9.4); nil when it does not,
    /// or in another zone than UTC.
    var moment: Int64? {
        guard signatures.count == 1, case .string(let bytes)? = signatures[0]["M"],
            let text = String(validating: bytes, as: UTF8.self), text.hasPrefix("D:"), text.hasSuffix("Z")
        else { return nil }
        let digits = Array(text.utf8.dropFirst(2).dropLast())
        guard digits.count == 14 else { return nil }
        let parts = [0..<4, 4..<6, 6..<8, 8..<10, 10..<12, 12..<14].map { String(decoding: digits[$0], as: UTF8.self) }
        let iso = "\(parts[..<3].joined(separator: "-"))T\(parts[3...].joined(separator: ":"))Z"
        return (try? Date.ISO8601FormatStyle().parse(iso)).map { Int64($0.timeIntervalSince1970) }
    }

    /// SHA-256 of ranges of the file.
    func digest(_ ranges: [Range<Int>]) -> [UInt8] {
        var hasher = SHA256Hasher()
        bytes.withUnsafeBytes { bytes in
            for range in ranges { hasher.update(UnsafeRawBufferPointer(rebasing: bytes[range])) }
        }
        return hasher.finish().bytes
    }

    /// Whether the catalog certifies the document by the signature, and no change is allowed (12.8.2.2: P 1).
    var isCertified: Bool {
        guard let root = document.root, let catalog = document.objects[root]?.dictionary,
            let permissions = document.resolved(catalog["Perms"])?.dictionary,
            let number = permissions["DocMDP"]?.reference,
            let signature = document.objects[number]?.dictionary, signature == signatures.first,
            signature["SubFilter"]?.name == "ETSI.CAdES.detached",
            let references = document.resolved(signature["Reference"])?.array, references.count == 1,
            let reference = document.resolved(references[0])?.dictionary,
            reference["TransformMethod"]?.name == "DocMDP",
            let parameters = document.resolved(reference["TransformParams"])?.dictionary
        else { return false }
        return parameters["P"]?.integer == 1
    }

    /// The content of an attachment by its name; nil when there is none.
    /// - Throws: ``PDFProblem`` when it cannot be unpacked.
    func attachment(_ name: String) throws(PDFProblem) -> [UInt8]? {
        guard let root = document.root, let catalog = document.objects[root]?.dictionary,
            let names = document.resolved(catalog["Names"])?.dictionary,
            let files = document.resolved(names["EmbeddedFiles"])?.dictionary,
            let list = document.resolved(files["Names"])?.array
        else { return nil }
        for index in stride(from: 0, to: list.count - 1, by: 2) where list[index] == .text(name) {
            guard let file = document.resolved(list[index + 1])?.dictionary,
                let number = document.resolved(file["EF"])?.dictionary?["F"]?.reference,
                let object = document.objects[number], let stream = object.stream
            else { return nil }
            guard object.dictionary["Filter"] != nil else { return stream }
            guard object.dictionary["Filter"]?.name == "FlateDecode" else { throw .compression("unknown filter") }
            return try Deflate.unpacked(stream)
        }
        return nil
    }
}
