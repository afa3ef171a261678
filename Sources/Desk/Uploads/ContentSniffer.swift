import Records

#if canImport(Glibc)
    import Glibc
#endif

/// Tells what a file is by its bytes; neither its name nor the type that a browser claims is asked.
enum ContentSniffer {
    /// More than any camera has, and little enough to be shown.
    static let mostPixels = 80_000_000

    static func kind(of bytes: [UInt8]) throws(FileProblem) -> UploadKind {
        if bytes.isEmpty { throw .empty }
        if bytes.count > OfferedFile.longest { throw .tooLarge }
        if bytes.starts(with: Array("%PDF-".utf8)) { return try pdf(bytes) }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return try picture(.jpeg, JPEGSize.find(in: bytes)) }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            return try picture(.png, pngSize(bytes))
        }
        throw isHEIC(bytes) ? .heic : .notAllowed
    }

    /// An encrypted file names its key's dictionary in the trailer, which is never compressed (ISO 32000-2, 7.6.1).
    private static func pdf(_ bytes: [UInt8]) throws(FileProblem) -> UploadKind {
        let marker = Array("/Encrypt".utf8)
        var start = 0
        while let place = position(of: marker, in: bytes, from: start) {
            start = place + marker.count
            let next = start < bytes.count ? bytes[start] : 0
            // `/EncryptMetadata` is another name.
            if !(65...90).contains(next), !(97...122).contains(next) { throw .encrypted }
        }
        return .pdf
    }

    private static func picture(
        _ kind: UploadKind, _ size: (width: Int, height: Int)?
    ) throws(FileProblem) -> UploadKind {
        guard let size, size.width > 0, size.height > 0 else { throw .damaged }
        if size.width * size.height > mostPixels { throw .tooManyPixels }
        return kind
    }

    /// The first chunk of a PNG file is IHDR (W3C PNG, 11.2.1).
    private static func pngSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        guard bytes.count > 33, Array(bytes[12..<16]) == Array("IHDR".utf8) else { return nil }
        func number(_ start: Int) -> Int { bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
        return (number(16), number(20))
    }

    /// ISO 14496-12: a box `ftyp` with the brand.
    private static func isHEIC(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 12, Array(bytes[4..<8]) == Array("ftyp".utf8) else { return false }
        let brand = String(decoding: bytes[8..<12], as: UTF8.self)
        return ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif"].contains(brand)
    }

    static func position(of needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        bytes.withUnsafeBytes { haystack -> Int? in
            guard let base = haystack.baseAddress, let first = needle.first else { return nil }
            var index = start
            while index + needle.count <= haystack.count {
                let rest = haystack.count - needle.count - index + 1
                guard let found = memchr(base + index, Int32(first), rest) else { return nil }
                index = UnsafeRawPointer(found) - base
                if memcmp(found, needle, needle.count) == 0 { return index }
                index += 1
            }
            return nil
        }
    }
}

/// The size of a JPEG picture, from its frame header (ITU-T T.81, B.2.2).
enum JPEGSize {
    static func find(in bytes: [UInt8]) -> (width: Int, height: Int)? {
        var index = 2
        while index + 9 < bytes.count, bytes[index] == 0xFF {
            let marker = bytes[index + 1]
            if marker == 0xFF {
                index += 1
                continue
            }
            // Frame headers are C0 to CF without the tables C4, C8 and CC.
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                return (number(bytes, index + 7), number(bytes, index + 5))
            }
            if (0xD0...0xD9).contains(marker) { return nil }
            index += 2 + max(2, number(bytes, index + 2))
        }
        return nil
    }

    private static func number(_ bytes: [UInt8], _ start: Int) -> Int { Int(bytes[start]) << 8 | Int(bytes[start + 1]) }
}
