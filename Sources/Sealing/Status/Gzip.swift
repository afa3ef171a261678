internal import CZlib

/// gzip (RFC 1952), as status lists are packed; without a name or a time, so that equal bytes are packed to equal bytes.
enum Gzip {
    /// 15 bits of window, and 16 for gzip's header instead of zlib's.
    private static let window: Int32 = 15 + 16
    private static let size = Int32(MemoryLayout<z_stream>.size)

    static func packed(_ bytes: [UInt8]) throws(SealingProblem) -> [UInt8] {
        let stream = begin()
        defer { stream.deallocate() }
        guard
            deflateInit2_(stream, 9, Z_DEFLATED, window, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
        else { throw .engine("begin to pack") }
        defer { deflateEnd(stream) }
        return try run(bytes, Int(deflateBound(stream, uLong(bytes.count))), stream, deflate)
    }

    /// - Parameter count: how many bytes there must be; no more are ever unpacked.
    static func unpacked(_ packed: [UInt8], count: Int) throws(SealingProblem) -> [UInt8] {
        let stream = begin()
        defer { stream.deallocate() }
        guard inflateInit2_(stream, window, ZLIB_VERSION, size) == Z_OK else { throw .engine("begin to unpack") }
        defer { inflateEnd(stream) }
        let bytes = try run(packed, count, stream, inflate)
        guard bytes.count == count, stream.pointee.avail_in == 0 else { throw .unreadable("list of that size") }
        return bytes
    }

    /// zlib remembers where its stream is: it may not move.
    private static func begin() -> UnsafeMutablePointer<z_stream> {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        return stream
    }

    private static func run(
        _ input: [UInt8], _ capacity: Int, _ stream: UnsafeMutablePointer<z_stream>,
        _ step: (UnsafeMutablePointer<z_stream>, Int32) -> Int32
    ) throws(SealingProblem) -> [UInt8] {
        var input = input
        var result: Int32 = Z_OK
        let output = input.withUnsafeMutableBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: capacity) { buffer, written in
                stream.pointee.next_in = source.baseAddress
                stream.pointee.avail_in = uInt(source.count)
                stream.pointee.next_out = buffer.baseAddress
                stream.pointee.avail_out = uInt(buffer.count)
                result = step(stream, Z_FINISH)
                written = buffer.count - Int(stream.pointee.avail_out)
            }
        }
        guard result == Z_STREAM_END else { throw .unreadable("packed list") }
        return output
    }
}
