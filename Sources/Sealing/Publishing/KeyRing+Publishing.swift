public import Attestation
internal import FoundationEssentials

extension KeyRing {
    /// Every key that ever signed, as `/keys.json` has them, the oldest first.
    /// - Parameter host: the site's name with its port.
    public func published(host: String) -> [UInt8] {
        JSONText.object([
            .init("keys", .array(records(for: .claims).compactMap(\.webKey))),
            .init("seals", .array(records(for: .document).map(\.seal))),
            .init("logs", .array(records(for: .log).map { .text($0.noteKey.text) })),
            .init("host", .text(host)),
            .init("origin", .text(origin)),
        ]).bytes
    }

    /// The keys of credentials as a `did:web` document.
    public func identity(host: String) -> [UInt8] {
        let site = SiteIdentity(host: host)
        let keys = records(for: .claims)
        return JSONText.object([
            .init(
                "@context",
                .array([.text("https://www.w3.org/ns/did/v1"), .text("https://w3id.org/security/suites/jws-2020/v1")])),
            .init("id", .text(site.did)),
            .init("verificationMethod", .array(keys.compactMap { $0.method(of: site) })),
            .init("assertionMethod", .array(keys.map { .text("\(site.did)#\($0.id)") })),
        ]).bytes
    }
}

extension KeyRecord {
    /// What a log's key verifies notes as.
    public var noteKey: NoteKey { NoteKey(name: name, publicKey: Array(publicKey.suffix(32))) }

    /// The two halves of a point on P-256, which ends an uncompressed SubjectPublicKeyInfo (RFC 5480, 2).
    private var point: (x: [UInt8], y: [UInt8])? {
        let bytes = Array(publicKey)
        guard bytes.count == 91, bytes[26] == 0x04 else { return nil }
        return (Array(bytes[27..<59]), Array(bytes[59..<91]))
    }

    private var curve: [JSONText.Member]? {
        point.map { point in
            [
                .init("kty", .text("EC")), .init("crv", .text("P-256")),
                .init("x", .text(Base64URL.text(point.x))),
                .init("y", .text(Base64URL.text(point.y))), .init("kid", .text(id)),
                .init("alg", .text("ES256")),
            ]
        }
    }

    /// RFC 7517, with the seconds in which it signed.
    fileprivate var webKey: JSONText? {
        curve.map { curve in
            .object(
                curve + [.init("use", .text("sig")), .init("nbf", .number(from))]
                    + (until.map { [.init("exp", .number($0))] } ?? []))
        }
    }

    fileprivate func method(of site: SiteIdentity) -> JSONText? {
        curve.map { curve in
            .object([
                .init("id", .text("\(site.did)#\(id)")), .init("type", .text("JsonWebKey2020")),
                .init("controller", .text(site.did)), .init("publicKeyJwk", .object(curve)),
            ])
        }
    }

    fileprivate var seal: JSONText {
        .object(
            [
                .init("x5c", .array(certificates.map { .text($0.base64EncodedString()) })),
                .init("nbf", .number(from)),
            ] + (until.map { [.init("exp", .number($0))] } ?? []))
    }
}
