internal import Digests
package import PDFObjects
package import Typesetting

extension CompiledTemplate {
    /// - Parameters:
    ///   - drawn: Cairo's drawing of the samples and, last, the letters.
    ///   - finishing: the first sample's; of its attachments the contents do not count.
    ///   - seal: for its name.
    ///   - measures: by style, how its letters stand beside each other.
    package init(
        _ drawn: [UInt8], of compiling: CompilingPages, finishing: Finishing, for seal: SealPlace,
        measuring measures: [TypeStyle: AlphabetMeasure]
    ) throws(StampingProblem) {
        let harvest = try Harvest(drawn, of: compiling)
        guard let first = compiling.samples.first, let twin = compiling.twin else { throw .unexpected("no page") }
        let fonts = harvest.resources("Font")
        let lettering = Lettering(
            height: first.height, lines: harvest.lines, tables: Self.tables(compiling, harvest, fonts, measures),
            pictures: harvest.pictures, fonts: fonts.entries.map(\.key))
        let sheet = try Sheet(first, twin: twin)
        var constants: [[UInt8]] = []
        for piece in sheet.pieces where piece.kind == .constant {
            constants.append(try StampedContent(piece, of: sheet.items, sheet, lettering).bytes)
        }
        (self.lettering, self.sheet, self.finishing) = (lettering, sheet, finishing)
        memory = compiling.memory
        ownCode = TextCode(samples: Self.samples(compiling, sheet, lettering))
        metadataBeginning = Deflater.beginning(Array(Metadata(finishing).beginning.utf8))
        do throws(PDFProblem) {
            let writing = try PrefixWriting(harvest, sheet, constants, finishing, seal)
            (prefix, rows, numbers) = (writing.prefix.file.bytes, writing.prefix.rows, writing.numbers)
            (contents, movedContents) = (writing.contents, writing.movedContents)
        } catch {
            throw .unexpected("the constant objects cannot be written: \(error)")
        }
        digest = SHA256Digest(of: prefix)
        var hasher = SHA256Hasher()
        hasher.update(prefix)
        guard let state = hasher.midstate() else { throw .unexpected("a prefix that is no whole number of blocks") }
        midstate = state
    }

    /// Texts such as certificates add: what is their own on the samples, and the digits of a QR code's number.
    private static func samples(_ compiling: CompilingPages, _ sheet: Sheet, _ lettering: Lettering) -> [[UInt8]] {
        let pages = compiling.samples + (compiling.twin.map { [$0] } ?? [])
        let contents = pages.flatMap { page in
            sheet.pieces.filter { $0.kind == .own }.compactMap { piece in
                try? StampedContent(piece, of: page.items, sheet, lettering).bytes
            }
        }
        // One by one, so that they make no repetitions.
        let digits = "0123456789".utf8.flatMap { [[UInt8]](repeating: [$0], count: 50) }
        return contents + digits
    }

    private static func tables(
        _ compiling: CompilingPages, _ harvest: Harvest, _ fonts: PDFDictionary,
        _ measures: [TypeStyle: AlphabetMeasure]
    ) -> [TypeStyle: LetterTable] {
        var left = harvest.letters[...]
        let names = fonts.entries.map(\.key)
        let widths = fonts.entries.map { FontWidths($0.value, in: harvest.document) }
        var tables: [TypeStyle: LetterTable] = [:]
        for alphabet in compiling.alphabets {
            guard let measure = measures[alphabet.style] else { continue }
            var letters: [(Unicode.Scalar, LetterTable.Letter)] = []
            for character in alphabet.characters {
                guard let found = left.removeFirst(), let own = measure.letters[character],
                    let font = names.firstIndex(of: found.font), (widths[font]?[found.code] ?? 0) > 0
                else { continue }
                letters.append((character, .init(font: font, code: found.code, measure: own)))
            }
            tables[alphabet.style] = LetterTable(letters) { measure.step($0, $1) }
        }
        return tables
    }
}

/// How shaping sets the letters of an alphabet.
package struct AlphabetMeasure: Sendable {
    package let letters: [Unicode.Scalar: LetterMeasure]
    private let steps: [Pair: Int32]

    package struct Pair: Hashable, Sendable {
        let left: Unicode.Scalar
        let right: Unicode.Scalar

        package init(_ left: Unicode.Scalar, _ right: Unicode.Scalar) {
            self.left = left
            self.right = right
        }
    }

    /// - Parameter steps: from one letter to the next within a text; pairs that are set otherwise are left out.
    package init(letters: [Unicode.Scalar: LetterMeasure], steps: [Pair: Int32]) {
        self.letters = letters
        self.steps = steps
    }

    package func step(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Int32? { steps[Pair(left, right)] }
}

/// The widths that a simple font of a document tells (ISO 32000-1, 9.6.2).
struct FontWidths {
    private let first: Int
    private let widths: [Int]

    /// nil for a font of two-byte codes, and for one whose codes are not those of WinAnsiEncoding.
    init?(_ font: PDFValue, in document: PDFDocument) {
        guard let font = document.resolved(font)?.dictionary, font["Encoding"] == .name("WinAnsiEncoding"),
            let first = font["FirstChar"]?.integer, let widths = document.resolved(font["Widths"])?.array
        else { return nil }
        self.first = first
        self.widths = widths.compactMap(\.integer)
        guard self.widths.count == widths.count else { return nil }
    }

    subscript(_ code: UInt8) -> Int? {
        let place = Int(code) - first
        return widths.indices.contains(place) ? widths[place] : nil
    }
}
