/// A short text as letters and repetitions of what stood before (RFC 1951, 3.2.3), found quickly.
final class TextTokens {
    /// Bytes that a text may have.
    static let most = 16_384
    private static let bits = 12
    /// Shorter repetitions are left.
    private static let least = 4

    /// Where four bytes stood last, one counted on, by what they come to; 0 where none did.
    private let places: UnsafeMutableBufferPointer<UInt16>
    private let tokens: UnsafeMutableBufferPointer<UInt32>
    private var count = 0

    init() {
        places = .allocate(capacity: 1 << Self.bits)
        tokens = .allocate(capacity: Self.most)
        places.initialize(repeating: 0)
        tokens.initialize(repeating: 0)
    }

    deinit {
        places.deallocate()
        tokens.deallocate()
    }

    /// In their order: a letter, or the length of a repetition above its distance.
    var all: UnsafeMutableBufferPointer<UInt32>.SubSequence { tokens[..<count] }

    static func length(of token: UInt32) -> Int { Int(token >> 16) }
    static func distance(of token: UInt32) -> Int { Int(token & 0xFFFF) }

    /// Where four bytes stood last in the text that was read.
    var known: [UInt16] { Array(places) }

    /// Finds a text's tokens, and counts their symbols.
    /// - Parameters:
    ///   - text: of at most ``most`` bytes.
    ///   - start: from where on its tokens are wanted.
    ///   - known: of the text before.
    func read(
        _ text: UnsafeRawBufferPointer, from start: Int = 0, knowing known: [UInt16]? = nil, _ literals: TokenCode,
        _ distances: TokenCode
    ) {
        precondition(text.count <= Self.most, "a text that is too long")
        if let known { _ = places.update(fromContentsOf: known) } else { places.update(repeating: 0) }
        count = 0
        var place = start
        let last = text.count - Self.least
        while place <= last {
            guard let earlier = enter(place, text) else {
                addLetter(text[place], literals)
                place += 1
                continue
            }
            let length = Self.length(text, earlier, place)
            tokens[count] = UInt32(length) << 16 | UInt32(place - earlier)
            count += 1
            literals.weights[DeflateSymbol(length: length).number] += 1
            distances.weights[DeflateSymbol(distance: place - earlier).number] += 1
            // Of a long one, what follows its beginning is not looked for again.
            for inner in place + 1..<max(place + 1, min(place + min(length, 24), last + 1)) { _ = enter(inner, text) }
            place += length
        }
        while place < text.count {
            addLetter(text[place], literals)
            place += 1
        }
    }

    @inline(__always)
    private func addLetter(_ letter: UInt8, _ literals: TokenCode) {
        tokens[count] = UInt32(letter)
        count += 1
        literals.weights[Int(letter)] += 1
    }

    /// - Returns: where the same four bytes stood before.
    @inline(__always)
    private func enter(_ place: Int, _ text: UnsafeRawBufferPointer) -> Int? {
        let four = text.loadUnaligned(fromByteOffset: place, as: UInt32.self).littleEndian
        let slot = Int((four &* 0x9E37_79B1) >> UInt32(32 - Self.bits))
        let earlier = Int(places[slot]) - 1
        places[slot] = UInt16(place + 1)
        guard earlier >= 0, text.loadUnaligned(fromByteOffset: earlier, as: UInt32.self).littleEndian == four else {
            return nil
        }
        return earlier
    }

    @inline(__always)
    private static func length(_ text: UnsafeRawBufferPointer, _ earlier: Int, _ place: Int) -> Int {
        let most = min(DeflateSymbol.lengths.upperBound, text.count - place)
        var length = least
        while length < most, text[earlier + length] == text[place + length] { length += 1 }
        return length
    }
}
