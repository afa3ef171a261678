internal import Digests

/// A text with the signatures that stand below it (C2SP signed-note).
///
/// It says who claims to have signed; whether they did is for whoever holds their keys.
public struct SignedNote: Sendable, Hashable {
    /// Ends with a line feed.
    public let body: String
    public let signatures: [Signature]

    public struct Signature: Sendable, Hashable {
        /// Without spaces and `+`.
        public let name: String
        /// First four bytes of the key's hash: a hint which key of that name it was.
        public let keyID: [UInt8]
        public let bytes: [UInt8]

        public init(name: String, keyID: [UInt8], bytes: [UInt8]) {
            self.name = name
            self.keyID = keyID
            self.bytes = bytes
        }

        /// As it stands below a note, without its line feed.
        public var line: String { "— \(name) \(Base64.text(keyID + bytes))" }

        fileprivate init?(line: Substring) {
            let words = line.split(separator: " ", omittingEmptySubsequences: false)
            guard words.count == 3, words[0] == "—", !words[1].isEmpty, !words[1].contains("+"),
                let bytes = Base64.bytes(words[2]), bytes.count > 4
            else { return nil }
            self.init(name: String(words[1]), keyID: Array(bytes.prefix(4)), bytes: Array(bytes.dropFirst(4)))
        }
    }

    public init(body: String, signatures: [Signature]) {
        self.body = body
        self.signatures = signatures
    }

    public var text: String { body + "\n" + signatures.map { $0.line + "\n" }.joined() }

    /// Reads a note; nil when it is none, or when one of its signature lines cannot be read.
    ///
    /// At most 1 MB and 100 signatures, so that a stranger's note cannot cost much.
    public init?(text: String) {
        guard text.utf8.count <= 1_000_000, text.hasSuffix("\n"), let gap = Self.lastGap(in: text) else { return nil }
        let lines = text[gap...].dropFirst().split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        guard (1...100).contains(lines.count) else { return nil }
        let signatures = lines.compactMap(Signature.init(line:))
        guard signatures.count == lines.count else { return nil }
        self.init(body: String(text[..<gap]), signatures: signatures)
    }

    /// Where the empty line before the signatures is: the last one of the text.
    private static func lastGap(in text: String) -> String.Index? {
        var index = text.endIndex
        while index > text.startIndex {
            let before = text.index(before: index)
            if text[before] == "\n", before > text.startIndex, text[text.index(before: before)] == "\n" {
                return before
            }
            index = before
        }
        return nil
    }
}

/// The public key of a log or witness, as C2SP's signed-note names it; Ed25519 only.
public struct NoteKey: Sendable, Hashable {
    public let name: String
    /// 32 bytes.
    public let publicKey: [UInt8]
    /// 1 for a log's own signature, 4 for a witness's cosignature with its time.
    public let algorithm: UInt8

    public static let log: UInt8 = 1
    public static let witness: UInt8 = 4

    public init(name: String, publicKey: [UInt8], algorithm: UInt8 = NoteKey.log) {
        self.name = name
        self.publicKey = publicKey
        self.algorithm = algorithm
    }

    public var keyID: [UInt8] {
        Array(SHA256Digest(of: Array(name.utf8) + [0x0A, algorithm] + publicKey).bytes.prefix(4))
    }

    /// `name+hash+key`: the verifier key, as it is published.
    public var text: String {
        "\(name)+\(Hexadecimal.text(keyID))+\(Base64.text([algorithm] + publicKey))"
    }

    /// Reads a verifier key; nil unless its hash is its key's.
    public init?(text: String) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, !parts[0].contains(" "),
            let bytes = Base64.bytes(parts[2]), bytes.count == 33, let algorithm = bytes.first,
            algorithm == Self.log || algorithm == Self.witness
        else { return nil }
        self.init(name: String(parts[0]), publicKey: Array(bytes.dropFirst()), algorithm: algorithm)
        guard Hexadecimal.text(keyID) == parts[1] else { return nil }
    }
}
