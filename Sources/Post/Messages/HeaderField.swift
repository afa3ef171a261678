/// One header field, folded.
///
/// Whatever its value holds, it stays one field: text is made one line first.
struct HeaderField {
    /// Ends with CRLF; no line has more than 78 columns unless a single word is longer (RFC 5322, 2.1.1).
    let text: String

    /// Words for people, such as a subject.
    static func text(_ name: String, _ value: String) -> HeaderField {
        let line = OneLine.of(value)
        if isPlain(line) { return tokens(name, line.split(separator: " ").map(String.init)) }
        return HeaderField(text: "\(name): \(EncodedWords.encode(line, after: name.utf8.count + 2))\r\n")
    }

    static func address(_ name: String, _ mailbox: MailAddress) -> HeaderField {
        if mailbox.name.isEmpty { return tokens(name, [mailbox.address]) }
        let bracketed = "<\(mailbox.address)>"
        guard isPlain(mailbox.name) else {
            let words = EncodedWords.encode(mailbox.name, after: name.utf8.count + 2)
            return HeaderField(text: "\(name): \(words)\r\n \(bracketed)\r\n")
        }
        return tokens(name, phrase(mailbox.name) + [bracketed])
    }

    /// Words of plain ASCII that may be parted by folds.
    static func tokens(_ name: String, _ words: [String]) -> HeaderField {
        var text = "\(name):"
        var column = text.utf8.count
        for (index, word) in words.enumerated() {
            if index > 0, column + 1 + word.utf8.count > 78 {
                text += "\r\n"
                column = 0
            }
            text += " \(word)"
            column += 1 + word.utf8.count
        }
        return HeaderField(text: text + "\r\n")
    }

    /// Printable ASCII in words of bearable length, with nothing that looks like an encoded word.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
            && text.split(separator: " ").allSatisfy { $0.utf8.count <= 60 }
    }

    /// Bare atoms, or one quoted text.
    private static func phrase(_ name: String) -> [String] {
        let words = name.split(separator: " ").map(String.init)
        if words.allSatisfy({ $0.utf8.allSatisfy(\.isAtom) }) { return words }
        let quoted = name.map { "\"\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
        return "\"\(quoted)\"".split(separator: " ").map(String.init)
    }
}
