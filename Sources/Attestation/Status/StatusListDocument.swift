internal import FoundationEssentials

/// One status list as it is signed and published.
public struct StatusListDocument: Sendable, Hashable {
    public let host: String
    public let purpose: StatusPurpose
    /// From 1.
    public let number: Int
    /// Seconds since 1970, UTC.
    public let from: Int64
    public let until: Int64
    /// The bits as they were packed (gzip).
    public let packed: [UInt8]

    /// Seconds for which a list may be used: thirty days.
    public static let validity: Int64 = 30 * 86_400

    public init(
        host: String, purpose: StatusPurpose, number: Int, from: Int64, until: Int64? = nil, packed: [UInt8]
    ) {
        self.host = host
        self.purpose = purpose
        self.number = number
        self.from = from
        self.until = until ?? from + Self.validity
        self.packed = packed
    }

    /// What is signed.
    public var payload: [UInt8] {
        let site = SiteIdentity(host: host)
        let address = site.statusList(purpose, number)
        return JSONText.object([
            .init("@context", .array([.text("https://www.w3.org/ns/credentials/v2")])),
            .init("id", .text(address)),
            .init("type", .array([.text("VerifiableCredential"), .text("BitstringStatusListCredential")])),
            .init("issuer", .text(site.did)),
            .init("validFrom", .text(Self.text(from))),
            .init("validUntil", .text(Self.text(until))),
            .init(
                "credentialSubject",
                .texts([
                    "id": "\(address)#list", "type": "BitstringStatusList", "statusPurpose": purpose.rawValue,
                    "encodedList": "u" + Base64URL.text(packed),
                ])),
            .init("iss", .text(site.did)), .init("jti", .text(address)), .init("nbf", .number(from)),
            .init("exp", .number(until)),
        ]).bytes
    }

    private static func text(_ seconds: Int64) -> String {
        Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
    }

    private struct Form: Decodable {
        struct Subject: Decodable {
            let type: String
            let statusPurpose: String
            let encodedList: String
        }

        let jti: String
        let nbf: Int64
        let exp: Int64
        let credentialSubject: Subject
    }

    /// Reads the payload of a list; nil when it is none of ours.
    public init?(payload: [UInt8]) {
        guard let form = try? JSONDecoder().decode(Form.self, from: Data(payload)),
            form.credentialSubject.type == "BitstringStatusList",
            let purpose = StatusPurpose(rawValue: form.credentialSubject.statusPurpose),
            form.credentialSubject.encodedList.first == "u",
            let packed = Base64URL.bytes(form.credentialSubject.encodedList.dropFirst())
        else { return nil }
        let parts = form.jti.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, let number = Int(parts[5]), number > 0,
            SiteIdentity(host: parts[2]).statusList(purpose, number) == form.jti
        else { return nil }
        self.init(
            host: parts[2], purpose: purpose, number: number, from: form.nbf, until: form.exp, packed: packed)
    }
}
