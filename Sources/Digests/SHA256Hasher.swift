internal import CCrypto

/// Hashes a stream piece by piece, in constant memory.
public struct SHA256Hasher: ~Copyable {
    private var context = SHA256_CTX()

    public init() { SHA256_Init(&context) }

    /// Goes on behind what was hashed before.
    public init(after state: SHA256Midstate) {
        self.init()
        context.h = state.words
        context.Nl = UInt32(truncatingIfNeeded: state.count << 3)
        context.Nh = UInt32(truncatingIfNeeded: state.count >> 29)
    }

    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        SHA256_Update(&context, bytes.baseAddress, bytes.count)
    }

    public mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// The state so far; nil unless a whole number of blocks of 64 bytes was hashed.
    public func midstate() -> SHA256Midstate? {
        guard context.num == 0 else { return nil }
        return SHA256Midstate(words: context.h, count: Int(context.Nh) << 29 | Int(context.Nl >> 3))
    }

    /// Gives the digest; the hasher cannot be used afterwards.
    public consuming func finish() -> SHA256Digest {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: SHA256Digest.count) { bytes in
            SHA256_Final(bytes.baseAddress, &context)
            return SHA256Digest(reading: UnsafeRawBufferPointer(bytes))
        }
    }
}

/// What hashing has come to at the end of a block: hashes of all that begins with the same bytes go on from there.
public struct SHA256Midstate: Sendable, Hashable {
    typealias Words = (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)

    let words: Words
    /// Bytes that were hashed.
    public let count: Int

    public static func == (one: Self, other: Self) -> Bool {
        one.count == other.count && one.list == other.list
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }

    private var list: [UInt32] {
        [words.0, words.1, words.2, words.3, words.4, words.5, words.6, words.7]
    }
}
