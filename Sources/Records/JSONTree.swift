/// JSON text (RFC 8259) as it stands in a column: whole numbers only, because nothing else is kept so.
///
/// The public check reads a certificate for every scan: `JSONDecoder` would take 45 µs of it, this takes 12.
enum JSONTree: Sendable, Hashable {
    case null
    case boolean(Bool)
    case number(Int)
    case string(String)
    case array([JSONTree])
    case object([Member])

    /// In a list, not a table: for the handful of members that our objects have, looking through is quicker.
    struct Member: Sendable, Hashable {
        let key: String
        let value: JSONTree
    }

    /// nil for a text that is not JSON, has more after it, or has a number with a fraction.
    init?(_ text: String) {
        var text = text
        guard let tree = text.withUTF8({ JSONParser.parse($0) }) else { return nil }
        self = tree
    }

    /// A member of an object; the last one where a key stands twice.
    subscript(key: String) -> JSONTree? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.key == key }?.value
    }

    func string(_ key: String) -> String? {
        guard case .string(let text)? = self[key] else { return nil }
        return text
    }

    func number(_ key: String) -> Int? {
        guard case .number(let number)? = self[key] else { return nil }
        return number
    }
}
