/// Sets running texts: full size, in as many lines as it takes; smaller only where a word is wider than its column.
///
/// A word that is too wide even at the floor is broken between letters, without a hyphen: nothing is clipped.
struct RunningSetter<Measurer: TextMeasurer> {
    let measurer: Measurer

    /// - Parameters:
    ///   - lead: room that is left free at the beginning, in points.
    ///   - slot: for messages.
    func set(
        _ spans: [TextSpan], _ style: PaperStyle, width: Double, breaks: PaperBlock.Breaks = .running,
        lead: Double = 0, slot: String
    ) throws(LayoutError) -> RunningText {
        var atoms = Atom.atoms(of: spans)
        var widths = try self.widths(of: atoms, style, slot)
        let size = Self.size(for: widths.max() ?? 0, style.sized, width)
        if let widest = widths.max(), widest * size > width + 0.01 {
            let limit = width / size
            let pieces = zip(atoms, widths).map { $1 > limit ? $0.letters : [$0] }
            atoms = pieces.flatMap(\.self)
            widths = try self.widths(of: atoms, style, slot)
        }
        let space = try extent(" ", style.sized.style, slot).width
        let room = lead / size
        let filler = LineFiller(
            widths: widths.enumerated().map { $0 == 0 ? $1 + room : $1 }, spaces: atoms.map { $0.isSpaced ? space : 0 },
            costs: atoms.map { breaks == .name && !$0.beginsWithParticle ? 0.4 : 0 }, width: width / size,
            isBalanced: breaks != .running)
        let starts = filler.starts
        var lines: [RunningText.Line] = []
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1] : atoms.count
            let isSpaced = end < atoms.count && atoms[end].isSpaced
            var line = try line(atoms[start..<end], style, size, space, slot)
            line.isSpaced = isSpaced
            if index == 0 { line.move(by: lead) }
            lines.append(line)
        }
        return RunningText(style: style, size: size, width: width, lines: lines)
    }

    private func line(
        _ atoms: ArraySlice<Atom>, _ style: PaperStyle, _ size: Double, _ space: Double, _ slot: String
    ) throws(LayoutError) -> RunningText.Line {
        var line = RunningText.Line(runs: [], width: 0, ascent: 0, descent: 0, isSpaced: false)
        for run in Self.runs(of: atoms) {
            let extent = try extent(run.text, style.style(run.isStrong), slot)
            var placed = run
            placed.x = line.width
            placed.width = extent.width * size
            line.width += placed.width + (run.isSpaced ? space * size : 0)
            line.ascent = max(line.ascent, extent.ascent * size)
            line.descent = max(line.descent, extent.descent * size)
            line.runs.append(placed)
        }
        return line
    }

    /// Neighbours that look the same are one run, with the spaces between them.
    private static func runs(of atoms: ArraySlice<Atom>) -> [RunningText.Run] {
        var runs: [RunningText.Run] = []
        for (index, atom) in atoms.enumerated() {
            for (place, piece) in atom.pieces.enumerated() {
                let isSpaced = place == 0 && index > 0 && atom.isSpaced
                if let last = runs.last, last.isStrong == piece.isStrong {
                    runs[runs.count - 1].text += (isSpaced ? " " : "") + piece.text
                } else {
                    if !runs.isEmpty { runs[runs.count - 1].isSpaced = isSpaced }
                    runs.append(.init(text: piece.text, isStrong: piece.isStrong, x: 0, width: 0, isSpaced: false))
                }
            }
        }
        return runs
    }

    private func widths(of atoms: [Atom], _ style: PaperStyle, _ slot: String) throws(LayoutError) -> [Double] {
        var widths: [Double] = []
        for atom in atoms {
            var width = 0.0
            for piece in atom.pieces { width += try extent(piece.text, style.style(piece.isStrong), slot).width }
            widths.append(width)
        }
        return widths
    }

    /// The best size, or smaller for a wide word, in tenths of a point; the floor at the least.
    private static func size(for widest: Double, _ sized: SizedStyle, _ width: Double) -> Double {
        guard widest * sized.best > width else { return sized.best }
        return max(sized.floor, (width / widest * 10).rounded(.down) / 10)
    }

    private func extent(_ text: String, _ style: TypeStyle, _ slot: String) throws(LayoutError) -> TextExtent {
        do {
            return try measurer.extent(of: text, in: style)
        } catch {
            throw .missingGlyph(error.character, field: nil, slot: slot)
        }
    }
}
