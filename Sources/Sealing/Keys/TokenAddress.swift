/// Where a key is in a hardware module, as RFC 7512 writes it.
public struct TokenAddress: Sendable, Hashable {
    /// As it was given.
    public let text: String
    /// Path of the module's library: the attribute `module-path`.
    let library: String
    /// The address without the library, as OpenSSL's engine takes it.
    let key: String

    /// - Throws: ``SealingProblem/token(_:)`` unless it begins with `pkcs11:` and names an absolute `module-path`.
    public init(_ text: String) throws(SealingProblem) {
        let text = text.filter { !$0.isWhitespace }
        guard text.hasPrefix("pkcs11:") else { throw .token("an address begins with pkcs11:") }
        let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let queries = halves.count == 2 ? halves[1].split(separator: "&") : []
        let marker = "module-path="
        guard let library = queries.first(where: { $0.hasPrefix(marker) })?.dropFirst(marker.count),
            library.hasPrefix("/")
        else { throw .token("an address names the module's library, by its whole path: ?module-path=/…") }
        let rest = queries.filter { !$0.hasPrefix(marker) }
        self.text = text
        self.library = String(library)
        key = rest.isEmpty ? String(halves[0]) : "\(halves[0])?\(rest.joined(separator: "&"))"
    }

    /// For people: without what stands behind the question mark, where a PIN may be.
    var shown: String { String(text.prefix { $0 != "?" }) }
}
