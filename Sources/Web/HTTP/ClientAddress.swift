import HTTPTypes

/// Whose request it is, as a network address.
enum ClientAddress {
    /// The connection's own address, unless that is a trusted proxy: then the last address that no trusted proxy has.
    ///
    /// What a client writes into `X-Forwarded-For` itself stands further left and is never reached.
    static func of(_ headers: HTTPFields, peer: String, trusting proxies: Set<String>) -> String {
        guard proxies.contains(peer) else { return peer }
        let hops = headers[values: .forwardedFor].flatMap { $0.split(separator: ",") }
            .map { String(decoding: $0.utf8.filter { $0 != 0x20 && $0 != 0x09 }, as: UTF8.self) }
        return hops.last { !proxies.contains($0) } ?? peer
    }

    /// What counts as one client: an IPv4 address, or the /64 network of an IPv6 address (RFC 6177).
    static func network(of address: String) -> String {
        guard address.contains(":"), !address.contains(".") else { return address }
        let halves = address.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        let head = halves[0].split(separator: ":")
        let tail = halves.count == 2 ? halves[1].split(separator: ":") : []
        let zeros = [Substring](repeating: "0", count: halves.count == 2 ? max(0, 8 - head.count - tail.count) : 0)
        return (head + zeros + tail).prefix(4).joined(separator: ":")
    }

    static func isLoopback(_ address: String) -> Bool { address == "::1" || address.hasPrefix("127.") }
}
