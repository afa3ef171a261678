internal import FoundationEssentials

/// A JWS in its compact form (RFC 7515, 3.1) under ES256, read; who signed it is another question.
struct CompactSignature {
    /// As the header names it: `did:web:host#0011223344556677`.
    let keyName: String
    let payload: [UInt8]
    private let signed: [UInt8]
    private let signature: [UInt8]

    /// A credential has 2 KB, a status list a few more.
    private static let longest = 1 << 20

    /// nil for another algorithm, and for a header with anything that changes the meaning (`crit`, `b64`).
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.longest, parts.count == 3, let header = Base64URL.bytes(parts[0]),
            let payload = Base64URL.bytes(parts[1]), let signature = Base64URL.bytes(parts[2]), signature.count == 64,
            let read = try? JSONDecoder().decode(Header.self, from: Data(header)), read.alg == "ES256",
            read.crit == nil
        else { return nil }
        keyName = read.kid
        self.payload = payload
        self.signature = signature
        signed = Array("\(parts[0]).\(parts[1])".utf8)
    }

    private struct Header: Decodable {
        let alg: String
        let kid: String
        let crit: [String]?
    }

    /// What the academy's keys say of it.
    func judged(by keys: TrustedKeys) -> CheckedSignature {
        let parts = keyName.split(separator: "#", omittingEmptySubsequences: false)
        guard parts.count == 2, let key = keys.claims[String(parts[1])] else { return .unknownKey }
        return key.verifies(signature, of: signed) ? .holds : .broken
    }
}

enum CheckedSignature { case holds, broken, unknownKey }
