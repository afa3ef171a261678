/// A text in which `{name}` stands for a value, taken apart when the program starts: lists fill the same text row by row.
struct Phrase: Sendable, Hashable {
    /// As it is written.
    let text: String
    private let blanks: [Blank]
    /// What stands after the last of them.
    private let end: String

    private struct Blank: Sendable, Hashable {
        /// What stands between it and the one before.
        let before: String
        let name: String
        /// `{name|day|days}`: the word for one and for any other number.
        let words: Words?
        /// As it is written, for a value that is not there.
        let written: String
    }

    private struct Words: Sendable, Hashable {
        let one: String
        let other: String
    }

    init(_ text: String) {
        var blanks: [Blank] = []
        var rest = text[...]
        // By bytes: most of the thousands of texts have none, and by letters it would take the start some milliseconds.
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
        {
            let parts = rest[rest.index(after: open)..<close].split(separator: "|", omittingEmptySubsequences: false)
            // Any other number of parts is no blank, and its name none that anybody has.
            let name = [1, 3].contains(parts.count) ? String(parts[0]) : ""
            blanks.append(
                Blank(
                    before: String(rest[..<open]), name: name,
                    words: parts.count == 3 ? Words(one: String(parts[1]), other: String(parts[2])) : nil,
                    written: String(rest[open...close])))
            rest = rest[rest.index(after: close)...]
        }
        self.text = text
        self.blanks = blanks
        end = String(rest)
    }

    /// A blank without a value stays as it is written.
    func filled(_ value: (String) -> String?) -> String {
        var result = ""
        for blank in blanks {
            result += blank.before
            let value = blank.name.isEmpty ? nil : value(blank.name)
            switch (value, blank.words) {
            case (let value?, nil): result += value
            case (let value?, let words?): result += value == "1" ? words.one : words.other
            case (nil, _): result += blank.written
            }
        }
        return result + end
    }
}
