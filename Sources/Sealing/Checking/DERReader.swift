/// Reads ASN.1's distinguished encoding (X.690) element by element, and never beyond the bytes that it was given.
///
/// Indefinite lengths, lengths of more than four bytes and tags of more than one are none of DER's that a seal has.
struct DERReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    struct Element {
        let tag: UInt8
        let content: ArraySlice<UInt8>
        /// With its tag and length.
        let whole: ArraySlice<UInt8>

        var reader: DERReader { DERReader(content) }
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// What has not been read.
    var remainder: ArraySlice<UInt8> { rest }

    /// The tag of what comes next.
    var tag: UInt8? { rest.first }

    /// The next element; nil when there is none that is whole.
    mutating func next() -> Element? {
        let start = rest.startIndex
        var position = start
        func byte() -> UInt8? {
            guard position < rest.endIndex else { return nil }
            defer { position += 1 }
            return rest[position]
        }
        guard let tag = byte(), tag & 0x1F != 0x1F, let first = byte() else { return nil }
        var count = Int(first)
        if first >= 0x80 {
            let digits = Int(first & 0x7F)
            guard (1...4).contains(digits) else { return nil }
            count = 0
            for _ in 0..<digits {
                guard let digit = byte() else { return nil }
                count = count << 8 | Int(digit)
            }
            // The shortest form is the only one.
            guard count >= 0x80, count >> (8 * (digits - 1)) > 0 else { return nil }
        }
        guard count <= rest.endIndex - position else { return nil }
        let element = Element(
            tag: tag, content: rest[position..<position + count], whole: rest[start..<position + count])
        rest = rest[(position + count)...]
        return element
    }

    /// The next element if it has the tag; else nothing is passed over.
    mutating func next(_ tag: UInt8) -> Element? { self.tag == tag ? next() : nil }
}
