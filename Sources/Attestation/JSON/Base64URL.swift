/// Base 64 for addresses and tokens (RFC 4648, 5), without padding.
public enum Base64URL {
    public static func text(_ bytes: [UInt8]) -> String { Base64Letters.plain.text(of: bytes) }

    /// nil for anything that ``text(_:)`` would not write, padding among it.
    public static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        var plain: [UInt8] = []
        plain.reserveCapacity(text.utf8.count + 3)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "-"): plain.append(UInt8(ascii: "+"))
            case UInt8(ascii: "_"): plain.append(UInt8(ascii: "/"))
            case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): return nil
            default: plain.append(byte)
            }
        }
        while !plain.count.isMultiple(of: 4) { plain.append(UInt8(ascii: "=")) }
        return Base64.bytes(String(decoding: plain, as: UTF8.self))
    }
}
