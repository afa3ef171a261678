internal import Attestation
internal import Digests
internal import FoundationEssentials

/// The academy's keys: one that signs now for each use, and the public side of every one that ever did.
public struct KeyRing: Sendable {
    /// Oldest first; exactly one of each use has no end.
    public let records: [KeyRecord]
    public private(set) var seal: SealDocument
    public let claims: ClaimsSigner
    public let note: NoteSigner
    /// The P-256 key behind ``claims``, which also signs credentials and status lists.
    public let claimsKey: any Signer

    /// Who vouches for the academy's own keys; nil where that is somebody else.
    let authority: PrivateAuthority?
    /// Lists of revoked certificates that were taken in.
    let lists: [RevocationList]

    /// - Parameter signers: the key that signs now of each use.
    init(
        records: [KeyRecord], signers: [KeyUse: any Signer], authority: PrivateAuthority? = nil,
        lists: [RevocationList] = []
    ) throws(SealingProblem) {
        self.records = records
        self.authority = authority
        self.lists = lists
        func current(_ use: KeyUse) throws(SealingProblem) -> (KeyRecord, any Signer) {
            let living = records.filter { $0.use == use && $0.until == nil }
            guard living.count == 1, let key = signers[use], Array(living[0].publicKey) == key.publicKey else {
                throw .ring("there must be exactly one key for \(use.rawValue) that signs now")
            }
            return (living[0], key)
        }
        let (document, documentKey) = try current(.document)
        let chain = try CertificateChain(der: document.certificates.map(Array.init))
        guard chain.own.publicKey == documentKey.publicKey else { throw .wrongCertificate }
        seal = SealDocument(SealingKey(signer: documentKey, chain: chain))
        let (_, claimsKey) = try current(.claims)
        claims = try ClaimsSigner(claimsKey, publicKey: claimsKey.publicKey)
        self.claimsKey = claimsKey
        let (log, logKey) = try current(.log)
        note = try NoteSigner(logKey, name: log.name, publicKey: logKey.publicKey)
    }

    /// The same keys, with an authority for time that dates every seal.
    public func dated(by clock: any TimestampAuthority) -> KeyRing {
        var ring = self
        ring.seal = seal.dated(by: clock)
        return ring
    }

    /// What the log calls itself in its checkpoints: `akmal2u.customs.gov.my/log`.
    public var origin: String { note.key.name }

    /// The keys of a use, the oldest first.
    public func records(for use: KeyUse) -> [KeyRecord] { records.filter { $0.use == use } }

    /// New keys that live in memory only, vouched for by an authority of their own.
    /// - Parameters:
    ///   - host: the site's name with its port, which the log is named after.
    ///   - now: seconds since 1970.
    public static func fresh(host: String, organisation: String, now: Int64) throws(SealingProblem) -> KeyRing {
        let set = try FreshKeys(host: host, organisation: organisation, now: now)
        return try KeyRing(records: set.records, signers: set.keys, authority: set.authority)
    }
}

/// A first key for each use, and the authority that vouches for the one that seals documents.
struct FreshKeys {
    let authority: PrivateAuthority
    private(set) var records: [KeyRecord] = []
    private(set) var keys: [KeyUse: PEMKey] = [:]

    init(host: String, organisation: String, now: Int64) throws(SealingProblem) {
        authority = try PrivateAuthority.found(name: "AKMAL2U Root", organisation: organisation, now: now)
        for use in KeyUse.allCases {
            let (record, key) = try Self.key(
                for: use, of: authority, host: host, organisation: organisation, now: now)
            records.append(record)
            keys[use] = key
        }
    }

    /// A new key of the usual kind for its use.
    static func key(
        for use: KeyUse, of authority: PrivateAuthority, host: String, organisation: String, now: Int64
    ) throws(SealingProblem) -> (KeyRecord, PEMKey) {
        let key = try PEMKey.generate(use == .log ? .ed25519 : .es256)
        var chain: CertificateChain?
        if use == .document {
            chain = try CertificateChain(
                pem: authority.vouch(
                    for: key, name: "AKMAL2U \(host)", organisation: organisation, now: now,
                    listedAt: "https://\(host)/authority.crl"),
                for: key)
        }
        return (KeyRecord(key, use, chain: chain, name: use == .log ? "\(host)/log" : "", from: now), key)
    }
}

extension KeyRecord {
    init(_ key: any Signer, _ use: KeyUse, chain: CertificateChain?, name: String, from: Int64) {
        self.init(
            use: use, id: Hexadecimal.text(SHA256Digest(of: key.publicKey).bytes.prefix(8)),
            publicKey: Data(key.publicKey), certificates: chain?.certificates.map { Data($0.der) } ?? [], name: name,
            from: from, until: nil)
    }
}
