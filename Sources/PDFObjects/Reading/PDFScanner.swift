/// Reads values of a PDF file's syntax from some byte on.
struct PDFScanner {
    private static let deepest = 64
    let bytes: [UInt8]
    var position: Int

    /// - Parameter position: beyond the end is at the end.
    init(_ bytes: [UInt8], at position: Int = 0) {
        self.bytes = bytes
        self.position = min(max(0, position), bytes.count)
    }

    /// The byte here; nil at the end.
    var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func value(depth: Int = 0) throws(PDFProblem) -> PDFValue {
        guard depth <= Self.deepest else { throw .tooDeep }
        skipSpace()
        guard let first = current else { throw .syntax("value", at: position) }
        switch first {
        case UInt8(ascii: "/"): return .name(try name())
        case UInt8(ascii: "("): return .string(try literal())
        case UInt8(ascii: "["): return .array(try array(depth))
        case UInt8(ascii: "<"):
            return bytes.dropFirst(position + 1).first == UInt8(ascii: "<")
                ? .dictionary(try dictionary(depth)) : .string(try hexadecimal())
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            return numberOrReference()
        default: return try word()
        }
    }

    /// Passes over a keyword.
    mutating func expect(_ keyword: StaticString) throws(PDFProblem) {
        skipSpace()
        let matches = keyword.withUTF8Buffer { wanted in
            position + wanted.count <= bytes.count && zip(wanted, bytes[position...]).allSatisfy { $0 == $1 }
        }
        guard matches else { throw .syntax("\(keyword)", at: position) }
        position += keyword.utf8CodeUnitCount
    }

    /// Whether a keyword stands here; nothing is passed over but space.
    mutating func sees(_ keyword: StaticString) -> Bool {
        var ahead = self
        do throws(PDFProblem) { try ahead.expect(keyword) } catch { return false }
        skipSpace()
        return true
    }

    /// White space and comments.
    mutating func skipSpace() {
        while let byte = current {
            if byte == UInt8(ascii: "%") {
                while let byte = current, byte != 10, byte != 13 { position += 1 }
            } else if Self.isSpace(byte) {
                position += 1
            } else {
                return
            }
        }
    }

    mutating func integer() throws(PDFProblem) -> Int {
        skipSpace()
        let start = position
        while let byte = current, (48...57).contains(byte) { position += 1 }
        guard let value = Int(String(decoding: bytes[start..<position], as: UTF8.self)) else {
            throw .syntax("integer", at: start)
        }
        return value
    }

    private mutating func numberOrReference() -> PDFValue {
        let text = regular()
        var ahead = self
        ahead.skipSpace()
        if let number = Int(text), number > 0, ahead.current == UInt8(ascii: "0"), ahead.regular() == "0" {
            ahead.skipSpace()
            if ahead.current == UInt8(ascii: "R"), ahead.regular() == "R" {
                self = ahead
                return .reference(number)
            }
        }
        return .number(text)
    }

    private mutating func word() throws(PDFProblem) -> PDFValue {
        let start = position
        switch regular() {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case "null": return .null
        default: throw .syntax("value", at: start)
        }
    }

    private mutating func name() throws(PDFProblem) -> String {
        position += 1
        return regular()
    }

    /// Everything up to white space or a delimiter.
    private mutating func regular() -> String {
        let start = position
        while let byte = current, !Self.isSpace(byte), !Self.isDelimiter(byte) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func array(_ depth: Int) throws(PDFProblem) -> [PDFValue] {
        position += 1
        var values: [PDFValue] = []
        while true {
            skipSpace()
            if current == UInt8(ascii: "]") { break }
            values.append(try value(depth: depth + 1))
        }
        position += 1
        return values
    }

    private mutating func dictionary(_ depth: Int) throws(PDFProblem) -> PDFDictionary {
        position += 2
        var dictionary: PDFDictionary = [:]
        while true {
            skipSpace()
            if current == UInt8(ascii: ">") { break }
            guard current == UInt8(ascii: "/") else { throw .syntax("key", at: position) }
            let key = try name()
            guard dictionary[key] == nil else { throw .syntax("second /\(key)", at: position) }
            dictionary[key] = try value(depth: depth + 1)
        }
        try expect(">>")
        return dictionary
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 10 || byte == 13 || byte == 9 || byte == 12 || byte == 0
    }

    static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
            true
        default: false
        }
    }
}
