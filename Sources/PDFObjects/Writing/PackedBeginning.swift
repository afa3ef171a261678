internal import CDeflate
internal import CZlib

/// The beginning of many packed streams, packed once: to a byte's end, so that any block can follow.
package struct PackedBeginning: Sendable {
    let bytes: [UInt8]
    /// Of what it unpacks to (RFC 1950, 2.2).
    let sum: UInt32

    package init(of content: [UInt8]) throws(PDFProblem) {
        var stream = z_stream()
        guard deflateInit_(&stream, Z_BEST_COMPRESSION, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { throw .compression("zlib has no memory") }
        defer { deflateEnd(&stream) }
        var content = content
        let room = content.count + 64
        var isWhole = false
        bytes = content.withUnsafeMutableBufferPointer { content in
            stream.next_in = content.baseAddress
            stream.avail_in = UInt32(content.count)
            return [UInt8](unsafeUninitializedCapacity: room) { buffer, written in
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(room)
                isWhole = deflate(&stream, Z_SYNC_FLUSH) == Z_OK && stream.avail_in == 0 && stream.avail_out > 0
                written = room - Int(stream.avail_out)
            }
        }
        guard isWhole else { throw .compression("zlib") }
        sum = libdeflate_adler32(1, content, content.count)
    }
}
