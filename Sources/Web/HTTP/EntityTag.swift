/// A strong `ETag` (RFC 9110, 8.8.3), made of a content hash.
struct EntityTag: Sendable, Hashable, CustomStringConvertible {
    private let quoted: String

    init(hash: String) { quoted = "\"\(hash)\"" }

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
