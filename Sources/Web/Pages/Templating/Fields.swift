/// The values of a page or of one of its parts, by the names that templates use.
///
/// What is absent is `false`, never a missing name: a missing name prints nothing and nobody notices, so the tests
/// render every template with a ``MissingNames`` at the root and fail when it has caught one.
struct Fields: Sendable {
    private var entries: [Entry]
    private let missing: MissingNames?

    private struct Entry {
        let name: FieldName
        var value: Shown
    }

    init(_ values: [String: any Showable], missing: MissingNames? = nil) {
        self.init(entries: values.map { Entry(name: FieldName($0.key), value: $0.value.shown) }, missing: missing)
    }

    private init(entries: [Entry], missing: MissingNames?) {
        self.entries = entries
        self.missing = missing
    }

    func value(named name: FieldName) -> Shown? {
        // A page's parts have few fields: passing their marks by is quicker than any table.
        for entry in entries where entry.name == name { return entry.value }
        missing?.note(name.text)
        return nil
    }

    /// The same values, and those of `other`; where both have a name, `other` wins.
    func adding(_ other: Fields, missing: MissingNames? = nil) -> Fields {
        var sum = Fields(entries: entries, missing: missing ?? self.missing)
        sum.entries.reserveCapacity(entries.count + other.entries.count)
        for entry in other.entries { sum.set(entry) }
        return sum
    }

    private mutating func set(_ entry: Entry) {
        if let place = place(of: entry.name) { entries[place].value = entry.value } else { entries.append(entry) }
    }

    private func place(of name: FieldName) -> Int? { entries.firstIndex { $0.name == name } }
}

extension Fields: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (FieldName, any Showable)...) {
        self.init(entries: elements.map { Entry(name: $0, value: $1.shown) }, missing: nil)
    }
}
