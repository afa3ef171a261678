internal import FoundationEssentials

/// Base 64 with the alphabet of RFC 4648, 4, padded.
enum Base64 {
    static func text(_ bytes: [UInt8]) -> String { Base64Letters.padded.text(of: bytes) }

    /// nil for anything that is not the one text of its bytes.
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let text = String(text)
        guard let data = Data(base64Encoded: text), self.text(Array(data)) == text else { return nil }
        return Array(data)
    }
}
