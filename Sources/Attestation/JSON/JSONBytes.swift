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
        bytes.append(UInt8(ascii: "\""))
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        if isPlain { bytes += text.utf8 }
        for byte in isPlain ? "".utf8 : text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20:
                bytes += Array("\\u00\(byte >> 4)".utf8) + Array(String(byte & 15, radix: 16).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
