internal import CPango
internal import Stamping
internal import Typesetting

extension TextShaper {
    /// How the letters of an alphabet stand beside each other, as shaping sets them.
    ///
    /// Each pair is shaped once between two fences, a few thousand letters in one line.
    func measure(_ alphabet: Alphabet) -> AlphabetMeasure {
        let fence = CompilingPages.fence
        let letters = alphabet.characters
        var own: [Unicode.Scalar: LetterMeasure] = [:]
        var glyphs: [Unicode.Scalar: UInt32] = [:]
        for letter in letters {
            guard let first = shaped("\(letter)\(fence)", alphabet.style), let alone = first.glyph(at: 0),
                let last = shaped("\(fence)\(letter)", alphabet.style), let end = last.glyph(at: 1),
                end.glyph == alone.glyph, let single = shaped(String(letter), alphabet.style), !first.isJoined,
                !last.isJoined
            else { continue }
            let ink = ink(of: String(letter), alphabet.style)
            glyphs[letter] = alone.glyph
            own[letter] = LetterMeasure(
                start: alone.place, end: last.width - end.place, advance: single.width, ascent: ink?.ascent ?? 0,
                descent: ink?.descent ?? 0,
                hasInk: ink != nil)
        }
        var steps: [AlphabetMeasure.Pair: Int32] = [:]
        for left in letters where own[left] != nil {
            var text = String(fence)
            for right in letters { text.unicodeScalars.append(contentsOf: [left, right, fence]) }
            guard let row = shaped(text, alphabet.style) else { continue }
            for (index, right) in letters.enumerated() {
                guard let one = row.glyph(at: 1 + 3 * index), let other = row.glyph(at: 2 + 3 * index),
                    one.glyph == glyphs[left], other.glyph == glyphs[right]
                else { continue }
                steps[.init(left, right)] = other.place - one.place
            }
        }
        return AlphabetMeasure(letters: own, steps: steps)
    }

    private func shaped(_ text: String, _ style: TypeStyle) -> ShapedLine? {
        withLine(text, style) { line in ShapedLine(line, of: text) }
    }

    /// Ink above and below the baseline, in Pango's units.
    private func ink(of text: String, _ style: TypeStyle) -> (ascent: Int32, descent: Int32)? {
        withLine(text, style) { line in
            var ink = PangoRectangle()
            pango_layout_line_get_extents(line, &ink, nil)
            return ink.height > 0 ? (-ink.y, ink.y + ink.height) : nil
        } ?? nil
    }
}

/// The glyphs of a line with their places, by the text's characters.
private struct ShapedLine {
    struct Glyph {
        let glyph: UInt32
        let place: Int32
    }

    /// By the character's place in the text; nil for one that another's glyph stands for.
    private var glyphs: [Glyph?]
    /// Fewer or more glyphs than characters.
    private(set) var isJoined = false
    private(set) var width: Int32 = 0

    init(_ line: UnsafeMutablePointer<PangoLayoutLine>, of text: String) {
        // Where each character begins in UTF-8.
        var places: [Int: Int] = [:]
        var offset = 0
        for (index, scalar) in text.unicodeScalars.enumerated() {
            places[offset] = index
            offset += UTF8.width(scalar)
        }
        glyphs = [Glyph?](repeating: nil, count: places.count)
        var index: UInt32 = 0
        while let item = pango_line_run(line, index)?.pointee {
            index += 1
            let string = item.glyphs.pointee
            for position in 0..<Int(string.num_glyphs) {
                let info = string.glyphs[position]
                let start = Int(item.item.pointee.offset) + Int(string.log_clusters[position])
                if let place = places[start], glyphs[place] == nil {
                    glyphs[place] = Glyph(glyph: info.glyph, place: width + info.geometry.x_offset)
                } else {
                    isJoined = true
                }
                width += info.geometry.width
            }
        }
        if glyphs.contains(where: { $0 == nil }) { isJoined = true }
    }

    func glyph(at place: Int) -> Glyph? { glyphs.indices.contains(place) ? glyphs[place] : nil }
}
