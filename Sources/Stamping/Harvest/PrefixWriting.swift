internal import PDFObjects
internal import Typesetting

/// Writes what all certificates of a course have: art, fonts, texts, structure, page and catalogue.
struct PrefixWriting {
    private(set) var prefix: Prefix
    let numbers: ObjectNumbers
    /// The page's streams in their order, where nothing is moved, and where all is the certificate's own.
    let contents: [Int]
    let movedContents: [Int]

    private let places: Places

    /// Numbers of objects that lead to one another, so that they are told before they are written.
    private struct Places {
        let pages: Int
        let attachments: Int
        let roles: [String]

        var page: Int { pages + 1 }
        var widget: Int { pages + 2 }
        var tree: Int { pages + 3 }
        var catalog: Int { pages + 4 }
        func file(_ index: Int) -> Int { catalog + 1 + index }
        var document: Int { file(attachments) }
        var parents: Int { document + 1 }
        var link: Int { document + 2 }
        func element(_ index: Int) -> Int { document + 3 + index }
        var next: Int { element(roles.count) }
    }

    /// - Parameter constants: contents of the sheet's constant pieces.
    init(
        _ harvest: Harvest, _ sheet: Sheet, _ constants: [[UInt8]], _ finishing: Finishing, _ seal: SealPlace
    ) throws(PDFProblem) {
        var prefix = Prefix()
        var resources = prefix.takeResources(of: harvest)
        let turned = Array("q\n1 0 0 -1 0 \(NumberText.text(harvest.page["MediaBox"]?.array?.last)) cm\n".utf8)
        let ground = try prefix.add(packed: turned + harvest.background + Array("Q\n".utf8))
        var texts: [Int] = []
        for content in constants { texts.append(try prefix.add(packed: content)) }
        let profile = prefix.add(try PDFDocument.profile())
        let nothing = prefix.add(SealPlace.nothing)
        var evidence: PDFValue?
        if let given = seal.evidence { evidence = given.store { prefix.add($0) } }
        places = Places(pages: prefix.next, attachments: finishing.attachments.count, roles: sheet.roles)
        let numbers = ObjectNumbers(first: places.next, catalog: places.catalog)
        self.numbers = numbers
        let own = sheet.pieces.filter { $0.kind != .constant }.indices.map { numbers.own($0) }
        var streams = [ground]
        var (left, leftOwn) = (texts[...], own[...])
        for piece in sheet.pieces {
            streams.append(piece.kind == .constant ? left.removeFirst() : leftOwn.removeFirst())
        }
        contents = streams
        self.prefix = prefix
        movedContents = [ground] + own
        var pictures = resources["XObject"]?.dictionary ?? [:]
        pictures[StampedContent.symbolName] = .reference(numbers.symbol)
        resources["XObject"] = .dictionary(pictures)
        addPage(harvest.page, .dictionary(resources), seal, shows: nothing)
        addCatalog(finishing, profile, evidence)
        try addStructure(sheet, finishing)
        try self.prefix.finish()
    }

    private mutating func add(_ dictionary: PDFDictionary) { _ = prefix.add(PDFObject(.dictionary(dictionary))) }

    private mutating func addPage(
        _ drawn: PDFDictionary, _ resources: PDFValue, _ seal: SealPlace, shows nothing: PDFValue
    ) {
        add(["Type": .name("Pages"), "Kids": .array([.reference(places.page)]), "Count": .integer(1)])
        var page: PDFDictionary = ["Type": .name("Page"), "Parent": .reference(places.pages)]
        page["MediaBox"] = drawn["MediaBox"]
        page["Contents"] = .reference(numbers.contents)
        page["Group"] = drawn["Group"]
        page["Resources"] = resources
        page["StructParents"] = .integer(1)
        page["Annots"] = .array([.reference(numbers.link), .reference(places.widget)])
        page["Tabs"] = .name("S")
        add(page)
        _ = prefix.add(
            PDFObject(seal.widget(.reference(numbers.signature), shows: nothing, on: .reference(places.page))))
    }

    private mutating func addCatalog(_ finishing: Finishing, _ profile: PDFValue, _ evidence: PDFValue?) {
        add([
            "Type": .name("StructTreeRoot"), "ParentTree": .reference(places.parents),
            "K": .array([.reference(places.document)]),
        ])
        let files = finishing.attachments.indices.map { (finishing.attachments[$0].name, places.file($0)) }
        var catalog: PDFDictionary = [
            "Type": .name("Catalog"), "Pages": .reference(places.pages), "StructTreeRoot": .reference(places.tree),
            "MarkInfo": .dictionary(["Marked": .boolean(true)]), "Lang": .text(finishing.language),
            "ViewerPreferences": .dictionary(["DisplayDocTitle": .boolean(true)]),
            "Metadata": .reference(numbers.metadata), "OutputIntents": .array([PDFDocument.outputIntent(profile)]),
            "AF": .array(files.map { .reference($0.1) }),
        ]
        // A tree of names is sorted (ISO 32000-1, 7.9.6).
        let names = files.sorted { $0.0 < $1.0 }.flatMap { [PDFValue.text($0.0), .reference($0.1)] }
        catalog["Names"] = .dictionary(["EmbeddedFiles": .dictionary(["Names": .array(names)])])
        SealPlace.enter(.reference(numbers.signature), .reference(places.widget), into: &catalog)
        catalog["DSS"] = evidence
        add(catalog)
        for (index, attachment) in finishing.attachments.enumerated() {
            _ = prefix.add(PDFObject(attachment.description(of: .reference(numbers.attachment(index)))))
        }
    }

    /// What is read aloud, in its order.
    private mutating func addStructure(_ sheet: Sheet, _ finishing: Finishing) throws(PDFProblem) {
        let figures = sheet.roles.count { $0 == "Link" || $0 == "Figure" }
        guard sheet.roles.count(where: { $0 == "Link" }) == 1, figures == finishing.figures.count,
            sheet.roles.count - figures == finishing.languages.count
        else { throw .missing("what is said of a page's figures and texts") }
        let elements = sheet.roles.indices.map { PDFValue.reference(places.element($0)) }
        add([
            "Type": .name("StructElem"), "S": .name("Document"), "P": .reference(places.tree), "K": .array(elements),
        ])
        let parents = sheet.roles.enumerated().map { $1 == "Link" ? PDFValue.reference(places.link) : elements[$0] }
        add(["Nums": .array([.integer(0), .reference(places.link), .integer(1), .array(parents)])])
        let mark = sheet.roles.firstIndex(of: "Link") ?? 0
        let link: PDFDictionary = ["Type": .name("OBJR"), "Obj": .reference(numbers.link)]
        add([
            "Type": .name("StructElem"), "S": .name("Link"), "P": elements[mark], "Pg": .reference(places.page),
            "K": .array([.dictionary(link), .integer(mark)]),
        ])
        var (alternatives, languages) = (finishing.figures[...], finishing.languages[...])
        for (mark, role) in sheet.roles.enumerated() {
            var element: PDFDictionary = [
                "Type": .name("StructElem"), "S": .name(role == "Link" ? "Figure" : role),
                "P": .reference(places.document),
            ]
            if role != "Link" { element["Pg"] = .reference(places.page) }
            element["K"] = role == "Link" ? .reference(places.link) : .integer(mark)
            if role == "Link" || role == "Figure" {
                element["Alt"] = .text(alternatives.removeFirst())
            } else if let language = languages.removeFirst() {
                element["Lang"] = .text(language)
            }
            add(element)
        }
    }
}

extension Prefix {
    fileprivate mutating func add(packed content: [UInt8]) throws(PDFProblem) -> Int {
        let number = next
        _ = add(
            PDFObject(
                .dictionary(["Filter": .name("FlateDecode")]), stream: try Deflater(.utmost).packed(content)))
        return number
    }

    /// Fonts, pictures and graphics states, and all that they lead to.
    fileprivate mutating func takeResources(of harvest: Harvest) -> PDFDictionary {
        let fonts = harvest.resources("Font")
        let pictures = PDFDictionary(harvest.resources("XObject").entries.filter { harvest.shown.contains($0.key) })
        let states = harvest.resources("ExtGState")
        let taken = add([.dictionary(fonts), .dictionary(pictures), .dictionary(states)], of: harvest.document)
        let resources: PDFDictionary = [
            "ExtGState": .dictionary(states), "XObject": .dictionary(pictures), "Font": .dictionary(fonts),
        ]
        return PDFValue.dictionary(resources).renumbered(taken).dictionary ?? [:]
    }
}
