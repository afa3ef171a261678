internal import CZlib

/// The zlib format (RFC 1950), as `/FlateDecode` has it.
public enum Deflate {
    /// What a stream of ours may unpack to; more is no page of a certificate.
    public static let most = 64 << 20

    public static func packed(_ bytes: [UInt8]) throws(PDFProblem) -> [UInt8] {
        try Deflater(.usual).packed(bytes)
    }

    public static func unpacked(_ bytes: [UInt8], atMost most: Int = most) throws(PDFProblem) -> [UInt8] {
        var capacity = min(most, max(1024, bytes.count * 8))
        while capacity <= most {
            var count = uLong(capacity)
            var result: Int32 = Z_OK
            let unpacked = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, written in
                result = uncompress(buffer.baseAddress, &count, bytes, uLong(bytes.count))
                written = result == Z_OK ? Int(count) : 0
            }
            if result == Z_OK { return unpacked }
            guard result == Z_BUF_ERROR else { throw .compression("zlib \(result)") }
            guard capacity < most else { break }
            capacity = min(most, capacity * 4)
        }
        throw .compression("more than \(most) bytes, or cut off")
    }
}
