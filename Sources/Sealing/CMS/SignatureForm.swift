internal import Digests

/// All of a key's undated signatures but for the digest and the signature itself, put together once.
struct SignatureForm: Sendable {
    /// What is signed, around the digest.
    private let attributes: Pieces
    /// The whole, around the digest and the signature, by the signature's length.
    private let wholes: [Int: Pieces]

    /// What stands before, between and behind the values of a text.
    private struct Pieces: Sendable {
        let constants: [[UInt8]]

        /// - Parameters:
        ///   - bytes: with marks where values go.
        ///   - marks: in their order; each stands there once.
        init(_ bytes: [UInt8], marks: [[UInt8]]) {
            var constants: [[UInt8]] = []
            var start = 0
            for mark in marks {
                var place = start
                while place < bytes.count, !bytes[place...].starts(with: mark) { place += 1 }
                constants.append(Array(bytes[start..<place]))
                start = min(place + mark.count, bytes.count)
            }
            self.constants = constants + [Array(bytes[start...])]
        }

        func filled(with values: [UInt8]...) -> [UInt8] {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(constants.reduce(0) { $0 + $1.count } + values.reduce(0) { $0 + $1.count })
            for (constant, value) in zip(constants, values) {
                bytes += constant
                bytes += value
            }
            return bytes + (constants.last ?? [])
        }
    }

    /// - Parameter lengths: bytes that the key's signatures may have.
    init(of key: SealingKey, lengths: ClosedRange<Int>) {
        // No certificate and no name has 32 times the same byte.
        let digest = SHA256Digest(bytes: [UInt8](repeating: 0xA5, count: 32)) ?? SHA256Digest(of: [])
        let given = DetachedSignature.attributes(of: digest, key)
        attributes = Pieces(DER.tagged(0x31, given), marks: [digest.bytes])
        var wholes: [Int: Pieces] = [:]
        for length in lengths {
            let signature = [UInt8](repeating: 0x5A, count: length)
            wholes[length] = Pieces(
                DetachedSignature.whole(given, signature, key, nil), marks: [digest.bytes, signature])
        }
        self.wholes = wholes
    }

    /// The bytes that the key signs.
    func toBeSigned(_ digest: SHA256Digest) -> [UInt8] { attributes.filled(with: digest.bytes) }

    /// nil for a signature of a length that was not foreseen.
    func whole(_ digest: SHA256Digest, _ signature: [UInt8]) -> [UInt8]? {
        wholes[signature.count]?.filled(with: digest.bytes, signature)
    }
}
