import NIOCore

/// One file that pages refer to, held in memory.
struct Asset: Sendable {
    let bytes: ByteBuffer
    let contentType: String
    let tag: EntityTag
    /// `akmal.0f3c….css`: its name in addresses, new with every change, so that browsers may keep it forever.
    let publishedName: String

    init(name: String, bytes: [UInt8]) {
        let hash = EntityTag.fingerprint(bytes)
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
}
