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
        case .name(let name):
            text("/")
            text(name)
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
                text("/")
                text(entry.key)
                text(" ")
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

    /// In brackets where nearly all are plain letters, else in hexadecimal digits (ISO 32000-1, 7.3.4).
    private mutating func string(_ content: [UInt8]) {
        let strange = content.reduce(0) { $0 &+ ($1 &- 32 < 95 ? 0 : 1) }
        guard strange * 8 <= content.count else {
            text("<")
            bytes += [UInt8](unsafeUninitializedCapacity: content.count * 2) { digits, count in
                for (place, byte) in content.enumerated() {
                    digits[2 * place] = Self.digit(byte >> 4)
                    digits[2 * place + 1] = Self.digit(byte & 15)
                }
                count = content.count * 2
            }
            return text(">")
        }
        text("(")
        defer { text(")") }
        if content.allSatisfy({ $0 &- 32 < 95 && $0 != 0x28 && $0 != 0x29 && $0 != 0x5C }) { return raw(content) }
        // What is as it is, in one piece.
        var plain = 0
        for (place, byte) in content.enumerated() {
            let spelled: [UInt8]
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"): spelled = [UInt8(ascii: "\\"), byte]
            case 32...126: continue
            default: spelled = [UInt8(ascii: "\\"), 48 + (byte >> 6), 48 + (byte >> 3 & 7), 48 + (byte & 7)]
            }
            bytes += content[plain..<place]
            bytes += spelled
            plain = place + 1
        }
        bytes += content[plain...]
    }

    static func digit(_ value: UInt8) -> UInt8 { value &+ (value < 10 ? 48 : 55) }
}
