import NIOCore

/// Text as HTML shows it.
enum HTMLText {
    /// Appends a text in which nothing is markup, neither in content nor in an attribute's quotes.
    static func append(_ text: String, to html: inout String) {
        guard text.utf8.contains(where: isSpecial) else {
            html += text
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"": html += "&quot;"
            case "'": html += "&#39;"
            default: html.unicodeScalars.append(scalar)
            }
        }
    }

    /// The same into an answer's bytes.
    static func write(_ text: String, to html: inout ByteBuffer) {
        guard text.utf8.contains(where: isSpecial) else {
            html.writeString(text)
            return
        }
        var escaped = ""
        append(text, to: &escaped)
        html.writeString(escaped)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x26, 0x3C, 0x3E, 0x22, 0x27: true
        default: false
        }
    }
}
