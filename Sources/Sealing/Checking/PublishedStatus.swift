public import Attestation
internal import FoundationEssentials
internal import PDFObjects

/// The academy's status lists, as an export holds them: what has become of a certificate, without asking the academy.
public struct PublishedStatus: Sendable {
    private let keys: TrustedKeys
    /// Gives a file of the export by its path: `status/revocation/0`; nil when there is none.
    private let read: @Sendable (String) -> [UInt8]?

    public init(_ keys: TrustedKeys, read: @escaping @Sendable (String) -> [UInt8]?) {
        self.keys = keys
        self.read = read
    }

    /// What the lists say of one certificate.
    public struct Answer: Sendable, Hashable {
        public let status: CertificateStatus
        /// RFC 3339: when the oldest of them was made.
        public let asOf: String
        /// RFC 3339: until when all of them are good.
        public let until: String
    }

    /// A list that is missing or is not the academy's says nothing: then nothing is known.
    public func callAsFunction(_ facts: CredentialFacts) -> Answer? {
        var set: Set<String> = []
        var lists: [List] = []
        for entry in facts.status {
            guard let list = list(entry), let bit = list.bit(entry.index) else { return nil }
            lists.append(list)
            if bit { set.insert(entry.purpose) }
        }
        guard let asOf = lists.map(\.from).min(), let until = lists.map(\.until).min() else { return nil }
        return Answer(status: Self.status(set), asOf: asOf, until: until)
    }

    /// Superseded is revoked with a newer one to be fetched.
    private static func status(_ set: Set<String>) -> CertificateStatus {
        if set.contains("revocation") { return set.contains("refresh") ? .superseded : .revoked }
        return set.contains("suspension") ? .suspended : .valid
    }

    private func list(_ entry: CredentialFacts.StatusEntry) -> List? {
        let prefix = "https://\(keys.host)/"
        guard entry.list.hasPrefix(prefix) else { return nil }
        let path = String(entry.list.dropFirst(prefix.count))
        guard path.hasPrefix("status/\(entry.purpose)/"), !path.contains(".."), let bytes = read(path),
            let text = String(validating: bytes, as: UTF8.self),
            let signature = CompactSignature(text.filter { !$0.isWhitespace }), signature.judged(by: keys) == .holds
        else { return nil }
        return List(signature.payload, purpose: entry.purpose)
    }
}

/// One Bitstring Status List (W3C, 2.2), read.
private struct List {
    let from: String
    let until: String
    private let bits: [UInt8]

    /// 131,072 entries take 16 KB; none of the academy's has more than eight times that.
    private static let largest = 1 << 17

    init?(_ payload: [UInt8], purpose: String) {
        guard let read = try? JSONDecoder().decode(Payload.self, from: Data(payload)),
            read.credentialSubject.statusPurpose == purpose, read.credentialSubject.encodedList.first == "u",
            let packed = Base64URL.bytes(read.credentialSubject.encodedList.dropFirst()),
            let bits = try? Deflate.unzipped(packed, most: Self.largest)
        else { return nil }
        from = read.validFrom
        until = read.validUntil
        self.bits = bits
    }

    /// The first bit is the highest of the first byte.
    func bit(_ index: Int) -> Bool? {
        guard index >= 0, index / 8 < bits.count else { return nil }
        return bits[index / 8] >> UInt8(7 - index % 8) & 1 == 1
    }

    private struct Payload: Decodable {
        let validFrom: String
        let validUntil: String
        let credentialSubject: Subject
    }

    private struct Subject: Decodable {
        let statusPurpose: String
        let encodedList: String
    }
}
