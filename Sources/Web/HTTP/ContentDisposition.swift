/// `Content-Disposition: attachment` with an ASCII name for every client and the real one for all of today's (RFC 6266).
enum ContentDisposition {
    static func attachment(ascii: String, name: String) -> String {
        let safe = String(decoding: ascii.unicodeScalars.map(plain), as: UTF8.self)
        return "attachment; filename=\"\(safe)\"; filename*=UTF-8''\(PercentCoding.encode(name))"
    }

    private static func plain(_ scalar: Unicode.Scalar) -> UInt8 {
        switch scalar {
        case "\"", "\\", "/", "%": UInt8(ascii: "_")
        case " "..."~": UInt8(truncatingIfNeeded: scalar.value)
        default: UInt8(ascii: "_")
        }
    }
}
