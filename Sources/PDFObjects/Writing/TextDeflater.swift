internal import CDeflate

/// Packs short texts (RFC 1950), each as one block by a code that was made before.
///
/// libdeflate clears 128 KB before each stream, which takes longer than packing a kilobyte, and its tables push all else
/// out of the nearest memory.
final class TextDeflater {
    private let tokens = TextTokens()

    /// nil for a text that is too long.
    func packed(_ text: [UInt8], by code: TextCode) -> [UInt8]? {
        guard text.count <= TextTokens.most else { return nil }
        tokens.read(text)
        return [UInt8](unsafeUninitializedCapacity: Self.room(for: text.count)) { memory, count in
            let writer = told(by: Self.opened(BlockWriter(memory), code), code)
            count = Self.ended(writer, code, text)
        }
    }

    /// Packs what others begin with.
    /// - Precondition: it is not too long.
    func beginning(_ text: [UInt8]) -> PackedBeginning {
        let code = TextCode(samples: [text])
        tokens.read(text)
        var (open, width): (UInt64, UInt64) = (0, 0)
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.room(for: text.count)) { memory, count in
            let writer = told(by: Self.opened(BlockWriter(memory), code), code)
            (open, width, count) = (writer.open, writer.width, writer.count)
        }
        return PackedBeginning(
            text: text, code: code, bytes: bytes, open: open, width: width, places: tokens.places)
    }

    /// What a text goes on with, in the same block; nil for a text that is too long.
    func packed(_ beginning: PackedBeginning, followedBy rest: [UInt8]) -> [UInt8]? {
        let text = beginning.text + rest
        guard text.count <= TextTokens.most else { return nil }
        tokens.read(text, from: beginning.text.count, knowing: beginning.places)
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.room(for: rest.count)) { memory, count in
            let writer = BlockWriter(memory, open: beginning.open, width: beginning.width)
            count = Self.ended(told(by: writer, beginning.code), beginning.code, text)
        }
        return beginning.bytes + bytes
    }

    /// No word has more than 28 bits, and none stands for less than a letter.
    private static func room(for count: Int) -> Int { 4 * count + 2048 }

    private static func opened(_ writer: consuming BlockWriter, _ code: TextCode) -> BlockWriter {
        writer.write(.init(bits: 0xDA78, count: 16))
        writer.write(.init(bits: 0b101, count: 3))
        for word in code.head { writer.write(word) }
        return writer
    }

    private static func ended(_ writer: consuming BlockWriter, _ code: TextCode, _ text: [UInt8]) -> Int {
        writer.write(code.literals[DeflateSymbol.end])
        writer.fill()
        writer.write(.init(bits: libdeflate_adler32(1, text, text.count).byteSwapped, count: 32))
        return writer.count
    }

    // Given away and back, so that the writer stays in registers.
    private func told(by writer: consuming BlockWriter, _ code: TextCode) -> BlockWriter {
        for token in tokens.all {
            if let letter = TextTokens.letter(of: token) {
                writer.write(code.literals[letter])
            } else {
                let length = DeflateSymbol(length: TextTokens.length(of: token))
                writer.write(code.literals[length.number].followed(by: length))
                let distance = DeflateSymbol(distance: TextTokens.distance(of: token))
                writer.write(code.distances[distance.number].followed(by: distance))
            }
        }
        return writer
    }
}

/// What many texts begin with, packed once by a code of its own.
package struct PackedBeginning: Sendable {
    let text: [UInt8]
    let code: TextCode
    /// The stream up to the last whole byte, and the bits behind it.
    let bytes: [UInt8]
    let open: UInt64
    let width: UInt64
    /// Where four bytes stood last.
    let places: [UInt16]
}
