/// What kind of answer a client prefers, by `Accept` (RFC 9110, 12.5.1).
enum Preference: Sendable, Hashable {
    case html, json

    /// HTML unless JSON is wanted more: browsers send `*/*` too.
    init(accept header: String?) {
        guard let header, Self.mayWantJSON(header) else {
            self = .html
            return
        }
        let ranges = header.split(separator: ",").map(Self.weighed)
        let json = Self.weight(of: ["application/json", "application/*"], in: ranges)
        let html = Self.weight(of: ["text/html", "application/xhtml+xml", "text/*"], in: ranges)
        self = json > html ? .json : .html
    }

    /// A header without `json` and `application/*` does not name JSON, and needs no reading.
    private static func mayWantJSON(_ header: String) -> Bool {
        header.utf8.contains { $0 | 0x20 == UInt8(ascii: "j") }
            || zip(header.utf8, header.utf8.dropFirst(2)).contains { ($0 | 0x20, $1) == (0x6E, UInt8(ascii: "*")) }
    }

    private static func weight(of types: [String], in ranges: [(type: String, weight: Double)]) -> Double {
        ranges.filter { types.contains($0.type) }.map(\.weight).max() ?? 0
    }

    private static func weighed(_ range: Substring) -> (type: String, weight: Double) {
        let parts = range.split(separator: ";").map { $0.split(separator: " ").joined().lowercased() }
        let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
        return (parts.first ?? "", weight ?? 1)
    }
}
