public import Attestation

/// The academy's status lists, as an export holds them: what has become of a certificate, without asking the academy.
public struct PublishedStatus: Sendable {
    private let keys: TrustedKeys
    /// Gives a file of the export by its path: `status/revocation/1`; nil when there is none.
    private let read: @Sendable (String) -> [UInt8]?

    public init(_ keys: TrustedKeys, read: @escaping @Sendable (String) -> [UInt8]?) {
        self.keys = keys
        self.read = read
    }

    /// What the lists say of one certificate.
    public struct Answer: Sendable, Hashable {
        public let status: CertificateStatus
        /// Seconds since 1970: when the oldest of them was made, and until when all of them are good.
        public let asOf: Int64
        public let until: Int64
    }

    /// A list that is missing or is not the academy's says nothing: then nothing is known.
    public func callAsFunction(_ credential: CredentialDocument) -> Answer? {
        var set: Set<StatusPurpose> = []
        var lists: [StatusListDocument] = []
        for purpose in StatusPurpose.allCases {
            guard let list = list(purpose, credential.status.list), let bits = list.bits else { return nil }
            lists.append(list)
            if bits[credential.status.index] { set.insert(purpose) }
        }
        guard let asOf = lists.map(\.from).min(), let until = lists.map(\.until).min() else { return nil }
        return Answer(status: Self.status(set), asOf: asOf, until: until)
    }

    /// What is known of a code: whether it was ever issued is not.
    public func callAsFunction(_ code: PublicCode) -> Answer? {
        guard let token = token("status/codes"), let list = CodeStatusDocument(payload: token.payload),
            keys.judge(token, signedAt: list.from) == .holds, list.host == keys.host.lowercased()
        else { return nil }
        return Answer(status: list[code], asOf: list.from, until: list.until)
    }

    /// Superseded is revoked with a newer one to be fetched.
    private static func status(_ set: Set<StatusPurpose>) -> CertificateStatus {
        if set.contains(.revocation) { return set.contains(.refresh) ? .superseded : .revoked }
        return set.contains(.suspension) ? .suspended : .valid
    }

    private func list(_ purpose: StatusPurpose, _ number: Int) -> StatusListDocument? {
        guard let token = token("status/\(purpose.rawValue)/\(number)"),
            let list = StatusListDocument(payload: token.payload),
            keys.judge(token, signedAt: list.from) == .holds, list.purpose == purpose, list.number == number,
            list.host == keys.host.lowercased()
        else { return nil }
        return list
    }

    private func token(_ path: String) -> CompactJWS? {
        read(path).flatMap { String(validating: $0, as: UTF8.self) }
            .flatMap { CompactJWS(text: $0.filter { !$0.isWhitespace }) }
    }
}
