/// A text at the size and in the lines in which it fits.
struct FittedText: Sendable {
    let lines: [Line]
    /// In points.
    let size: Double
    let slot: TextSlot

    struct Line: Sendable {
        let text: String
        let extent: TextExtent
    }

    /// From baseline to baseline, in points.
    var leading: Double { slot.style.leading * size }

    /// From the top of the first line to its baseline: where a Latin ascender ends, or higher where the ink does.
    var ascent: Double { Self.room(for: lines.first?.extent.ascent ?? 0, atLeast: 0.72) * size }

    /// From the last baseline to the bottom.
    var descent: Double { Self.room(for: lines.last?.extent.descent ?? 0, atLeast: 0.24) * size }

    /// In em, by fiftieths: whichever digits a number has, its line is as high.
    static func room(for ink: Double, atLeast least: Double) -> Double {
        ink <= least ? least : (ink * 50).rounded(.up) / 50
    }

    var height: Double { ascent + Double(lines.count - 1) * leading + descent }

    /// The lines in a box: `top` is where the first one begins.
    func paragraph(in box: Box, top: Double) -> Paragraph {
        let placed = lines.enumerated().map { index, line in
            let width = line.extent.width * size
            let x =
                switch slot.align {
                case .left: box.x
                case .centre: box.midX - width / 2
                case .right: box.maxX - width
                }
            return PlacedLine(
                text: line.text, x: x, y: top + ascent + Double(index) * leading, width: width,
                continues: index + 1 < lines.count)
        }
        return Paragraph(role: slot.role, style: slot.style.style, size: size, lines: placed)
    }
}
