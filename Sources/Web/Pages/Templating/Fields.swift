/// The values of a page or of one of its parts, by the names that templates use.
///
/// What is absent is `false`, never a missing name: a missing name prints nothing and nobody notices, so the tests
/// render every template with a ``MissingNames`` at the root and fail when it has caught one.
struct Fields: Sendable {
    private var entries: [Entry]
    private let missing: MissingNames?

    private struct Entry {
        let name: FieldName
        var value: any Sendable
    }

    init(_ values: [String: any Sendable], missing: MissingNames? = nil) {
        self.init(entries: values.map { Entry(name: FieldName($0.key), value: $0.value) }, missing: missing)
    }

    private init(entries: [Entry], missing: MissingNames?) {
        self.entries = entries
        self.missing = missing
    }

    func value(named name: FieldName) -> (any Sendable)? {
        // A page's parts have few fields: passing their marks by is quicker than any table.
        if let place = place(of: name) { return entries[place].value }
        missing?.note(name.text)
        return nil
    }

    /// The same values, and those of `other`; where both have a name, `other` wins.
    func adding(_ other: Fields, missing: MissingNames? = nil) -> Fields {
        var sum = Fields(entries: entries, missing: missing ?? self.missing)
        for entry in other.entries { sum.set(entry) }
        return sum
    }

    private mutating func set(_ entry: Entry) {
        if let place = place(of: entry.name) { entries[place].value = entry.value } else { entries.append(entry) }
    }

    private func place(of name: FieldName) -> Int? { entries.firstIndex { $0.name == name } }
}

extension Fields: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, any Sendable)...) {
        self.init(entries: elements.map { Entry(name: FieldName($0), value: $1) }, missing: nil)
    }
}

/// A field's name, with a mark that tells most others from it at once.
struct FieldName: Sendable, Hashable {
    let text: String
    /// FNV-1a of the text's UTF-8, 64 bits.
    private let mark: UInt64

    init(_ text: String) {
        self.text = text
        var mark: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { mark = (mark ^ UInt64(byte)) &* 0x100_0000_01B3 }
        self.mark = mark
    }

    static func == (one: FieldName, other: FieldName) -> Bool { one.mark == other.mark && one.text == other.text }

    func hash(into hasher: inout Hasher) { hasher.combine(mark) }
}

extension Optional where Wrapped: Sendable {
    /// The value, or `false` for a template's section to skip.
    var orAbsent: any Sendable { self ?? false as any Sendable }
}

extension String {
    /// The text, or `false` when there is none: a section would print an empty text.
    var orAbsent: any Sendable { isEmpty ? false : self }
}
