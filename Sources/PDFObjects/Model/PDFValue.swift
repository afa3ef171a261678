/// A value of a PDF file (ISO 32000-1, 7.3), kept so that it is written as it was read.
public enum PDFValue: Sendable, Hashable {
    case null
    case boolean(Bool)
    /// As the file spells it: `12`, `0.02`.
    case number(String)
    /// As the file spells it, without the slash: `application#2Fjson`.
    case name(String)
    /// The bytes that a literal or hexadecimal string stands for.
    case string([UInt8])
    case array([PDFValue])
    case dictionary(PDFDictionary)
    /// To the object of a number; generations other than 0 are not read.
    case reference(Int)

    public static func integer(_ value: Int) -> PDFValue { .number(String(value)) }

    /// Text as PDF has it: in its own encoding where that does, anything else in UTF-16 with its mark (7.9.2.2).
    public static func text(_ text: String) -> PDFValue {
        let bytes = Array(text.utf8)
        if bytes.allSatisfy({ $0 &- 32 < 95 }) { return .string(bytes) }
        let codes = text.unicodeScalars.compactMap { documentCode(of: $0) }
        if codes.count == text.unicodeScalars.count { return .string(codes) }
        return .string([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    }

    /// PDFDocEncoding (ISO 32000-1, D.2), as far as titles in Latin letters have use for it.
    private static func documentCode(of scalar: Unicode.Scalar) -> UInt8? {
        switch scalar {
        case " "..."~": UInt8(scalar.value)
        case "\u{2014}": 0x84
        case "\u{2013}": 0x85
        case "\u{2018}": 0x8F
        case "\u{2019}": 0x90
        default: nil
        }
    }

    public var integer: Int? {
        guard case .number(let text) = self else { return nil }
        return Int(text)
    }

    public var name: String? {
        guard case .name(let name) = self else { return nil }
        return name
    }

    public var array: [PDFValue]? {
        guard case .array(let values) = self else { return nil }
        return values
    }

    public var dictionary: PDFDictionary? {
        guard case .dictionary(let dictionary) = self else { return nil }
        return dictionary
    }

    public var reference: Int? {
        guard case .reference(let number) = self else { return nil }
        return number
    }
}

/// A dictionary in the order in which it was written, so that the same document has the same bytes.
public struct PDFDictionary: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    public private(set) var entries: [Entry]

    public struct Entry: Sendable, Hashable {
        public let key: String
        public var value: PDFValue
    }

    /// - Precondition: no key stands twice.
    public init(dictionaryLiteral elements: (String, PDFValue)...) {
        self.init(elements.map { Entry(key: $0.0, value: $0.1) })
        // Few enough to be compared with each other.
        for place in elements.indices {
            precondition(!elements[..<place].contains { $0.0 == elements[place].0 }, "a key stands twice")
        }
    }

    public init(_ entries: [Entry] = []) { self.entries = entries }

    /// Setting nil removes the key; a new key comes last.
    public subscript(_ key: String) -> PDFValue? {
        get { entries.first { $0.key == key }?.value }
        set {
            let place = entries.firstIndex { $0.key == key }
            switch (place, newValue) {
            case (let place?, let value?): entries[place].value = value
            case (let place?, nil): entries.remove(at: place)
            case (nil, let value?): entries.append(Entry(key: key, value: value))
            case (nil, nil): break
            }
        }
    }
}

/// What an object number stands for: a value, and a stream's bytes as the file has them.
public struct PDFObject: Sendable, Hashable {
    public var value: PDFValue
    /// Still compressed; nil for what is no stream.
    public var stream: [UInt8]?

    public init(_ value: PDFValue, stream: [UInt8]? = nil) {
        self.value = value
        self.stream = stream
    }

    /// The dictionary of a dictionary or a stream; an empty one of anything else.
    public var dictionary: PDFDictionary {
        get { value.dictionary ?? [:] }
        set { value = .dictionary(newValue) }
    }
}
