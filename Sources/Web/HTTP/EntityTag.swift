/// A strong `ETag` (RFC 9110, 8.8.3), made of a content hash.
struct EntityTag: Sendable, Hashable, CustomStringConvertible {
    private let quoted: String

    init(hash: String) { quoted = "\"\(hash)\"" }

    init(of bytes: some Sequence<UInt8>) { self.init(hash: Self.fingerprint(bytes)) }

    /// FNV-1a, 64 bits, in hexadecimal: tells versions of our own files and answers apart; it protects nothing.
    static func fingerprint(_ bytes: some Sequence<UInt8>) -> String {
        let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    var description: String { quoted }

    /// Whether `If-None-Match` names this content; the comparison is the weak one, as 13.1.2 wants.
    func isNamed(in header: String?) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").contains { candidate in
            let tag = candidate.split(separator: " ").joined()
            return tag == "*" || tag == quoted || tag == "W/\(quoted)"
        }
    }

    /// Whether `If-Range` still holds; without the header it does.
    ///
    /// Dates are not understood, so the whole is sent.
    func allowsRange(_ header: String?) -> Bool { header == nil || header == quoted }
}
