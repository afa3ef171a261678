/// JSON that is put together from pieces of which the writer knows that they fit.
struct JSONBytes {
    private(set) var bytes: [UInt8] = []

    init(reserving count: Int) { bytes.reserveCapacity(count) }

    /// A piece as it is.
    mutating func put(_ piece: String) { bytes += piece.utf8 }

    /// A piece as it is, and a text behind it, as JSON has it.
    mutating func put(_ piece: String, _ text: String) {
        bytes += piece.utf8
        Self.write(text, to: &bytes)
    }

    /// Elements one behind the other, parted by commas.
    mutating func list<Element>(_ elements: [Element], _ write: (Element, inout JSONBytes) -> Void) {
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(element, &self)
        }
    }

    /// In quotation marks; nothing is escaped that need not be.
    static func write(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { text in
            // What is as it is, in one piece.
            var plain = 0
            for (place, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
                bytes += text[plain..<place]
                bytes += byte < 0x20 ? control(byte) : [UInt8(ascii: "\\"), byte]
                plain = place + 1
            }
            bytes += text[plain...]
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func control(_ byte: UInt8) -> [UInt8] {
        Array("\\u00\(byte >> 4)".utf8) + Array(String(byte & 15, radix: 16).utf8)
    }
}
