extension PDFDocument {
    /// Says in words what each figure shows (ISO 14289-1, 7.3).
    mutating func describeFigures(_ texts: [String]) throws(PDFProblem) {
        let figures = elements.filter { objects[$0]?.dictionary["S"] == .name("Figure") }
        guard figures.count == texts.count else {
            throw .missing("description for each of its \(figures.count) figures: \(texts.count) are given")
        }
        for (number, text) in zip(figures, texts) { objects[number]?.dictionary["Alt"] = .text(text) }
    }

    /// Says which paragraphs are in another language than the document (ISO 14289-1, 7.2).
    mutating func nameLanguages(_ languages: [String?]) throws(PDFProblem) {
        let texts = elements.filter { Self.texts.contains(objects[$0]?.dictionary["S"] ?? .null) }
        guard texts.count == languages.count else {
            throw .missing("language for each of its \(texts.count) texts: \(languages.count) are given")
        }
        for case (let number, let language?) in zip(texts, languages) {
            objects[number]?.dictionary["Lang"] = .text(language)
        }
    }

    private static let texts: Set<PDFValue> = [.name("P"), .name("H1"), .name("H2"), .name("H3")]

    /// A head cell says what it heads (ISO 14289-1, 7.5): its column in a row of head cells, else its row.
    mutating func nameHeadCells() {
        for row in elements where objects[row]?.dictionary["S"] == .name("TR") {
            let cells = (objects[row]?.dictionary["K"]?.array ?? []).compactMap(\.reference)
            let heads = cells.filter { objects[$0]?.dictionary["S"] == .name("TH") }
            let scope: PDFValue = .name(heads.count == cells.count ? "Column" : "Row")
            for head in heads {
                objects[head]?.dictionary["A"] = .dictionary(["O": .name("Table"), "Scope": scope])
            }
        }
    }

    /// The elements of structure in reading order.
    var elements: [Int] {
        guard let root, let tree = objects[root]?.dictionary["StructTreeRoot"]?.reference else { return [] }
        return elements(below: tree, depth: 0)
    }

    private func elements(below number: Int, depth: Int) -> [Int] {
        guard depth < 64, let node = objects[number]?.dictionary else { return [] }
        let kids = node["K"]?.array ?? [node["K"]].compactMap { $0 }
        let own = node["Type"] == .name("StructElem") ? [number] : []
        return own + kids.compactMap(\.reference).flatMap { elements(below: $0, depth: depth + 1) }
    }

    /// Links say where they lead, are printed, and are stepped through in the order of the structure (7.18).
    mutating func completePages(links texts: [String]) throws(PDFProblem) {
        var left = texts[...]
        for page in pages {
            objects[page]?.dictionary["Tabs"] = .name("S")
            let annotations = resolved(objects[page]?.dictionary["Annots"])?.array ?? []
            for number in annotations.compactMap(\.reference) {
                guard let text = left.popFirst() else { throw .missing("description for each link") }
                objects[number]?.dictionary["Contents"] = .text(text)
                // Print, and neither hidden nor invisible (ISO 19005-3, 6.3.2).
                objects[number]?.dictionary["F"] = .integer(4)
            }
        }
        guard left.isEmpty else { throw .missing("link for each of the descriptions: \(left.count) are too many") }
    }

    /// A TrueType font with two-byte codes says that these are its glyphs' own numbers (ISO 19005-3, 6.2.11.3.2).
    package mutating func completeFonts() {
        for (number, object) in objects where object.dictionary["Subtype"] == .name("CIDFontType2") {
            guard object.dictionary["CIDToGIDMap"] == nil else { continue }
            objects[number]?.dictionary["CIDToGIDMap"] = .name("Identity")
        }
    }
}
