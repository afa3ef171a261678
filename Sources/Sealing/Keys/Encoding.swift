internal import CCrypto

/// What libcrypto writes into memory of its own.
enum Encoding {
    static func bytes(_ encode: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>) -> Int32) -> [UInt8] {
        var output: UnsafeMutablePointer<UInt8>?
        let count = encode(&output)
        defer { CRYPTO_free(output, #file, #line) }
        guard count > 0, let output else { return [] }
        return Array(UnsafeBufferPointer(start: output, count: Int(count)))
    }
}
