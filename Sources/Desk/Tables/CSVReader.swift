/// Splits the text of a CSV file into records; a quoted cell may hold commas, line ends and doubled quotation marks.
struct CSVReader {
    struct Record {
        var line: Int
        var cells: [String]
    }

    private let file: String
    private var characters: Substring.Iterator
    private var pending: Character?
    private var line = 1
    private var record = Record(line: 1, cells: [])
    private var cell = ""
    private var hasQuotedCell = false
    private var finished: [Record] = []

    init(text: String, file: String) {
        self.file = file
        characters = (text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]).makeIterator()
        pending = characters.next()
    }

    /// Empty lines are skipped.
    ///
    /// Throws when a quotation mark is never closed.
    consuming func records() throws(InputProblem) -> [Record] {
        while let character = next() {
            switch character {
            case "\"" where cell.isEmpty: try readQuoted()
            case ",": endCell()
            case _ where character.isNewline: endRecord()
            default: cell.append(character)
            }
        }
        endRecord()
        return finished
    }

    private mutating func next() -> Character? {
        defer { pending = characters.next() }
        if let pending, pending.isNewline { line += 1 }
        return pending
    }

    private mutating func readQuoted() throws(InputProblem) {
        let opened = line
        hasQuotedCell = true
        while let character = next() {
            if character != "\"" {
                cell.append(character)
            } else if pending == "\"" {
                cell.append("\"")
                _ = next()
            } else {
                return
            }
        }
        throw InputProblem(file: file, line: opened, field: "", reason: "a quotation mark is opened and never closed")
    }

    private mutating func endCell() {
        record.cells.append(cell)
        cell = ""
    }

    private mutating func endRecord() {
        endCell()
        if record.cells.count > 1 || !record.cells[0].isEmpty || hasQuotedCell { finished.append(record) }
        record = Record(line: line, cells: [])
        hasQuotedCell = false
    }
}
