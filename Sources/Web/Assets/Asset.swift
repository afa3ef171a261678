import NIOCore

/// One file that pages refer to, held in memory.
struct Asset: Sendable {
    let bytes: ByteBuffer
    let contentType: String
    let tag: EntityTag
    /// `akmal.0f3c….css`: its name in addresses, new with every change, so that browsers may keep it forever.
    let publishedName: String

    init(name: String, bytes: [UInt8]) {
        let hash = Self.fingerprint(bytes)
        self.bytes = ByteBuffer(bytes: bytes)
        contentType = Self.contentType(of: name)
        tag = EntityTag(hash: hash)
        let parts = name.split(separator: ".")
        publishedName = parts.dropLast().joined(separator: ".") + ".\(hash)." + (parts.last ?? "")
    }

    static func contentType(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "otf": "font/otf"
        case "woff2": "font/woff2"
        default: "application/octet-stream"
        }
    }

    /// FNV-1a, 64 bits: tells versions of our own files apart; it protects nothing.
    private static func fingerprint(_ bytes: [UInt8]) -> String {
        let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
