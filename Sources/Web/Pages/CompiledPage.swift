import NIOCore

/// A page that was rendered once with marks in place of values, and is then only put together.
struct CompiledPage: Sendable {
    private let pieces: [Piece]
    private let tail: [UInt8]
    /// Bytes of all that never changes.
    private let length: Int

    private struct Piece: Sendable {
        let literal: [UInt8]
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
            pieces.append(Piece(literal: Array(rest[..<start].utf8), slot: slot))
            rest = rest[rest.index(after: end)...]
        }
        self.pieces = pieces
        tail = Array(rest.utf8)
        length = pieces.reduce(tail.count) { $0 + $1.literal.count }
    }

    /// The page with its values, escaped as the template engine escapes them.
    /// - Parameter value: the text of a slot; asked for each place where it stands.
    func filled(_ value: (Int) -> String) -> ByteBuffer {
        var html = ByteBuffer()
        html.reserveCapacity(length + 2048)
        for piece in pieces {
            html.writeBytes(piece.literal)
            HTMLText.write(value(piece.slot), to: &html)
        }
        html.writeBytes(tail)
        return html
    }
}
