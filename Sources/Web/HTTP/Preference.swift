/// What kind of answer a client prefers, by `Accept` (RFC 9110, 12.5.1).
enum Preference: Sendable, Hashable {
    case html, json

    /// HTML unless JSON is wanted more: browsers send `*/*` too.
    init(accept header: String?) {
        guard let header else {
            self = .html
            return
        }
        let ranges = header.split(separator: ",").map(Self.weighed)
        let json = Self.weight(of: ["application/json", "application/*"], in: ranges)
        let html = Self.weight(of: ["text/html", "application/xhtml+xml", "text/*"], in: ranges)
        self = json > html ? .json : .html
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
