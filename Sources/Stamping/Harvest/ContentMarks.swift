internal import PDFObjects

/// What stands between the outermost marks of a page's content.
struct ContentMark {
    /// `P`, `Figure`, `NonStruct`.
    let tag: String
    let content: [UInt8]

    /// Every mark of a content, in order; what stands outside of marks must not show anything.
    static func all(in content: [UInt8]) throws(StampingProblem) -> [ContentMark] {
        var marks: [ContentMark] = []
        var open: (tag: String, start: Int)?
        var depth = 0
        var operations = ContentOperations(content)
        while let operation = operations.next() {
            switch operation.name {
            case "BDC", "BMC":
                if depth == 0 { open = (operation.operands.first?.name ?? "", operation.place.upperBound) }
                depth += 1
            case "EMC":
                depth -= 1
                guard depth >= 0 else { throw .unexpected("a mark ends that never began") }
                guard depth == 0, let begun = open else { continue }
                marks.append(
                    ContentMark(
                        tag: begun.tag, content: Array(content[begun.start..<operation.place.lowerBound])))
            case "q", "Q", "cm": continue
            default: if depth == 0 { throw .unexpected("\(operation.name) outside of all marks") }
            }
        }
        if let problem = operations.problem { throw .unexpected("content: \(problem)") }
        guard depth == 0 else { throw .unexpected("a mark never ends") }
        return marks
    }
}

extension ContentMark {
    /// Ends the operator that chooses a font.
    private static let font = Array(" Tf\n".utf8)

    /// How each line of a paragraph is shown, but for size and place; nil when it is not shown by letters alone.
    var lines: [[UInt8]]? {
        var lines: [[UInt8]] = []
        var line: [UInt8]?
        var font: [UInt8] = []
        for operation in ContentOperations(content) {
            let text = Array(content[operation.place]) + [0x0A]
            switch operation.name {
            case "Tm", "Td":
                if let line { lines.append(line) }
                line = []
            case "Tf":
                font = text
                line? += text
            case "TJ", "Tj":
                guard let begun = line else { return nil }
                line = (begun.contains(Self.font) ? begun : font + begun) + (SpacedText(operation)?.bytes ?? text)
            // The text of a stretch whose glyphs do not tell it.
            case "BDC" where operation.operands.first == .name("Span"), "EMC": line? += text
            case "ET":
                if let line { lines.append(line) }
                line = nil
            case "BT", "rg", "gs": continue
            default: return nil
            }
        }
        return lines
    }

    /// The letters of a text, each with the name of its font; nil when it is not shown by letters alone.
    var letters: [(font: String, code: UInt8)]? {
        var letters: [(font: String, code: UInt8)] = []
        var font = ""
        for operation in ContentOperations(content) {
            switch operation.name {
            case "Tf": font = operation.operands.first?.name ?? ""
            case "Tj", "TJ":
                let strings = operation.operands.flatMap { $0.array ?? [$0] }
                for case .string(let codes) in strings { letters += codes.map { (font, $0) } }
            case "BT", "ET", "Tm", "Td", "rg", "gs": continue
            default: return nil
            }
        }
        return letters
    }
}
