/// What goes out and what comes back in one transfer; libcurl's callbacks write into it.
struct Conversation {
    private let letter: [UInt8]
    private(set) var sent = 0
    private var replies: [UInt8] = []

    init(letter: [UInt8] = []) { self.letter = letter }

    /// Gives the next bytes of the letter.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, letter.count - sent)
        buffer.copyBytes(from: letter[sent..<sent + count])
        sent += count
        return count
    }

    /// Takes a line of the server; a server that talks without end is not listened to.
    mutating func hear(_ line: UnsafeRawBufferPointer) {
        if replies.count < 16_384 { replies += line }
    }

    /// The last line of the server, with its code; empty when it has said nothing.
    ///
    /// A goodbye does not count.
    var lastReply: String { lines.last { !$0.hasPrefix("221") } ?? "" }

    /// Whether the server has taken at least the sender of this letter.
    ///
    /// Every 250 answers a part of the letter, but those that follow a 220, which answer EHLO.
    var hasBegun: Bool {
        sent > 0 || lines.count { $0.hasPrefix("250 ") } > lines.count { $0.hasPrefix("220 ") }
    }

    private var lines: [String] {
        replies.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
            .map { OneLine.of(String(decoding: $0, as: UTF8.self)) }
    }

    var lastCode: Int? {
        let digits = lastReply.prefix(3)
        guard digits.count == 3, let code = Int(digits), (200..<600).contains(code) else { return nil }
        return code
    }
}
