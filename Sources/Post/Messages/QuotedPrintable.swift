/// A body as quoted-printable (RFC 2045, 6.7): ASCII lines of 76 columns at most, whatever the text holds.
enum QuotedPrintable {
    /// Lines of `text` end with `\n`, those of the answer with CRLF.
    static func encode(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(line).joined(separator: "\r\n")
    }

    private static func line(_ line: Substring) -> String {
        let bytes = Array(line.utf8)
        var encoded = ""
        var column = 0
        for (index, byte) in bytes.enumerated() {
            let code = encode(byte, isLast: index == bytes.count - 1)
            // The soft break itself takes a column, unless this is the line's last code.
            let limit = index == bytes.count - 1 ? 76 : 75
            if column + code.utf8.count > limit {
                encoded += "=\r\n"
                column = 0
            }
            encoded += code
            column += code.utf8.count
        }
        return encoded
    }

    private static func encode(_ byte: UInt8, isLast: Bool) -> String {
        switch byte {
        case UInt8(ascii: "="): Octet.escape(byte)
        case 0x21...0x7E: String(Unicode.Scalar(byte))
        case 0x20, 0x09: isLast ? Octet.escape(byte) : String(Unicode.Scalar(byte))
        default: Octet.escape(byte)
        }
    }
}
