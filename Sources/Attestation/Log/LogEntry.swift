public import Digests

/// What one leaf of the log says: what happened when, to a certificate that only its own proof can name.
///
/// It holds hashes alone. That of the credential cannot be guessed, because the signature in it is random; that of the
/// record cannot, because a salt stands before it that never leaves the database.
public struct LogEntry: Sendable, Hashable {
    /// The raw value is published.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case issued, superseded, suspended, restored, revoked

        /// What a move to a status is called; nil for one that is no move.
        public init?(movingTo status: CertificateStatus) {
            switch status {
            case .issuing: return nil
            case .valid: self = .restored
            case .suspended: self = .suspended
            case .revoked: self = .revoked
            case .superseded: self = .superseded
            }
        }

        /// The status that a certificate has after it.
        public var status: CertificateStatus {
            switch self {
            case .issued, .restored: .valid
            case .superseded: .superseded
            case .suspended: .suspended
            case .revoked: .revoked
            }
        }
    }

    public let kind: Kind
    /// RFC 3339, UTC, milliseconds: when it was appended.
    public let at: String
    /// Of the credential's text.
    public let credential: SHA256Digest
    /// Of a salt, and the frozen record or the statement of the move behind it.
    public let record: SHA256Digest

    public init(kind: Kind, at: String, credential: SHA256Digest, record: SHA256Digest) {
        self.kind = kind
        self.at = at
        self.credential = credential
        self.record = record
    }

    /// The bytes of the leaf.
    public var text: String {
        var json = JSONBytes(reserving: 256)
        json.put(#"{"v":1,"kind":"#, kind.rawValue)
        json.put(#","at":"#, at)
        json.put(#","credential":"#, credential.hex)
        json.put(#","record":"#, record.hex)
        json.put("}")
        return String(decoding: json.bytes, as: UTF8.self)
    }

    /// When it was appended, in seconds since 1970; nil when that is told in another form than ours.
    public var moment: Int64? { RecordedMoment.seconds(at) }

    public var leaf: SHA256Digest { MerkleHash.leaf(Array(text.utf8)) }

    /// Reads a leaf; nil for anything that ``text`` would not write.
    public init?(text: String) {
        let words = text.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
        guard text.utf8.count < 400, words.count == 19, let kind = Kind(rawValue: words[5]),
            let credential = SHA256Digest(hex: words[13]), let record = SHA256Digest(hex: words[17])
        else { return nil }
        self.init(kind: kind, at: words[9], credential: credential, record: record)
        guard self.text == text else { return nil }
    }

    /// What ``record`` is made of.
    public static func hash(salt: [UInt8], _ statement: String) -> SHA256Digest {
        SHA256Digest(of: salt + Array(statement.utf8))
    }
}
