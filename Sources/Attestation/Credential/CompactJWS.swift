/// A signed text in three parts (RFC 7515, 7.1), ES256 only.
///
/// It says which key claims to have signed; whether it did is for whoever holds the key.
public struct CompactJWS: Sendable, Hashable {
    /// `did:web:akmal2u.customs.gov.my#0123456789abcdef`: whose key it is, and which.
    public let keyID: String
    public let payload: [UInt8]
    /// r and s, 32 bytes each.
    public let signature: [UInt8]
    /// The bytes that the key signed.
    public let toBeSigned: [UInt8]

    public init(keyID: String, payload: [UInt8], signature: [UInt8]) {
        self.keyID = keyID
        self.payload = payload
        self.signature = signature
        toBeSigned = Self.toBeSigned(payload: payload, keyID: keyID)
    }

    /// Signs a payload.
    /// - Parameter sign: makes the signature of the bytes it is given, r and s.
    public init<Problem>(
        keyID: String, payload: [UInt8], by sign: ([UInt8]) throws(Problem) -> [UInt8]
    ) throws(Problem) {
        self.keyID = keyID
        self.payload = payload
        toBeSigned = Self.toBeSigned(payload: payload, keyID: keyID)
        signature = try sign(toBeSigned)
    }

    /// More than any credential or status list of ours; longer ones are a stranger's.
    public static let longest = 262_144

    private static func toBeSigned(payload: [UInt8], keyID: String) -> [UInt8] {
        Array("\(Base64URL.text(header(keyID))).\(Base64URL.text(payload))".utf8)
    }

    public var text: String { String(decoding: toBeSigned, as: UTF8.self) + "." + Base64URL.text(signature) }

    /// Reads what ``text`` writes; nil for anything else, another algorithm among it.
    public init?(text: String) {
        guard text.utf8.count <= Self.longest else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Base64URL.bytes(parts[0]), let payload = Base64URL.bytes(parts[1]),
            let signature = Base64URL.bytes(parts[2]), signature.count == 64, let keyID = Self.keyID(of: header)
        else { return nil }
        self.init(keyID: keyID, payload: payload, signature: signature)
    }

    /// The hexadecimal digits behind the `#`, which name the key among its owner's.
    public var keyName: String { keyID.split(separator: "#", maxSplits: 1).dropFirst().first.map(String.init) ?? "" }

    private static let before = Array(#"{"alg":"ES256","kid":""#.utf8)
    private static let after = Array(#"","typ":"JWT"}"#.utf8)

    private static func header(_ keyID: String) -> [UInt8] {
        var json = JSONBytes(reserving: 128)
        json.put(#"{"alg":"ES256","kid":"#, keyID)
        json.put(#","typ":"JWT"}"#)
        return json.bytes
    }

    private static func keyID(of header: [UInt8]) -> String? {
        guard header.starts(with: before), header.suffix(after.count) == after[...],
            header.count > before.count + after.count
        else { return nil }
        let keyID = String(decoding: header.dropFirst(before.count).dropLast(after.count), as: UTF8.self)
        // Only what is written back as it was read; so nothing can hide behind an escape.
        return self.header(keyID) == header ? keyID : nil
    }
}
