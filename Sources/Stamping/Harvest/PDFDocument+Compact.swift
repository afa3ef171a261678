internal import FontPrograms
internal import PDFObjects

extension PDFDocument {
    /// Makes small what each of a course's certificates has in it: outlines of letters and lines of drawings.
    mutating func makeCompact() throws(PDFProblem) {
        let deflater = try Deflater(.utmost)
        for (number, object) in objects {
            guard let stream = object.stream, object.dictionary["Filter"] == .name("FlateDecode") else { continue }
            let content = try Deflate.unpacked(stream)
            let compact: [UInt8]? =
                switch object.dictionary["Subtype"] {
                // What is keyed otherwise, as fonts of other scripts are, stays as Cairo made it.
                case .name("Type1C"): try? CompactCFF(content).bytes
                case .name("Form"): DrawingContent(content, object.precision(packed: stream.count))?.bytes
                default: nil
                }
            objects[number]?.stream = try deflater.packed(compact ?? content)
        }
        leaveOutTexts()
    }

    /// Letters by WinAnsiEncoding have their text from it (ISO 19005-3, 6.2.11.7.2), and need no table of their own.
    private mutating func leaveOutTexts() {
        for (number, object) in objects where object.dictionary["Encoding"] == .name("WinAnsiEncoding") {
            objects[number]?.dictionary["ToUnicode"] = nil
        }
    }
}

extension PDFObject {
    /// Of a drawing that takes some bytes.
    fileprivate func precision(packed count: Int) -> DrawingContent.Precision {
        // Small ones have little to gain; the petals, which are turned into rosettes, are such.
        if count <= 1024 { return .exact }
        // Drawings of less than half an inch are what patterns are laid of.
        let sides = dictionary["BBox"]?.array?.suffix(2).map { $0.integer ?? 0 } ?? []
        return sides.allSatisfy { $0 < 36 } ? .fine : .coarse
    }
}
