internal import Attestation
internal import FoundationEssentials

/// The public side of the academy's keys, as a check uses them: those that sign now and all that ever did.
public struct TrustedKeys: Sendable {
    /// The site's name with its port, which addresses and credentials must name.
    public let host: String
    /// Certificates in DER of the keys that seal documents, each with its term.
    let seals: [(certificate: [UInt8], term: KeyTerm)]
    /// Keys of claims, credentials and status lists by their ids, in hexadecimal.
    let claims: [String: (key: VerificationKey, term: KeyTerm)]
    let logs: [(key: NoteKey, verifier: VerificationKey)]

    /// From the ring that the academy keeps.
    public init(_ records: [KeyRecord], host: String) throws(SealingProblem) {
        self.host = host
        var seals: [(certificate: [UInt8], term: KeyTerm)] = []
        var claims: [String: (key: VerificationKey, term: KeyTerm)] = [:]
        var logs: [(key: NoteKey, verifier: VerificationKey)] = []
        for record in records {
            let publicKey = Array(record.publicKey)
            let term = KeyTerm(until: record.until)
            switch record.use {
            case .document: if let own = record.certificates.first { seals.append((Array(own), term)) }
            case .claims: claims[record.id] = (try VerificationKey(publicKey: publicKey), term)
            case .log:
                logs.append(
                    (
                        NoteKey(name: record.name, publicKey: Array(publicKey.suffix(32))),
                        try VerificationKey(publicKey: publicKey)
                    ))
            }
        }
        (self.seals, self.claims, self.logs) = (seals, claims, logs)
    }

    /// From `keys.json`, as the site publishes it and an export holds it.
    public init(json: [UInt8]) throws(SealingProblem) {
        guard let list = try? JSONDecoder().decode(PublishedList.self, from: Data(json)) else {
            throw .unreadable("list of keys")
        }
        host = list.host
        seals = list.seals.compactMap { seal in
            seal.x5c.first.flatMap { Data(base64Encoded: $0) }.map { (Array($0), KeyTerm(until: seal.exp)) }
        }
        var claims: [String: (key: VerificationKey, term: KeyTerm)] = [:]
        for key in list.keys where key.kty == "EC" && key.crv == "P-256" {
            guard let x = Base64URL.bytes(key.x), let y = Base64URL.bytes(key.y), x.count == 32, y.count == 32 else {
                throw .unreadable("public key")
            }
            claims[key.kid] = (
                try VerificationKey(publicKey: Self.p256 + [0x04] + x + y), KeyTerm(until: key.exp)
            )
        }
        self.claims = claims
        var logs: [(key: NoteKey, verifier: VerificationKey)] = []
        for text in list.logs {
            guard let key = NoteKey(text: text) else { throw .unreadable("key of a log") }
            logs.append((key, try VerificationKey(publicKey: Self.ed25519 + key.publicKey)))
        }
        self.logs = logs
    }

    /// What stands before a key in its SubjectPublicKeyInfo (RFC 5480, 2; RFC 8410, 4).
    private static let p256: [UInt8] = [
        0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01, 0x06, 0x08, 0x2A, 0x86, 0x48,
        0xCE, 0x3D, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
    ]
    private static let ed25519: [UInt8] = [
        0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
    ]
}

private struct PublishedList: Decodable {
    let keys: [Key]
    let seals: [Seal]
    let logs: [String]
    let host: String

    struct Key: Decodable {
        let kid: String
        let kty: String
        let crv: String
        let x: String
        let y: String
        let exp: Int64?
    }

    struct Seal: Decodable {
        let x5c: [String]
        let exp: Int64?
    }
}

extension TrustedKeys {
    /// What the keys say of a signed text.
    /// - Parameter moment: when it says that it was signed, in seconds since 1970.
    func judge(_ token: CompactJWS, signedAt moment: Int64?) -> CheckedSignature {
        guard token.keyID == "\(SiteIdentity(host: host).did)#\(token.keyName)", let known = claims[token.keyName]
        else {
            return .unknownKey
        }
        guard known.key.verifies(token) else { return .broken }
        return known.term.covers(moment) ? .holds : .retiredKey
    }
}

enum CheckedSignature { case holds, broken, unknownKey, retiredKey }
