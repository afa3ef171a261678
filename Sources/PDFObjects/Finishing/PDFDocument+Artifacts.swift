extension PDFDocument {
    /// Makes artifacts of what was drawn as `NonStruct`, which is how Cairo 1.16, that has no artifacts, is told what is
    /// decoration: in the pages' content, in the tree of structure, and in the table that leads from one to the other.
    mutating func markArtifacts() throws(PDFProblem) {
        let decoration = Set(objects.keys.filter { isDecoration($0) })
        guard !decoration.isEmpty else { return }
        for number in pages {
            guard let content = objects[number]?.dictionary["Contents"]?.reference else { continue }
            try markArtifacts(inContent: content)
        }
        for (number, object) in objects {
            switch object.value {
            // The table from marked content to the tree: an artifact has no place in the tree.
            case .array(let values) where values.contains(where: { $0.reference.map(decoration.contains) ?? false }):
                objects[number]?.value = .array(values.map { decoration.contains($0.reference ?? -1) ? .null : $0 })
            case .dictionary(var dictionary) where dictionary["Type"] == .name("StructElem"):
                guard let kids = dictionary["K"]?.array else { continue }
                dictionary["K"] = .array(kids.filter { !decoration.contains($0.reference ?? -1) })
                objects[number]?.value = .dictionary(dictionary)
            default: continue
            }
        }
        for number in decoration { objects[number] = nil }
    }

    /// The pages' object numbers, in their order.
    package var pages: [Int] {
        guard let root, let tree = objects[root]?.dictionary["Pages"]?.reference else { return [] }
        return pages(below: tree, depth: 0)
    }

    private func pages(below number: Int, depth: Int) -> [Int] {
        guard depth < 16, let node = objects[number]?.dictionary else { return [] }
        guard let kids = node["Kids"]?.array else { return [number] }
        return kids.compactMap(\.reference).flatMap { pages(below: $0, depth: depth + 1) }
    }

    private func isDecoration(_ number: Int) -> Bool {
        let dictionary = objects[number]?.dictionary
        return dictionary?["Type"] == .name("StructElem") && dictionary?["S"] == .name("NonStruct")
    }

    private mutating func markArtifacts(inContent number: Int) throws(PDFProblem) {
        guard let stream = objects[number]?.stream,
            objects[number]?.dictionary["Filter"] == .name("FlateDecode")
        else { throw .missing("packed content of a page") }
        var content = MarkedContent(try Deflate.unpacked(stream))
        objects[number]?.stream = try Deflate.packed(content.withArtifacts())
    }
}

/// A page's content, in which marks are found and strings are not mistaken for them.
struct MarkedContent {
    private static let mark = Array("/NonStruct".utf8)
    private static let artifact = Array("/Artifact BMC".utf8)
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// `/NonStruct << /MCID 7 >> BDC` becomes `/Artifact BMC`; the `EMC` that ends it stays.
    mutating func withArtifacts() throws(PDFProblem) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var kept = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "("): try passString()
            case UInt8(ascii: "/") where bytes[position...].starts(with: Self.mark):
                result += bytes[kept..<position]
                result += Self.artifact
                try passMark()
                kept = position
            default: position += 1
            }
        }
        return result + bytes[kept...]
    }

    private mutating func passString() throws(PDFProblem) {
        var scanner = PDFScanner(bytes, at: position)
        _ = try scanner.literal()
        position = scanner.position
    }

    private mutating func passMark() throws(PDFProblem) {
        var scanner = PDFScanner(bytes, at: position)
        _ = try scanner.value()
        _ = try scanner.value()
        try scanner.expect("BDC")
        position = scanner.position
    }
}
