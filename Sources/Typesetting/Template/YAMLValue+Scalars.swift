internal import Yams

extension YAMLValue {
    /// A text: a plain number or word counts too.
    func text() throws(TemplateError) -> String {
        guard let scalar = node.scalar else { throw problem("a text is expected") }
        return scalar.string
    }

    func number(atLeast least: Double = -.infinity) throws(TemplateError) -> Double {
        guard let scalar = node.scalar, let number = Double(scalar.string), number.isFinite else {
            throw problem("a number is expected")
        }
        guard number >= least else { throw problem("at least \(least) is expected, not \(number)") }
        return number
    }

    func integer(_ range: ClosedRange<Int>) throws(TemplateError) -> Int {
        guard let scalar = node.scalar, let number = Int(scalar.string), range.contains(number) else {
            throw problem("a whole number from \(range.lowerBound) to \(range.upperBound) is expected")
        }
        return number
    }

    func numbers(_ count: Int, _ meaning: String) throws(TemplateError) -> [Double] {
        let list = try list()
        guard list.count == count else { throw problem("\(count) numbers are expected: \(meaning)") }
        var numbers: [Double] = []
        for value in list { numbers.append(try value.number()) }
        return numbers
    }

    /// `[x, y, width, height]` in millimetres.
    func box() throws(TemplateError) -> Box {
        let numbers = try numbers(4, "x, y, width, height in mm").map(Millimetres.points)
        guard numbers[2] > 0, numbers[3] > 0 else { throw problem("a box is wider and higher than nothing") }
        return Box(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
    }

    /// In millimetres, given in points.
    func length(atLeast least: Double = 0) throws(TemplateError) -> Double {
        Millimetres.points(try number(atLeast: least))
    }

    /// One of an enum's words.
    func word<Choice: RawRepresentable & CaseIterable>(_: Choice.Type) throws(TemplateError) -> Choice
    where Choice.RawValue == String {
        let text = try text()
        guard let choice = Choice(rawValue: text) else {
            throw problem("\"\(text)\" is none of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return choice
    }

    /// The entry of a table that the text names.
    func entry<Value>(of table: [String: Value], _ noun: String) throws(TemplateError) -> Value {
        let name = try text()
        guard let value = table[name] else {
            throw problem("there is no \(noun) \"\(name)\"; there are \(table.keys.sorted().joined(separator: ", "))")
        }
        return value
    }
}
