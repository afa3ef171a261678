internal import CZlib

/// The zlib format (RFC 1950), as `/FlateDecode` has it.
public enum Deflate {
    /// What a stream of ours may unpack to; more is no page of a certificate.
    public static let most = 64 << 20

    public static func packed(_ bytes: [UInt8]) throws(PDFProblem) -> [UInt8] {
        var count = compressBound(uLong(bytes.count))
        var result: Int32 = Z_OK
        let packed = [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, written in
            result = compress2(buffer.baseAddress, &count, bytes, uLong(bytes.count), 6)
            written = result == Z_OK ? Int(count) : 0
        }
        guard result == Z_OK else { throw .compression("zlib \(result)") }
        return packed
    }

    public static func unpacked(_ bytes: [UInt8]) throws(PDFProblem) -> [UInt8] {
        var capacity = max(1024, bytes.count * 8)
        while capacity <= most {
            var count = uLong(capacity)
            var result: Int32 = Z_OK
            let unpacked = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, written in
                result = uncompress(buffer.baseAddress, &count, bytes, uLong(bytes.count))
                written = result == Z_OK ? Int(count) : 0
            }
            if result == Z_OK { return unpacked }
            guard result == Z_BUF_ERROR else { throw .compression("zlib \(result)") }
            capacity *= 4
        }
        throw .compression("more than \(most) bytes, or cut off")
    }

    /// The gzip format (RFC 1952), as status lists have it.
    /// - Parameter most: bytes that it may unpack to.
    public static func unzipped(_ bytes: [UInt8], most: Int) throws(PDFProblem) -> [UInt8] {
        var stream = z_stream()
        // 16 more than the largest window asks for gzip's head and tail.
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .compression("zlib cannot begin")
        }
        defer { inflateEnd(&stream) }
        var input = bytes
        var result: Int32 = Z_OK
        let unpacked = [UInt8](unsafeUninitializedCapacity: most) { buffer, written in
            input.withUnsafeMutableBufferPointer { source in
                stream.next_in = source.baseAddress
                stream.avail_in = uInt(source.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = uInt(most)
                result = inflate(&stream, Z_FINISH)
            }
            written = result == Z_STREAM_END ? most - Int(stream.avail_out) : 0
        }
        guard result == Z_STREAM_END, stream.avail_in == 0 else { throw .compression("zlib \(result)") }
        return unpacked
    }
}
