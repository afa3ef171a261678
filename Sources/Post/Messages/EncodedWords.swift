/// Text of a header that is not plain ASCII (RFC 2047, encoding Q).
///
/// A word has 75 characters at most and never ends inside a character; words are parted by folds, which readers drop.
enum EncodedWords {
    /// - Parameter used: columns that stand before the first word on its line.
    static func encode(_ text: String, after used: Int) -> String {
        var words: [String] = []
        var word = ""
        var room = longest(after: used)
        for scalar in text.unicodeScalars {
            let code = encode(scalar)
            if word.utf8.count + code.utf8.count > room, !word.isEmpty {
                words.append(word)
                word = ""
                room = longest(after: 1)
            }
            word += code
        }
        words.append(word)
        return words.map { "\(opening)\($0)\(closing)" }.joined(separator: "\r\n ")
    }

    private static let opening = "=?utf-8?Q?"
    private static let closing = "?="

    /// Lines with encoded words have 76 columns at most.
    private static func longest(after used: Int) -> Int {
        min(75, 76 - used) - opening.utf8.count - closing.utf8.count
    }

    /// The safe characters of RFC 2047, 5 (3): they may stand in a phrase as well.
    private static func encode(_ scalar: Unicode.Scalar) -> String {
        var code = ""
        for byte in String(scalar).utf8 {
            switch byte {
            case UInt8(ascii: " "): code += "_"
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                code.unicodeScalars.append(Unicode.Scalar(byte))
            default: code += Octet.escape(byte)
            }
        }
        return code
    }
}

/// Bytes as `=XX`, for both encodings of text.
enum Octet {
    static func escape(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "=0\(digits)" : "=\(digits)"
    }
}
