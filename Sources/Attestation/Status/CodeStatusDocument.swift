internal import Digests
internal import FoundationEssentials

/// What has become of certificates by the hashes of their public codes: for whoever has a paper and no network.
///
/// It holds those alone that are not valid, as many as the status lists have bits, and nobody without a code finds
/// anything in it: 80 random bits cannot be tried.
public struct CodeStatusDocument: Sendable, Hashable {
    public let host: String
    /// Seconds since 1970, UTC.
    public let from: Int64
    public let until: Int64
    /// By what has become of them; a certificate that is in none is valid, if it was ever issued.
    public let tags: [CertificateStatus: Set<UInt64>]

    /// In the order in which they are written.
    public static let statuses: [CertificateStatus] = [.superseded, .revoked, .suspended]

    public init(host: String, from: Int64, until: Int64? = nil, tags: [CertificateStatus: Set<UInt64>]) {
        self.host = host
        self.from = from
        self.until = until ?? from + StatusListDocument.validity
        self.tags = tags.filter { !$0.value.isEmpty }
    }

    /// The first eight bytes of the SHA-256 of a code's ten.
    public static func tag(of code: PublicCode) -> UInt64 {
        SHA256Digest(of: code.bytes).bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// - Returns: `valid` for every code that is not in it.
    public subscript(code: PublicCode) -> CertificateStatus {
        let tag = Self.tag(of: code)
        return Self.statuses.first { tags[$0]?.contains(tag) == true } ?? .valid
    }

    public static func address(host: String) -> String { "\(SiteIdentity(host: host).address)/status/codes" }

    /// What is signed.
    public var payload: [UInt8] {
        JSONText.object(
            [
                .init("iss", .text(SiteIdentity(host: host).did)), .init("jti", .text(Self.address(host: host))),
                .init("nbf", .number(from)), .init("exp", .number(until)),
            ]
                + Self.statuses.map { status in
                    .init(status.rawValue, .text(Base64URL.text(Self.bytes(of: tags[status] ?? []))))
                }
        ).bytes
    }

    private static func bytes(of tags: Set<UInt64>) -> [UInt8] {
        tags.sorted().flatMap { tag in stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: tag >> $0) }
        }
    }

    private struct Form: Decodable {
        let jti: String
        let nbf: Int64
        let exp: Int64
        let superseded: String
        let revoked: String
        let suspended: String
    }

    /// Reads what was signed; nil for anything that ``payload`` would not write.
    public init?(payload: [UInt8]) {
        guard let form = try? JSONDecoder().decode(Form.self, from: Data(payload)) else { return nil }
        let parts = form.jti.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, Self.address(host: parts[2]) == form.jti else { return nil }
        var tags: [CertificateStatus: Set<UInt64>] = [:]
        for (status, text) in [
            (CertificateStatus.superseded, form.superseded), (.revoked, form.revoked), (.suspended, form.suspended),
        ] {
            guard let bytes = Base64URL.bytes(text), bytes.count.isMultiple(of: 8) else { return nil }
            tags[status] = Set(
                stride(from: 0, to: bytes.count, by: 8).map { start in
                    bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
                })
        }
        self.init(host: parts[2], from: form.nbf, until: form.exp, tags: tags)
        guard self.payload == payload else { return nil }
    }
}
