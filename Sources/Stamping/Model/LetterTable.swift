package import Typesetting

/// How the letters of one alphabet stand beside each other: what shaping would find, looked up.
///
/// Lengths are in units of which ``unit`` make an em. Only single letters that shaping neither joins nor exchanges are in
/// it: a text with any other character, or with a pair that is set otherwise, is not set by the table.
package struct LetterTable: Sendable {
    /// Pango's units at a hundred points.
    package static let unit = 102_400.0

    /// A letter, as the document's font has it.
    package struct Letter: Sendable {
        /// Which of the document's fonts.
        package let font: Int
        package let code: UInt8
        package let measure: LetterMeasure
    }

    private let letters: [Letter]
    /// Places in ``letters`` by the scalar's value below 128; -1 where there is none.
    private let plain: [Int16]
    private let others: [Unicode.Scalar: Int]
    /// From the first letter's place to the second's; nil for a pair that is set otherwise.
    private let steps: [Int32?]

    /// - Parameters:
    ///   - letters: by character; those that the document's fonts lack are left out.
    ///   - step: between two letters within a text.
    package init(_ letters: [(Unicode.Scalar, Letter)], step: (Unicode.Scalar, Unicode.Scalar) -> Int32?) {
        var plain = [Int16](repeating: -1, count: 128)
        var others: [Unicode.Scalar: Int] = [:]
        for (place, (scalar, _)) in letters.enumerated() {
            if scalar.isASCII { plain[Int(scalar.value)] = Int16(place) } else { others[scalar] = place }
        }
        self.letters = letters.map(\.1)
        self.plain = plain
        self.others = others
        steps = letters.flatMap { left in letters.map { right in step(left.0, right.0) } }
    }

    /// A text set by the table.
    package struct Setting: Sendable {
        package let letters: [Letter]
        /// Where each letter stands, from the line's beginning.
        package let places: [Int32]
        package let extent: TextExtent
    }

    /// nil for a text that it cannot set.
    package func setting(of text: String) -> Setting? {
        var chosen: [Letter] = []
        var places: [Int32] = []
        chosen.reserveCapacity(text.utf8.count)
        places.reserveCapacity(text.utf8.count)
        var (ascent, descent): (Int32, Int32) = (.min, .min)
        var last = -1
        for scalar in text.unicodeScalars {
            let next = scalar.isASCII ? Int(plain[Int(scalar.value)]) : others[scalar] ?? -1
            guard next >= 0 else { return nil }
            let letter = letters[next]
            if last < 0 {
                places.append(letter.measure.start)
            } else {
                guard let step = steps[last * letters.count + next] else { return nil }
                places.append(places[places.count - 1] + step)
            }
            chosen.append(letter)
            last = next
            if letter.measure.hasInk {
                ascent = max(ascent, letter.measure.ascent)
                descent = max(descent, letter.measure.descent)
            }
        }
        guard let end = places.last, let final = chosen.last else { return nil }
        let extent = TextExtent(
            width: Double(end + final.measure.end) / Self.unit,
            ascent: ascent == .min ? 0 : Double(ascent) / Self.unit,
            descent: descent == .min ? 0 : Double(descent) / Self.unit)
        return Setting(letters: chosen, places: places, extent: extent)
    }
}

/// What shaping says of a letter that begins or ends a line, in units of which ``LetterTable/unit`` make an em.
package struct LetterMeasure: Sendable {
    /// From the line's beginning to the letter's place when it comes first.
    package let start: Int32
    /// From the letter's place to the line's end when it comes last.
    package let end: Int32
    /// How far the letter alone leads to the next one.
    package let advance: Int32
    /// Ink above and, counted downwards, below the baseline.
    package let ascent: Int32
    package let descent: Int32
    package let hasInk: Bool

    package init(start: Int32, end: Int32, advance: Int32, ascent: Int32, descent: Int32, hasInk: Bool) {
        self.start = start
        self.end = end
        self.advance = advance
        self.ascent = ascent
        self.descent = descent
        self.hasInk = hasInk
    }
}
