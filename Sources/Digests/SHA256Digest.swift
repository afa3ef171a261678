internal import CCrypto

/// The SHA-256 (FIPS 180-4) of some bytes: 32 bytes, printed as 64 hexadecimal digits in lower case.
///
/// Digests compare in the order of their bytes, which is also the order of their print.
public struct SHA256Digest: Sendable, Hashable, Comparable {
    public static let count = 32

    // Big-endian words instead of an array: no allocation for each digest, and the order of words is the order of bytes.
    private let word0: UInt64
    private let word1: UInt64
    private let word2: UInt64
    private let word3: UInt64

    /// Hashes bytes that lie in memory; for a stream see ``SHA256Hasher``.
    public init(of bytes: [UInt8]) {
        self = bytes.withUnsafeBytes { Self(of: $0) }
    }

    /// Hashes the UTF-8 of a text.
    public init(of text: String) {
        var text = text
        self = text.withUTF8 { Self(of: UnsafeRawBufferPointer($0)) }
    }

    public init(of bytes: UnsafeRawBufferPointer) {
        var hasher = SHA256Hasher()
        hasher.update(bytes)
        self = hasher.finish()
    }

    /// Takes a digest that was computed before.
    ///
    /// Fails unless there are exactly 32 bytes.
    public init?(bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count == Self.count else { return nil }
        self = bytes.withUnsafeBytes { Self(reading: $0) }
    }

    /// - Parameter bytes: 32 of them.
    init(reading bytes: UnsafeRawBufferPointer) {
        func word(_ index: Int) -> UInt64 {
            UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
        }
        word0 = word(0)
        word1 = word(1)
        word2 = word(2)
        word3 = word(3)
    }

    /// Reads 64 hexadecimal digits of either case; anything else fails.
    public init?(hex text: some StringProtocol) {
        guard let bytes = Hexadecimal.bytes(text) else { return nil }
        self.init(bytes: bytes)
    }

    public var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Self.count) { buffer, count in
            write(to: UnsafeMutableRawBufferPointer(buffer))
            count = Self.count
        }
    }

    /// The first eight bytes, as a number: enough to tell a few million digests apart, and not enough to trust.
    public var lead: UInt64 { word0 }

    /// Writes the digest's bytes where there is room for them.
    public func write(to buffer: UnsafeMutableRawBufferPointer) {
        for (index, word) in [word0.bigEndian, word1.bigEndian, word2.bigEndian, word3.bigEndian].enumerated() {
            buffer.storeBytes(of: word, toByteOffset: index * 8, as: UInt64.self)
        }
    }

    public var hex: String { Hexadecimal.text(bytes) }

    public static func < (left: Self, right: Self) -> Bool {
        (left.word0, left.word1, left.word2, left.word3) < (right.word0, right.word1, right.word2, right.word3)
    }
}

extension SHA256Digest: CustomStringConvertible {
    public var description: String { hex }
}
