/// The codes of a block of a packed stream, with the words that tell a reader which they are (RFC 1951, 3.2.7): made
/// once for contents of which is known beforehand how they repeat themselves.
package struct BlockCode: Sendable {
    /// Bits as they go into the stream, the first one lowest; at most 32.
    struct Word: Sendable {
        let bits: UInt32
        let count: UInt8
    }

    /// By token: bytes, from ``repetition`` on as many as are repeated from the one distance, and phrases.
    let words: [Word]
    /// Behind the three bits that every block begins with: the codes themselves.
    let head: [Word]
    let end: Word

    /// Above it stands how many bytes are repeated.
    package static let repetition: UInt16 = 256
    /// The first of the phrases.
    package static let phrase = repetition + UInt16(lengths.upperBound) + 1
    /// As many as a repetition may have.
    package static let lengths = 3...18
    package static let symbols = DeflateSymbol.count

    /// - Parameters:
    ///   - weights: how often literals and lengths come, by symbol; 256, the end, comes once in any case.
    ///   - distance: the only one that repetitions have.
    ///   - phrases: tokens that come one behind the other, so that they are told as one: of at most 32 bits.
    package init(weights: [Int], distance: Int, phrases: [[UInt16]] = []) {
        var weights = weights + [Int](repeating: 0, count: Self.symbols - weights.count)
        weights[DeflateSymbol.end] = 1
        let code = HuffmanCode(weights: weights)
        let place = DeflateSymbol(distance: distance)
        // One code of one bit (3.2.7): half of what it could tell is never used.
        let distances = HuffmanCode(weights: (0...place.number).map { $0 == place.number ? 1 : 0 })
        let back = distances.words[place.number].followed(by: place)
        var words = code.words[..<256] + [Word](repeating: .init(bits: 0, count: 0), count: Self.lengths.lowerBound)
        for count in Self.lengths {
            let length = DeflateSymbol(length: count)
            words.append(code.words[length.number].followed(by: length).followed(by: back))
        }
        for phrase in phrases {
            words.append(phrase.reduce(Word(bits: 0, count: 0)) { $0.followed(by: words[Int($1)]) })
        }
        self.words = Array(words)
        end = code.words[DeflateSymbol.end]
        head = HuffmanCode.head(code, distances)
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

    /// - Precondition: both together have at most 32 bits.
    @inline(__always)
    func followed(by other: BlockCode.Word) -> BlockCode.Word {
        BlockCode.Word(bits: bits | other.bits &<< UInt32(count), count: count &+ other.count)
    }
}
