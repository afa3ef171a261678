internal import CDeflate

/// Packs one stream after the other (RFC 1950), in memory that is taken once.
///
/// Used by one thread at a time. The same bytes are packed the same, whatever was packed before.
package final class Deflater {
    private let compressor: OpaquePointer
    private lazy var text = TextDeflater()

    /// How much time is spent on how little room, as libdeflate counts it.
    package enum Effort: Int32, Sendable {
        /// For what is made ten thousand times.
        case quick = 1
        case usual = 6
        /// For what is made once and kept in many files.
        case utmost = 12
    }

    package init(_ effort: Effort) throws(PDFProblem) {
        guard let compressor = libdeflate_alloc_compressor(effort.rawValue) else {
            throw .compression("libdeflate has no memory")
        }
        self.compressor = compressor
    }

    deinit { libdeflate_free_compressor(compressor) }

    package func packed(_ bytes: [UInt8]) throws(PDFProblem) -> [UInt8] {
        let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
        let packed = [UInt8](unsafeUninitializedCapacity: bound) { buffer, written in
            written = libdeflate_zlib_compress(compressor, bytes, bytes.count, buffer.baseAddress, bound)
        }
        // Zero when the room does not do, which the bound rules out.
        guard !packed.isEmpty else { throw .compression("libdeflate") }
        return packed
    }

    /// A short text in the least time.
    package func packed(_ bytes: [UInt8], by code: TextCode) throws(PDFProblem) -> [UInt8] {
        if let packed = text.packed(bytes, by: code) { return packed }
        return try packed(bytes)
    }

    /// A short text that begins as others do.
    package func packed(_ beginning: PackedBeginning, followedBy rest: [UInt8]) throws(PDFProblem) -> [UInt8] {
        if let packed = text.packed(beginning, followedBy: rest) { return packed }
        return try packed(beginning.text + rest)
    }

    /// What texts begin with that are packed one by one.
    package static func beginning(_ text: [UInt8]) -> PackedBeginning { TextDeflater().beginning(text) }
}
