/// A short text as letters and repetitions of what stood before (RFC 1951, 3.2.3), found quickly.
final class TextTokens {
    /// Bytes that a text may have.
    static let most = 16_384
    private static let bits = 12
    /// Shorter repetitions are left.
    private static let least = 4
    private static let nowhere = [UInt16](repeating: 0, count: 1 << bits)

    /// Where four bytes stood last, one counted on, by what they come to; 0 where none did.
    private(set) var places = nowhere
    private var tokens = [UInt32](repeating: 0, count: most)
    private var count = 0

    /// In their order: a letter, or the length of a repetition above its distance.
    var all: ArraySlice<UInt32> { tokens[..<count] }

    /// nil for a repetition.
    @inline(__always)
    static func letter(of token: UInt32) -> Int? { token < 256 ? Int(token) : nil }
    @inline(__always)
    static func length(of token: UInt32) -> Int { Int(token >> 16) }
    @inline(__always)
    static func distance(of token: UInt32) -> Int { Int(token & 0xFFFF) }

    /// Finds a text's tokens.
    /// - Parameters:
    ///   - text: of at most ``most`` bytes.
    ///   - start: from where on its tokens are wanted.
    ///   - known: ``places`` when what stands before was read.
    func read(_ text: [UInt8], from start: Int = 0, knowing known: [UInt16] = nowhere) {
        precondition(text.count <= Self.most && known.count == 1 << Self.bits, "a text that is too long")
        places.withUnsafeMutableBufferPointer { places in
            _ = places.update(fromContentsOf: known)
            tokens.withUnsafeMutableBufferPointer { tokens in
                text.withUnsafeBytes { count = Self.read($0, from: start, places, into: tokens) }
            }
        }
    }

    /// - Returns: how many there are.
    private static func read(
        _ text: UnsafeRawBufferPointer, from start: Int, _ places: UnsafeMutableBufferPointer<UInt16>,
        into tokens: UnsafeMutableBufferPointer<UInt32>
    ) -> Int {
        var (place, count) = (start, 0)
        let last = text.count - least
        while place <= last {
            guard let earlier = enter(place, text, places) else {
                tokens[count] = UInt32(text[place])
                count += 1
                place += 1
                continue
            }
            let length = length(text, earlier, place)
            tokens[count] = UInt32(length) << 16 | UInt32(place - earlier)
            count += 1
            // Of a long one, what follows its beginning is not looked for again.
            for inner in place + 1..<max(place + 1, min(place + min(length, 24), last + 1)) {
                _ = enter(inner, text, places)
            }
            place += length
        }
        while place < text.count {
            tokens[count] = UInt32(text[place])
            count += 1
            place += 1
        }
        return count
    }

    /// - Returns: where the same four bytes stood before.
    @inline(__always)
    private static func enter(
        _ place: Int, _ text: UnsafeRawBufferPointer, _ places: UnsafeMutableBufferPointer<UInt16>
    ) -> Int? {
        let four = text.loadUnaligned(fromByteOffset: place, as: UInt32.self).littleEndian
        let slot = Int((four &* 0x9E37_79B1) &>> UInt32(32 - bits))
        let earlier = Int(places[slot]) - 1
        places[slot] = UInt16(truncatingIfNeeded: place + 1)
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
