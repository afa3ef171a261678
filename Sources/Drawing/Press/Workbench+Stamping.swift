internal import Attestation
internal import PDFObjects
internal import Stamping
internal import Typesetting

extension Workbench {
    /// Draws what a course's certificates have in common, and measures the letters of the rest.
    /// - Throws: only what would stop the reference path too; where that would go on, the result is nil.
    mutating func compile(
        _ face: CertificateFace, _ template: Template, with attachments: [Finishing.Attachment], for seal: SealPlace
    ) throws(PressError) -> CompiledTemplate? {
        let compiling: CompilingPages
        do throws(LayoutError) { compiling = try CompilingPages(face, template: template, with: shaper) } catch {
            throw .layout(error)
        }
        guard let first = compiling.samples.first else { return nil }
        let drawn: [UInt8]
        do { drawn = try draw(compiling.samples + [compiling.letters], as: .pdf) } catch {
            throw error as? PressError ?? .library("\(error)")
        }
        var measures: [TypeStyle: AlphabetMeasure] = [:]
        for alphabet in compiling.alphabets { measures[alphabet.style] = shaper.measure(alphabet) }
        do throws(StampingProblem) {
            return try CompiledTemplate(
                drawn, of: compiling, finishing: Finishing(of: [first], with: attachments), for: seal,
                measuring: measures)
        } catch {
            if case .notCovered = error { return nil }
            throw .library("template \(template.id) v\(template.version) was not compiled: \(error)")
        }
    }
}

/// Measures by a compiled template's tables, and by shaping what is not in them.
///
/// An object, as each text that is laid out is given it.
final class StampedText: TextMeasurer, SymbolEncoder {
    private let template: CompiledTemplate
    private let shaper: TextShaper

    init(template: CompiledTemplate, shaper: TextShaper) {
        self.template = template
        self.shaper = shaper
    }

    func extent(of text: String, in style: TypeStyle) throws(MissingGlyph) -> TextExtent {
        if let extent = template.extent(of: text, in: style) { return extent }
        return try shaper.extent(of: text, in: style)
    }

    func encode(_ text: String) throws(LayoutError) -> SymbolMatrix { try shaper.encode(text) }
}
