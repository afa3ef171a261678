import PDFObjects

/// A small tagged PDF file as Cairo cuts one: a page with a heading, a figure within which a link lies, and decoration.
enum SmallPDF {
    static let content = """
        q
        /NonStruct << /MCID 0 >> BDC
        0 0 10 10 re f
        EMC
        BT /H1 << /MCID 1 >> BDC
        (A \\(title\\) with /NonStruct << /MCID 9 >> BDC in it)Tj
        EMC
        /Link << /MCID 2 >> BDC
        1 1 2 2 re f
        EMC
        Q
        """

    /// - Parameter content: of the page, before it is packed.
    static func bytes(content: String = content) throws -> [UInt8] {
        let packed = try Deflate.packed(Array(content.utf8))
        return file([
            "<< /Type /Pages /Kids [ 2 0 R ] /Count 1 >>",
            "<< /Type /Page % 1\n /Parent 1 0 R /MediaBox [ 0 0 100 50.5 ] /Contents 3 0 R /Annots [ 5 0 R ] >>",
            .stream(packed, head: "<< /Length 4 0 R /Filter /FlateDecode >>"),
            "\(packed.count)",
            "<< /Type /Annot /Subtype /Link /StructParent 0 /Rect [0 0 1 1] >>",
            "<< /Type /StructTreeRoot /ParentTree 7 0 R /K [ 8 0 R ] >>",
            "<< /Nums [ 0 12 0 R 1 13 0 R ] >>",
            "<< /Type /StructElem /S /Document /P 6 0 R /K [ 9 0 R 10 0 R 11 0 R ] >>",
            "<< /Type /StructElem /S /NonStruct /P 8 0 R /Pg 2 0 R /K 0 >>",
            "<< /Type /StructElem /S /H1 /P 8 0 R /Pg 2 0 R /K 1 >>",
            "<< /Type /StructElem /S /Figure /P 8 0 R /K 12 0 R >>",
            "<< /Type /StructElem /S /Link /P 11 0 R /Pg 2 0 R /K [ << /Type /OBJR /Obj 5 0 R >> 2 ] >>",
            "[ 9 0 R 10 0 R 12 0 R ]",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Small >>",
            "<< /Type /Catalog /Pages 1 0 R /StructTreeRoot 6 0 R /MarkInfo << /Marked true >> /Font 14 0 R >>",
            "<< /Producer (nobody refers to this) >>",
        ])
    }

    private static func file(_ objects: [SmallObject]) -> [UInt8] {
        var bytes = Array("%PDF-1.5\n".utf8)
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(bytes.count)
            bytes += Array("\(index + 1) 0 obj\n".utf8) + object.bytes + Array("\nendobj\n".utf8)
        }
        let table = bytes.count
        bytes += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
        for offset in offsets {
            let digits = String(offset)
            bytes += Array((String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8)
        }
        return bytes
            + Array("trailer\n<< /Size \(objects.count + 1) /Root 15 0 R >>\nstartxref\n\(table)\n%%EOF\n".utf8)
    }
}

/// An object of the file: its text, or a stream behind it.
private enum SmallObject: ExpressibleByStringInterpolation {
    case text(String)
    case stream([UInt8], head: String)

    init(stringLiteral value: String) { self = .text(value) }

    var bytes: [UInt8] {
        switch self {
        case .text(let text): Array(text.utf8)
        case .stream(let content, let head):
            Array("\(head)\nstream\n".utf8) + content + Array("\nendstream".utf8)
        }
    }
}
