internal import Digests
package import PDFObjects
package import Typesetting

extension CompiledTemplate {
    /// - Parameters:
    ///   - drawn: Cairo's drawing of the samples and, last, the letters.
    ///   - attachments: what goes with each certificate; of these the contents do not count.
    ///   - seal: for its name.
    ///   - measure: how a letter of a style stands at a line's ends; nil for one that is not set alone.
    ///   - step: from a letter to the next one; nil for a pair that is set otherwise.
    package init(
        _ drawn: [UInt8], of compiling: CompilingPages, with attachments: [Finishing.Attachment], for seal: SealPlace,
        measuring measures: [TypeStyle: AlphabetMeasure]
    ) throws(StampingProblem) {
        let harvest = try Harvest(drawn, of: compiling)
        guard let first = compiling.samples.first else { throw .unexpected("no page") }
        height = first.height
        lines = harvest.lines
        pictures = harvest.pictures
        let kept = harvest.resources("Font")
        fonts = kept.entries.map(\.key)
        tables = Self.tables(compiling, harvest, kept, measures)
        do throws(PDFProblem) {
            (prefix, rows, numbers) = try Self.write(
                harvest, kept, attachments, seal, language: first.information.language)
        } catch {
            throw .unexpected("the constant objects cannot be written: \(error)")
        }
        digest = SHA256Digest(of: prefix)
        var hasher = SHA256Hasher()
        hasher.update(prefix)
        guard let state = hasher.midstate() else { throw .unexpected("a prefix that is no whole number of blocks") }
        midstate = state
    }

    private static func tables(
        _ compiling: CompilingPages, _ harvest: Harvest, _ fonts: PDFDictionary,
        _ measures: [TypeStyle: AlphabetMeasure]
    ) -> [TypeStyle: LetterTable] {
        var left = harvest.letters[...]
        let names = fonts.entries.map(\.key)
        let widths = fonts.entries.map { FontWidths($0.value, in: harvest.document) }
        var tables: [TypeStyle: LetterTable] = [:]
        for alphabet in compiling.alphabets {
            guard let measure = measures[alphabet.style] else { continue }
            var letters: [(Unicode.Scalar, LetterTable.Letter)] = []
            for character in alphabet.characters {
                guard let found = left.removeFirst(), let own = measure.letters[character],
                    let font = names.firstIndex(of: found.font), (widths[font]?[found.code] ?? 0) > 0
                else { continue }
                letters.append((character, .init(font: font, code: found.code, measure: own)))
            }
            tables[alphabet.style] = LetterTable(letters) { measure.step($0, $1) }
        }
        return tables
    }

    private static func write(
        _ harvest: Harvest, _ fonts: PDFDictionary, _ attachments: [Finishing.Attachment], _ seal: SealPlace,
        language: String
    ) throws(PDFProblem) -> ([UInt8], [UInt8], ObjectNumbers) {
        var prefix = Prefix()
        let pictures = PDFDictionary(harvest.resources("XObject").entries.filter { harvest.shown.contains($0.key) })
        let states = harvest.resources("ExtGState")
        let taken = prefix.add(
            [.dictionary(fonts), .dictionary(pictures), .dictionary(states)], of: harvest.document)
        let resources = prefix.add(
            PDFObject(
                PDFValue.dictionary([
                    "ExtGState": .dictionary(states), "XObject": .dictionary(pictures), "Font": .dictionary(fonts),
                ]).renumbered(taken)))
        let turned = Array("q\n1 0 0 -1 0 \(NumberText.text(harvest.page["MediaBox"]?.array?.last)) cm\n".utf8)
        let ground = prefix.add(
            PDFObject(
                .dictionary(["Filter": .name("FlateDecode")]),
                stream: try Deflater(.utmost).packed(turned + harvest.background + Array("Q\n".utf8))))
        let profile = prefix.add(try PDFDocument.profile())
        let nothing = prefix.add(SealPlace.nothing)
        let evidence = seal.evidence.map { evidence in evidence.store { prefix.add($0) } }
        // What follows leads to one another, so the numbers are told before the objects are written.
        let pages = prefix.next
        let (page, widget, tree, catalog) = (pages + 1, pages + 2, pages + 3, pages + 4)
        let numbers = ObjectNumbers(
            page: page, first: catalog + 1 + attachments.count, catalog: catalog, tree: tree)
        _ = prefix.add(
            PDFObject(
                .dictionary(["Type": .name("Pages"), "Kids": .array([.reference(page)]), "Count": .integer(1)])))
        var own: PDFDictionary = ["Type": .name("Page"), "Parent": .reference(pages)]
        own["MediaBox"] = harvest.page["MediaBox"]
        own["Contents"] = .array([ground, .reference(numbers.content)])
        own["Group"] = harvest.page["Group"]
        own["Resources"] = resources
        own["StructParents"] = .integer(1)
        own["Annots"] = .array([.reference(numbers.link), .reference(widget)])
        own["Tabs"] = .name("S")
        _ = prefix.add(PDFObject(.dictionary(own)))
        _ = prefix.add(PDFObject(seal.widget(.reference(numbers.signature), shows: nothing, on: .reference(page))))
        _ = prefix.add(
            PDFObject(
                .dictionary([
                    "Type": .name("StructTreeRoot"), "ParentTree": .reference(numbers.parents),
                    "K": .array([.reference(numbers.document)]),
                ])))
        let files = attachments.indices.map { PDFValue.reference(catalog + 1 + $0) }
        _ = prefix.add(
            PDFObject(
                .dictionary(
                    Self.catalog(
                        numbers, pages: pages, widget: widget, profile: profile, evidence: evidence, language: language,
                        files: Array(zip(attachments.map(\.name), files))))))
        for (index, attachment) in attachments.enumerated() {
            _ = prefix.add(PDFObject(attachment.description(of: .reference(numbers.attachment(index)))))
        }
        try prefix.finish()
        return (prefix.file.bytes, prefix.rows, numbers)
    }

    private static func catalog(
        _ numbers: ObjectNumbers, pages: Int, widget: Int, profile: PDFValue, evidence: PDFValue?, language: String,
        files: [(name: String, file: PDFValue)]
    ) -> PDFDictionary {
        var catalog: PDFDictionary = [
            "Type": .name("Catalog"), "Pages": .reference(pages), "StructTreeRoot": .reference(numbers.tree),
            "MarkInfo": .dictionary(["Marked": .boolean(true)]), "Lang": .text(language),
            "ViewerPreferences": .dictionary(["DisplayDocTitle": .boolean(true)]),
            "Metadata": .reference(numbers.metadata), "OutputIntents": .array([PDFDocument.outputIntent(profile)]),
            "AF": .array(files.map(\.file)),
        ]
        // A tree of names is sorted (ISO 32000-1, 7.9.6).
        let names = files.sorted { $0.name < $1.name }.flatMap { [PDFValue.text($0.name), $0.file] }
        catalog["Names"] = .dictionary(["EmbeddedFiles": .dictionary(["Names": .array(names)])])
        SealPlace.enter(.reference(numbers.signature), .reference(widget), into: &catalog)
        catalog["DSS"] = evidence
        return catalog
    }
}

/// How shaping sets the letters of an alphabet.
package struct AlphabetMeasure: Sendable {
    package let letters: [Unicode.Scalar: LetterMeasure]
    private let steps: [Pair: Int32]

    package struct Pair: Hashable, Sendable {
        let left: Unicode.Scalar
        let right: Unicode.Scalar

        package init(_ left: Unicode.Scalar, _ right: Unicode.Scalar) {
            self.left = left
            self.right = right
        }
    }

    /// - Parameter steps: from one letter to the next within a text; pairs that are set otherwise are left out.
    package init(letters: [Unicode.Scalar: LetterMeasure], steps: [Pair: Int32]) {
        self.letters = letters
        self.steps = steps
    }

    package func step(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Int32? { steps[Pair(left, right)] }
}

/// The widths that a simple font of a document tells (ISO 32000-1, 9.6.2).
struct FontWidths {
    private let first: Int
    private let widths: [Int]

    /// nil for a font of two-byte codes, and for one whose codes are not those of WinAnsiEncoding.
    init?(_ font: PDFValue, in document: PDFDocument) {
        guard let font = document.resolved(font)?.dictionary, font["Encoding"] == .name("WinAnsiEncoding"),
            let first = font["FirstChar"]?.integer, let widths = document.resolved(font["Widths"])?.array
        else { return nil }
        self.first = first
        self.widths = widths.compactMap(\.integer)
        guard self.widths.count == widths.count else { return nil }
    }

    subscript(_ code: UInt8) -> Int? {
        let place = Int(code) - first
        return widths.indices.contains(place) ? widths[place] : nil
    }
}
