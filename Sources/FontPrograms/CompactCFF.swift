/// A CFF font program made small for a PDF: the same glyphs under the same names, without subroutines and hints.
///
/// A subset keeps the empty places of all the subroutines that its font had, and what several of the font's glyphs shared is
/// used by few of them: written out, and packed by the PDF, EB Garamond's letters take three quarters of their room.
public struct CompactCFF {
    public let bytes: [UInt8]

    /// Lower numbers stand for strings that every reader knows (appendix A).
    private static let firstOwnString = 391

    private enum Key {
        static let (charset, encoding, charstrings, privacy, subroutines) = (15, 16, 17, 18, 19)
        static let (defaultWidth, nominalWidth) = (20, 21)
        static let registry = 1230
        /// Version, notice, full name, family, weight and copyright.
        static let notes = [0, 1, 2, 3, 4, 1200]
    }

    /// - Throws: ``FontProgramProblem``, also for a program that is sound but keyed by CIDs or does arithmetic.
    public init(_ program: [UInt8]) throws(FontProgramProblem) {
        let header = try CFFIndex.integer(program, at: 2, size: 1)
        let names = try CFFIndex(program, at: header)
        let tops = try CFFIndex(program, at: names.end)
        let strings = try CFFIndex(program, at: tops.end)
        let globals = try CFFIndex(program, at: strings.end)
        guard program.first == 1, names.items.count == 1, tops.items.count == 1, let only = tops.items.first else {
            throw .notCovered("other than one font of version 1")
        }
        let top = try CFFDictionary(only)
        guard top.integers(Key.registry) == nil else { throw .notCovered("glyphs by CID") }
        guard let place = top.integers(Key.charstrings)?.first, let privacy = top.integers(Key.privacy),
            privacy.count == 2
        else { throw .damaged("no outlines") }
        let glyphs = try CFFIndex(program, at: place)
        let (own, locals) = try Self.privacy(program, size: privacy[0], at: privacy[1])
        let outlines = try glyphs.items.map { glyph throws(FontProgramProblem) in
            try PlainCharstring(glyph, globals: globals.items, locals: locals).bytes
        }
        let parts = Parts(
            front: Array(program.prefix(names.end)),
            strings: CFFIndex.bytes(Self.named(strings.items, in: top)),
            charset: try Charset.bytes(program, at: top.integers(Key.charset)?.first ?? 0, glyphs: outlines.count),
            encoding: try Encoding.bytes(program, at: top.integers(Key.encoding)?.first ?? 0),
            outlines: CFFIndex.bytes(outlines), privacy: own)
        bytes = parts.written(top)
    }

    /// The names of glyphs stay; what a font says of itself, as its notice and its full name, is for those who install it.
    private static func named(_ strings: [ArraySlice<UInt8>], in top: CFFDictionary) -> [[UInt8]] {
        let unused = Set(Key.notes.flatMap { top.integers($0) ?? [] }.map { $0 - firstOwnString })
        return strings.enumerated().map { unused.contains($0) ? [] : Array($1) }
    }

    /// Of the private dictionary what tells widths, and its subroutines.
    private static func privacy(
        _ program: [UInt8], size: Int, at start: Int
    ) throws(FontProgramProblem) -> ([UInt8], [ArraySlice<UInt8>]) {
        guard size >= 0, start >= 0, start <= program.count - size else { throw .damaged("private dictionary") }
        let dictionary = try CFFDictionary(program[start..<start + size])
        let own = dictionary.bytes { $0 == Key.defaultWidth || $0 == Key.nominalWidth }
        // The offset counts from the dictionary.
        guard let offset = dictionary.integers(Key.subroutines)?.first else { return (own, []) }
        return (own, try CFFIndex(program, at: start + offset).items)
    }

    private struct Parts {
        /// Header and name.
        let front: [UInt8]
        let strings: [UInt8]
        /// An offset of 0, 1 or 2 stands for a set that every reader knows; such a one has no bytes.
        let charset: (known: Int, bytes: [UInt8])
        let encoding: (known: Int, bytes: [UInt8])
        let outlines: [UInt8]
        let privacy: [UInt8]

        func written(_ top: CFFDictionary) -> [UInt8] {
            let offsets = [Key.charset, Key.encoding, Key.charstrings, Key.privacy]
            func tops(_ charset: Int, _ encoding: Int, _ outlines: Int, _ own: Int) -> [UInt8] {
                CFFIndex.bytes([
                    top.bytes(
                        keeping: { !offsets.contains($0) && !Key.notes.contains($0) },
                        adding: [
                            (Key.charset, [charset]), (Key.encoding, [encoding]), (Key.charstrings, [outlines]),
                            (Key.privacy, [privacy.count, own]),
                        ])
                ])
            }
            let noSubroutines = CFFIndex.bytes([])
            let start = front.count + tops(0, 0, 0, 0).count + strings.count + noSubroutines.count
            let encodingStart = start + charset.bytes.count
            let outlinesStart = encodingStart + encoding.bytes.count
            let head = tops(
                charset.bytes.isEmpty ? charset.known : start,
                encoding.bytes.isEmpty ? encoding.known : encodingStart, outlinesStart,
                outlinesStart + outlines.count)
            return front + head + strings + noSubroutines + charset.bytes + encoding.bytes + outlines + privacy
        }
    }
}
