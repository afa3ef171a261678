/// A query or a body of `application/x-www-form-urlencoded`, read strictly.
///
/// A key that stands twice is refused: two readers of one request must not see two values.
struct FormFields: Sendable, Hashable {
    private let values: [String: String]

    init(parsing text: some StringProtocol) throws(Problem) {
        var values: [String: String] = [:]
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let key = PercentCoding.decode(parts[0], plusIsSpace: true),
                let value = PercentCoding.decode(parts.count == 2 ? parts[1] : "", plusIsSpace: true)
            else { throw .brokenEscape }
            guard values.updateValue(value, forKey: key) == nil else { throw .repeatedKey(key) }
        }
        self.values = values
    }

    /// Values that were read elsewhere.
    init(_ values: [String: String]) { self.values = values }

    private init() { values = [:] }

    static let empty = FormFields()

    subscript(_ key: String) -> String? { values[key] }

    /// What stands behind a beginning that several keys share, with its value.
    func values(under prefix: String) -> [String: String] {
        var found: [String: String] = [:]
        for (key, value) in values where key.hasPrefix(prefix) { found[String(key.dropFirst(prefix.count))] = value }
        return found
    }

    var keys: Set<String> { Set(values.keys) }

    enum Problem: Error, Sendable, Hashable {
        case brokenEscape
        case repeatedKey(String)
    }
}
