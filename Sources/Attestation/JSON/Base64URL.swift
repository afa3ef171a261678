/// Base 64 for addresses and tokens (RFC 4648, 5), without padding.
public enum Base64URL {
    public static func text(_ bytes: [UInt8]) -> String {
        let count = bytes.count / 3 * 4 + [0, 2, 3][bytes.count % 3]
        return String(unsafeUninitializedCapacity: count) { text in
            var place = 0
            var (bits, open) = (0, 0)
            func put(_ value: Int) {
                text[place] = alphabet[value & 63]
                place += 1
            }
            for byte in bytes {
                bits = (bits & 0xF) << 8 | Int(byte)
                open += 8
                while open >= 6 {
                    open -= 6
                    put(bits >> open)
                }
            }
            if open > 0 { put(bits << (6 - open)) }
            return place
        }
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

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
