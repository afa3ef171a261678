internal import CZlib

/// Packs one stream after the other at zlib's quickest level, in memory that is taken once.
///
/// Used by one thread at a time. The same bytes are packed the same, whatever was packed before.
package final class Deflater {
    private let stream: UnsafeMutablePointer<z_stream>

    package init() throws(PDFProblem) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let result = deflateInit_(stream, 1, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard result == Z_OK else { throw .compression("zlib \(result)") }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    package func packed(_ bytes: [UInt8]) throws(PDFProblem) -> [UInt8] {
        deflateReset(stream)
        var result: Int32 = Z_STREAM_END
        let bound = Int(deflateBound(stream, uLong(bytes.count)))
        let packed = bytes.withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: bound) { buffer, written in
                // zlib reads it only.
                stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.pointee.avail_in = UInt32(bytes.count)
                stream.pointee.next_out = buffer.baseAddress
                stream.pointee.avail_out = UInt32(bound)
                result = deflate(stream, Z_FINISH)
                written = bound - Int(stream.pointee.avail_out)
            }
        }
        guard result == Z_STREAM_END else { throw .compression("zlib \(result)") }
        return packed
    }
}
