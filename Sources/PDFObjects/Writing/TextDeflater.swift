internal import CDeflate

/// Packs short texts (RFC 1950), each as one block with a code of its own.
///
/// libdeflate clears 128 KB before each stream, which takes longer than packing a kilobyte, and its tables push all else
/// out of the nearest memory.
final class TextDeflater {
    private let tokens = TextTokens()
    private let literals = TokenCode(count: DeflateSymbol.count)
    private let distances = TokenCode(count: DeflateSymbol.distances)
    private let head = CodeHead()
    /// The code that every reader knows (RFC 1951, 3.2.6).
    private let knownLiterals = TokenCode(count: 288)
    private let knownDistances = TokenCode(count: 32)

    init() {
        for symbol in 0..<288 {
            knownLiterals.weights[symbol] = symbol < 144 ? 2 : symbol < 256 ? 1 : symbol < 280 ? 4 : 2
        }
        for symbol in 0..<32 { knownDistances.weights[symbol] = 1 }
        knownLiterals.make()
        knownDistances.make()
    }

    /// nil for a text that is too long.
    func packed(_ text: [UInt8]) -> [UInt8]? {
        guard text.count <= TextTokens.most else { return nil }
        makeCodes(of: text)
        return [UInt8](unsafeUninitializedCapacity: room(for: text.count)) { memory, count in
            var writer = block(in: memory, isLast: true)
            writer.fill()
            writer.write(Self.sum(of: text))
            count = writer.count
        }
    }

    /// Packs what others begin with.
    /// - Precondition: it is not too long.
    func beginning(_ text: [UInt8]) -> PackedBeginning {
        makeCodes(of: text)
        var (open, width): (UInt64, UInt64) = (0, 0)
        let bytes = [UInt8](unsafeUninitializedCapacity: room(for: text.count)) { memory, count in
            let writer = block(in: memory, isLast: false)
            (open, width, count) = (writer.open, writer.width, writer.count)
        }
        return PackedBeginning(text: text, bytes: bytes, open: open, width: width, places: tokens.known)
    }

    /// What a text goes on with, by the code that every reader knows; nil for a text that is too long.
    func packed(_ beginning: PackedBeginning, followedBy rest: [UInt8]) -> [UInt8]? {
        let text = beginning.text + rest
        guard text.count <= TextTokens.most else { return nil }
        literals.clear()
        distances.clear()
        text.withUnsafeBytes {
            tokens.read($0, from: beginning.text.count, knowing: beginning.places, literals, distances)
        }
        let bytes = [UInt8](unsafeUninitializedCapacity: room(for: rest.count)) { memory, count in
            var writer = BlockWriter(memory, open: beginning.open, width: beginning.width)
            writer.write(.init(bits: 0b011, count: 3))
            writer = told(by: writer, knownLiterals, knownDistances)
            writer.fill()
            writer.write(Self.sum(of: text))
            count = writer.count
        }
        return beginning.bytes + bytes
    }

    private func makeCodes(of text: [UInt8]) {
        literals.clear()
        distances.clear()
        text.withUnsafeBytes { tokens.read($0, literals, distances) }
        literals.weights[DeflateSymbol.end] = 1
        // A code that is never used (3.2.7).
        if distances.kept == 0 { distances.weights[0] = 1 }
        literals.make()
        distances.make()
    }

    /// Fifteen bits a letter at the most, and 320 lengths of at most fourteen.
    private func room(for count: Int) -> Int { 2 * count + 640 }

    private func block(in memory: UnsafeMutableBufferPointer<UInt8>, isLast: Bool) -> BlockWriter {
        var writer = BlockWriter(memory)
        writer.write(.init(bits: 0xDA78, count: 16))
        writer.write(.init(bits: isLast ? 0b101 : 0b100, count: 3))
        head.tell(literals, distances) { writer.write($0) }
        return told(by: writer, literals, distances)
    }

    // Given away and back, so that the writer stays in registers.
    private func told(
        by writer: consuming BlockWriter, _ literals: TokenCode, _ distances: TokenCode
    ) -> BlockWriter {
        let (literals, distances) = (literals.words, distances.words)
        for token in tokens.all {
            guard token > 0xFF else {
                writer.write(literals[Int(token)])
                continue
            }
            let length = DeflateSymbol(length: TextTokens.length(of: token))
            writer.write(literals[length.number].followed(by: length))
            let distance = DeflateSymbol(distance: TextTokens.distance(of: token))
            writer.write(distances[distance.number].followed(by: distance))
        }
        writer.write(literals[DeflateSymbol.end])
        return writer
    }

    private static func sum(of text: [UInt8]) -> BlockCode.Word {
        .init(bits: libdeflate_adler32(1, text, text.count).byteSwapped, count: 32)
    }
}

/// What many texts begin with, packed once.
package struct PackedBeginning: Sendable {
    let text: [UInt8]
    /// The stream up to the last whole byte, and the bits behind it.
    let bytes: [UInt8]
    let open: UInt64
    let width: UInt64
    /// Where four bytes stood last.
    let places: [UInt16]
}
