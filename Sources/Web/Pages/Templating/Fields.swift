/// The values of a page or of one of its parts, by the names that templates use.
///
/// What is absent is `false`, never a missing name: a missing name prints nothing and nobody notices, so the tests
/// render every template with a ``MissingNames`` at the root and fail when it has caught one.
struct Fields: Sendable {
    private var values: [String: any Sendable]
    private let missing: MissingNames?

    init(_ values: [String: any Sendable], missing: MissingNames? = nil) {
        self.values = values
        self.missing = missing
    }

    func value(named name: String) -> (any Sendable)? {
        if let value = values[name] { return value }
        missing?.note(name)
        return nil
    }

    /// The same values, and those of `other`; where both have a name, `other` wins.
    func adding(_ other: Fields, missing: MissingNames? = nil) -> Fields {
        Fields(values.merging(other.values) { $1 }, missing: missing ?? self.missing)
    }
}

extension Fields: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, any Sendable)...) {
        var values = [String: any Sendable](minimumCapacity: elements.count)
        for (name, value) in elements { values[name] = value }
        self.init(values)
    }
}

extension Optional where Wrapped: Sendable {
    /// The value, or `false` for a template's section to skip.
    var orAbsent: any Sendable { self ?? false as any Sendable }
}

extension String {
    /// The text, or `false` when there is none: a section would print an empty text.
    var orAbsent: any Sendable { isEmpty ? false : self }
}
