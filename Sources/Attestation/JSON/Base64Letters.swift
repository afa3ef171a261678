/// Bytes as letters of which each stands for six bits (RFC 4648, 4 and 5).
struct Base64Letters {
    private let alphabet: [UInt8]
    private let isPadded: Bool

    /// For addresses and tokens, without padding.
    static let plain = Base64Letters(last: "-_", isPadded: false)
    static let padded = Base64Letters(last: "+/", isPadded: true)

    private init(last: String, isPadded: Bool) {
        alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\(last)".utf8)
        self.isPadded = isPadded
    }

    func text(of bytes: [UInt8]) -> String {
        let written = bytes.count / 3 * 4 + [0, 2, 3][bytes.count % 3]
        let count = isPadded ? (bytes.count + 2) / 3 * 4 : written
        return String(unsafeUninitializedCapacity: count) { text in
            alphabet.withUnsafeBufferPointer { alphabet in
                bytes.withUnsafeBufferPointer { Self.write($0, alphabet, to: text) }
            }
            for place in written..<count { text[place] = UInt8(ascii: "=") }
            return count
        }
    }

    private static func write(
        _ bytes: UnsafeBufferPointer<UInt8>, _ alphabet: UnsafeBufferPointer<UInt8>,
        to text: UnsafeMutableBufferPointer<UInt8>
    ) {
        var (place, start) = (0, 0)
        while start + 3 <= bytes.count {
            let bits = Int(bytes[start]) &<< 16 | Int(bytes[start + 1]) &<< 8 | Int(bytes[start + 2])
            text[place] = alphabet[bits &>> 18]
            text[place + 1] = alphabet[bits &>> 12 & 63]
            text[place + 2] = alphabet[bits &>> 6 & 63]
            text[place + 3] = alphabet[bits & 63]
            start += 3
            place += 4
        }
        if start < bytes.count {
            var bits = Int(bytes[start]) << 16
            if start + 1 < bytes.count { bits |= Int(bytes[start + 1]) << 8 }
            // Of the last one or two bytes come two or three letters.
            for letter in 0...bytes.count - start { text[place + letter] = alphabet[bits >> (18 - 6 * letter) & 63] }
        }
    }
}
