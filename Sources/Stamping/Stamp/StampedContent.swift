internal import Typesetting

/// Content that shows items of a page, letter by letter as Cairo would.
struct StampedContent {
    private(set) var bytes: [UInt8] = []
    private let lettering: Lettering

    /// - Parameters:
    ///   - piece: of the sheet.
    ///   - page: of the lettering's height.
    init(
        _ piece: Sheet.Piece, of page: [PageItem], _ sheet: Sheet, _ lettering: Lettering
    ) throws(StampingProblem) {
        self.lettering = lettering
        bytes.reserveCapacity(4096)
        put("q\n1 0 0 -1 0 ")
        add(lettering.height)
        put("cm\n")
        for place in piece.items { try add(page[place], sheet.marks[place] ?? 0) }
        put("Q\n")
    }

    /// - Parameter mark: by which the structure finds it, where it has a place there.
    private mutating func add(_ item: PageItem, _ mark: Int) throws(StampingProblem) {
        switch item {
        case .paragraph(let paragraph): try add(paragraph, mark)
        case .rule(let rule): add(rule)
        case .picture(let picture): try add(picture, mark)
        case .symbol(let symbol): add(symbol, mark)
        case .microtext(let microtext): try add(microtext)
        case .ground, .art, .watermark, .panel, .part:
            throw .notCovered("an item that is not set")
        }
    }

    /// A QR code: the plate, and the form of all that is black, in which a module is a unit.
    private mutating func add(_ symbol: PlacedSymbol, _ number: Int) {
        mark("Link", number)
        put("1 1 1 rg ")
        plate(symbol.box)
        put("re f\nq\n")
        let border = Double(SymbolMatrix.quietZone) * symbol.module
        exact(symbol.module)
        put("0 0 ")
        exact(symbol.module)
        exact(symbol.box.x + border)
        exact(symbol.box.y + border)
        add("cm\n/\(Self.symbolName) Do\nQ\nEMC\n")
    }

    /// Of the QR code's form in the page's resources, where Cairo's have other names.
    static let symbolName = "qr"

    private mutating func add(_ paragraph: Paragraph, _ number: Int) throws(StampingProblem) {
        mark(paragraph.role.rawValue, number)
        var ink: Ink?
        for line in paragraph.lines {
            let style = line.style ?? paragraph.style
            if ink != style.ink { fill(style.ink) }
            ink = style.ink
            try add(line.text + (line.continues ? " " : ""), style, paragraph.size, x: line.x, y: line.y)
        }
        put("EMC\n")
    }

    private mutating func add(
        _ text: String, _ style: TypeStyle, _ size: Double, x: Double, y: Double
    ) throws(StampingProblem) {
        put("BT\n")
        if let shown = lettering.lines[LineKey(text: text, style: style)] {
            matrix(size, 0, 0, -size, x, y)
            bytes += shown
        } else {
            guard let setting = lettering.tables[style]?.setting(of: text) else { throw .notCovered(text) }
            matrix(size, 0, 0, -size, x + Double(setting.places[0]) / LetterTable.unit * size, y)
            show(setting)
        }
        put("ET\n")
    }

    private mutating func add(_ rule: PlacedRule) {
        put("/Artifact BMC\n")
        ink(rule.ink)
        put("RG ")
        add(rule.weight)
        put("w 0 J 0 j [] 0 d 10 M ")
        corner(rule.fromX)
        corner(rule.fromY)
        put("m ")
        corner(rule.toX)
        corner(rule.toY)
        put("l S\nEMC\n")
    }

    private mutating func add(_ picture: PlacedPicture, _ number: Int) throws(StampingProblem) {
        guard let program = lettering.pictures[picture.file], program.width == picture.box.width,
            program.height == picture.box.height
        else { throw .notCovered(picture.file) }
        mark("Figure", number)
        put("q\n")
        bytes += program.scale
        put(" ")
        add(picture.box.x + program.x)
        add(picture.box.y + program.y)
        put("cm\n")
        bytes += program.paint
        put("Q\nEMC\n")
    }

    /// Along the four sides, the letters' feet inwards.
    private mutating func add(_ microtext: Microtext) throws(StampingProblem) {
        guard let setting = lettering.tables[microtext.style]?.setting(of: microtext.text) else {
            throw .notCovered(microtext.text)
        }
        put("/Artifact BMC\n")
        fill(microtext.style.ink)
        let (box, size) = (microtext.box, microtext.size)
        let width = setting.extent.width * size
        // Where each side begins, and the sine and cosine of its turn.
        let sides = [
            (box.x, box.y, 0.0, 1.0, box.width), (box.maxX, box.y, 1, 0, box.height),
            (box.maxX, box.maxY, 0, -1, box.width), (box.x, box.maxY, -1, 0, box.height),
        ]
        for (x, y, sine, cosine, side) in sides {
            let count = width > 0 ? Int((side - 2 * microtext.corner) / width) : 0
            guard count > 0 else { continue }
            let start = (side - width * Double(count)) / 2 + Double(setting.places[0]) / LetterTable.unit * size
            put("BT\n")
            matrix(
                size * cosine, size * sine, size * sine, -size * cosine, x + start * cosine, y + start * sine)
            try repeated(setting, times: count)
            put("ET\n")
        }
        put("EMC\n")
    }

    /// Letters one behind the other, moved where shaping moves them: as Cairo does it.
    /// - Returns: where the next letter would come to stand, from the first one.
    @discardableResult
    private mutating func show(_ setting: LetterTable.Setting) -> Double {
        var font = -1
        var pen = 0.0
        for (letter, place) in zip(setting.letters, setting.places) {
            if letter.font != font {
                if font >= 0 { put(")]TJ\n") }
                add("/\(lettering.fonts[letter.font]) 1 Tf\n[(")
                font = letter.font
            }
            move(&pen, to: Double(place - setting.places[0]))
            show(letter.code)
            pen += Double(letter.measure.advance)
        }
        put(")]TJ\n")
        return pen
    }

    /// The same letters over and over, each time behind the last: spelled once and copied.
    private mutating func repeated(_ setting: LetterTable.Setting, times: Int) throws(StampingProblem) {
        let start = bytes.count
        let advance = show(setting)
        let end = Array(")]TJ\n".utf8)
        guard let first = setting.letters.first?.font, setting.letters.allSatisfy({ $0.font == first }),
            let opening = bytes[start...].firstIndex(of: UInt8(ascii: "("))
        else { throw .notCovered("tiny letters of several fonts") }
        bytes.removeLast(end.count)
        let round = Array(bytes[(opening + 1)...])
        bytes.reserveCapacity(bytes.count + (round.count + 6) * times)
        var pen = advance
        for turn in 1..<times {
            move(&pen, to: Double(turn) * setting.extent.width * LetterTable.unit)
            bytes += round
            pen += advance
        }
        bytes += end
    }

    /// Within an array of letters, by whole thousandths of an em; what is rounded off is made good by the next move, and
    /// fewer than three are left to it too.
    private mutating func move(_ pen: inout Double, to wanted: Double) {
        let move = ((pen - wanted) / LetterTable.unit * 1000).rounded()
        guard abs(move) >= 3 else { return }
        put(")")
        NumberText.append(Int(move), to: &bytes)
        put("(")
        pen -= move / 1000 * LetterTable.unit
    }

    private mutating func show(_ code: UInt8) {
        switch code {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(code)
        case 32...126: bytes.append(code)
        default:
            bytes.append(UInt8(ascii: "\\"))
            for shift: UInt8 in [6, 3, 0] { bytes.append(48 + (code >> shift & 7)) }
        }
    }

    private mutating func mark(_ role: String, _ number: Int) {
        put("/")
        add(role)
        put("<</MCID ")
        NumberText.append(number, to: &bytes)
        put(">>BDC\n")
    }

    private mutating func fill(_ ink: Ink) {
        self.ink(ink)
        put("rg\n")
    }

    private mutating func ink(_ ink: Ink) {
        add(ink.red)
        add(ink.green)
        add(ink.blue)
    }

    /// Where a line of letters begins, and how they stand.
    private mutating func matrix(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ x: Double, _ y: Double) {
        add(a)
        add(b)
        add(c)
        add(d)
        exact(NumberText.step(x))
        exact(NumberText.step(y))
        put("Tm\n")
    }

    private mutating func plate(_ box: Box) {
        corner(box.x)
        corner(box.y)
        corner(NumberText.step(box.maxX) - NumberText.step(box.x))
        corner(NumberText.step(box.maxY) - NumberText.step(box.y))
    }

    private mutating func corner(_ number: Double) {
        NumberText.appendCorner(number, to: &bytes)
        bytes.append(0x20)
    }

    private mutating func exact(_ number: Double) {
        NumberText.appendExact(number, to: &bytes)
        bytes.append(0x20)
    }

    private mutating func put(_ text: StaticString) {
        text.withUTF8Buffer { bytes += $0 }
    }

    private mutating func add(_ text: String) { bytes += text.utf8 }

    private mutating func add(_ number: Double) {
        NumberText.append(number, to: &bytes)
        bytes.append(0x20)
    }
}
