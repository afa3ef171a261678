/// The codes of a block of a packed stream, with the words that tell a reader which they are (RFC 1951, 3.2.7): made
/// once for contents of which is known beforehand how they repeat themselves.
package struct BlockCode: Sendable {
    /// Bits as they go into the stream, the first one lowest; at most 32.
    struct Word: Sendable {
        let bits: UInt32
        let count: UInt8
    }

    /// By token: bytes, and from ``repetition`` on as many as are repeated from the one distance.
    let words: [Word]
    /// Behind the three bits that every block begins with: the codes themselves.
    let head: [Word]
    let end: Word

    /// Above it stands how many bytes are repeated.
    package static let repetition: UInt16 = 256
    /// As many as a repetition may have.
    package static let lengths = 3...18
    package static let symbols = DeflateSymbol.count

    /// - Parameters:
    ///   - weights: how often literals and lengths come, by symbol; 256, the end, comes once in any case.
    ///   - distance: the only one that repetitions have.
    package init(weights: [Int], distance: Int) {
        let code = TokenCode(count: DeflateSymbol.count)
        for (symbol, weight) in weights.enumerated() { code.weights[symbol] = UInt32(weight) }
        code.weights[DeflateSymbol.end] = 1
        code.make()
        let place = DeflateSymbol(distance: distance)
        // One code of one bit (3.2.7): half of what it could tell is never used.
        let distances = TokenCode(count: DeflateSymbol.distances)
        distances.weights[place.number] = 1
        distances.make()
        let back = distances.words[place.number].followed(by: place)
        var words =
            Array(code.words[..<256]) + [Word](repeating: .init(bits: 0, count: 0), count: Self.lengths.lowerBound)
        for count in Self.lengths {
            let length = DeflateSymbol(length: count)
            words.append(code.words[length.number].followed(by: length).followed(by: back))
        }
        self.words = words
        end = code.words[DeflateSymbol.end]
        var head: [Word] = []
        CodeHead().tell(code, distances) { head.append($0) }
        self.head = head
    }
}

extension BlockCode.Word {
    /// With what stands behind the symbol that it is for.
    @inline(__always)
    func followed(by symbol: DeflateSymbol) -> BlockCode.Word {
        followed(
            by: .init(
                bits: UInt32(truncatingIfNeeded: symbol.extra), count: UInt8(truncatingIfNeeded: symbol.extraBits)))
    }

    @inline(__always)
    fileprivate func followed(by other: BlockCode.Word) -> BlockCode.Word {
        BlockCode.Word(bits: bits | other.bits &<< UInt32(count), count: count &+ other.count)
    }
}
