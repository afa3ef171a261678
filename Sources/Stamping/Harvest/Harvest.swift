internal import PDFObjects
internal import Typesetting

/// What Cairo's drawing of ``CompilingPages`` comes to: it checks what it relies on, and says what it found instead.
///
/// Cairo 1.16 writes one mark for each item of a page, each line of text as a matrix and an array of letters, and each
/// picture as a matrix and one operator.
struct Harvest {
    let document: PDFDocument
    private let pages: [Int]
    private(set) var background: [UInt8] = []
    private(set) var lines: [LineKey: [UInt8]] = [:]
    private(set) var pictures: [String: PictureProgram] = [:]
    /// Names of the pictures that certificates show, in the page's resources.
    private(set) var shown: Set<String> = []
    /// The letters of the letters' page, in its order; nil for one that cannot be set alone.
    private(set) var letters: [(font: String, code: UInt8)?] = []

    init(_ drawn: [UInt8], of compiling: CompilingPages) throws(StampingProblem) {
        do throws(PDFProblem) {
            var document = try PDFDocument(reading: drawn)
            document.completeFonts()
            try document.shortenRectangles()
            try document.makeCompact()
            self.document = document
        } catch {
            throw .unexpected("the drawing cannot be read: \(error)")
        }
        pages = document.pages
        guard pages.count == compiling.samples.count + 1, let last = pages.last else {
            throw .unexpected("\(pages.count) pages instead of \(compiling.samples.count + 1)")
        }
        for (index, page) in compiling.samples.enumerated() {
            let marks = try marks(of: pages[index])
            guard marks.count == page.items.count else {
                throw .unexpected("\(marks.count) marks for \(page.items.count) items")
            }
            for (item, mark) in zip(page.items, marks) { try add(mark, of: item, isFirst: index == 0) }
        }
        let characters = compiling.alphabets.flatMap(\.characters)
        let marks = try marks(of: last)
        guard marks.count == characters.count else { throw .unexpected("\(marks.count) letters") }
        letters = zip(characters, marks).map { character, mark in
            guard let found = mark.letters, Set(found.map(\.font)).count == 1 else { return nil }
            // Cairo leaves out a blank that is shown alone, which one is that has its own spacing; every font has it.
            if found.count == 2, character == " " { return (found[0].font, 0x20) }
            return found.count == 3 ? found[1] : nil
        }
    }

    /// The page that certificates have.
    var page: PDFDictionary { document.objects[pages[0]]?.dictionary ?? [:] }

    /// One kind of the pages' resources, by name: fonts, pictures, graphics states.
    func resources(_ kind: String) -> PDFDictionary {
        var all: PDFDictionary = [:]
        for page in pages {
            let resources = document.resolved(document.objects[page]?.dictionary["Resources"])?.dictionary
            for entry in document.resolved(resources?[kind])?.dictionary?.entries ?? [] { all[entry.key] = entry.value }
        }
        return all
    }

    private func marks(of page: Int) throws(StampingProblem) -> [ContentMark] {
        guard let number = document.objects[page]?.dictionary["Contents"]?.reference,
            let stream = document.objects[number]?.stream
        else { throw .unexpected("a page without content") }
        let content: [UInt8]
        do throws(PDFProblem) { content = try Deflate.unpacked(stream) } catch {
            throw .unexpected("a page's content does not unpack: \(error)")
        }
        return try ContentMark.all(in: content)
    }

    private mutating func add(
        _ mark: ContentMark, of item: PageItem, isFirst: Bool
    ) throws(StampingProblem) {
        switch item {
        case .ground, .art:
            guard isFirst else { return }
            guard mark.content.last == 0x0A else { throw .unexpected("a mark's content does not end with its line") }
            background += "/Artifact BMC\n".utf8 + GroundContent(mark.content).bytes + "EMC\n".utf8
            for case .name(let name) in ContentOperations(mark.content).filter({ $0.name == "Do" }).flatMap(\.operands)
            {
                shown.insert(name)
            }
        case .paragraph(let paragraph):
            guard let found = mark.lines, found.count == paragraph.lines.count else { return }
            for (line, shown) in zip(paragraph.lines, found) {
                let key = LineKey(text: line.text + (line.continues ? " " : ""), style: line.style ?? paragraph.style)
                lines[key] = shown
            }
        case .picture(let picture):
            let found = try PictureProgram.read(mark, in: picture.box)
            shown.insert(found.name)
            pictures[picture.file] = found.program
        case .rule, .symbol, .microtext, .watermark, .panel, .part: return
        }
    }
}

extension PictureProgram {
    /// - Returns: also the picture's name in the resources.
    fileprivate static func read(
        _ mark: ContentMark, in box: Box
    ) throws(StampingProblem) -> (name: String, program: PictureProgram) {
        let operations = Array(ContentOperations(mark.content))
        guard operations.map(\.name).filter({ $0 != "gs" }) == ["q", "cm", "Do", "Q"],
            let matrix = operations.first(where: { $0.name == "cm" })?.operands,
            let paint = operations.last(where: { $0.name == "Do" }), let name = paint.operands.first?.name
        else { throw .unexpected("a picture is not painted by one operator") }
        let spelled = matrix.compactMap { operand -> String? in
            if case .number(let text) = operand { text } else { nil }
        }
        guard spelled.count == 6, let x = Double(spelled[4]), let y = Double(spelled[5]) else {
            throw .unexpected("a picture's matrix has not six numbers")
        }
        let states = operations.filter { $0.name == "gs" }.flatMap { mark.content[$0.place] + [0x0A] }
        return (
            name,
            PictureProgram(
                scale: Array(spelled[..<4].joined(separator: " ").utf8), x: x - box.x, y: y - box.y, width: box.width,
                height: box.height, paint: states + mark.content[paint.place] + [0x0A])
        )
    }
}
