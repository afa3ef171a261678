/// A page that was rendered once with marks in place of values, and is then only put together.
struct CompiledPage: Sendable {
    private let pieces: [Piece]
    private let tail: String

    private struct Piece: Sendable {
        let literal: String
        let slot: Int
    }

    /// Two private-use characters around the slot's number; HTML escaping leaves them as they are.
    static func mark(_ slot: Int) -> String { "\u{E000}\(slot)\u{E001}" }

    init(html: String) {
        var pieces: [Piece] = []
        var rest = html[...]
        while let start = rest.firstIndex(of: "\u{E000}"), let end = rest[start...].firstIndex(of: "\u{E001}"),
            let slot = Int(rest[rest.index(after: start)..<end])
        {
            pieces.append(Piece(literal: String(rest[..<start]), slot: slot))
            rest = rest[rest.index(after: end)...]
        }
        self.pieces = pieces
        tail = String(rest)
    }

    /// The page with its values, escaped as the template engine escapes them.
    func filled(_ values: [String]) -> String {
        var html = ""
        html.reserveCapacity(8192)
        for piece in pieces {
            html += piece.literal
            HTMLText.append(values[piece.slot], to: &html)
        }
        html += tail
        return html
    }
}
