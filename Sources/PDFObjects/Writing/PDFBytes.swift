/// Bytes of a file being written.
package struct PDFBytes {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    package mutating func text(_ text: String) { bytes += text.utf8 }

    package mutating func raw(_ content: [UInt8]) { bytes += content }

    package mutating func value(_ value: PDFValue) {
        switch value {
        case .null: text("null")
        case .boolean(let value): text(value ? "true" : "false")
        case .number(let spelled): text(spelled)
        case .name(let name): text("/\(name)")
        case .string(let content): string(content)
        case .reference(let number): text("\(number) 0 R")
        case .array(let values):
            text("[")
            for (index, inner) in values.enumerated() {
                if index > 0 { text(" ") }
                self.value(inner)
            }
            text("]")
        case .dictionary(let dictionary):
            text("<<")
            for entry in dictionary.entries {
                text("/\(entry.key) ")
                self.value(entry.value)
            }
            text(">>")
        }
    }

    /// A value, or a dictionary with its length and the stream behind it.
    package mutating func object(_ object: PDFObject) {
        guard let stream = object.stream else { return value(object.value) }
        var dictionary = object.dictionary
        dictionary["Length"] = .integer(stream.count)
        value(.dictionary(dictionary))
        text("\nstream\n")
        raw(stream)
        text("\nendstream")
    }

    /// Plain letters in brackets, anything else in hexadecimal digits.
    private mutating func string(_ content: [UInt8]) {
        guard content.allSatisfy({ (32...126).contains($0) }) else {
            text("<")
            bytes.reserveCapacity(bytes.count + content.count * 2 + 1)
            for byte in content {
                bytes.append(Self.digit(byte >> 4))
                bytes.append(Self.digit(byte & 15))
            }
            return text(">")
        }
        text("(")
        for byte in content {
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\\") {
                bytes.append(UInt8(ascii: "\\"))
            }
            bytes.append(byte)
        }
        text(")")
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 55 + value }
}
