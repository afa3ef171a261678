package import Attestation

/// The pages that a template is compiled from for one course: its certificates without anybody's own values, and the
/// letters that such values are set in.
///
/// They depend on nothing but the template and what all certificates of the course have in common.
package struct CompilingPages: Sendable {
    /// The certificate with stand-ins of several lengths.
    package let samples: [Page]
    /// The first of them for somebody else; what is the same on both is the same on all.
    package let twin: Page?
    /// nil where what is the same on all certificates cannot be laid out.
    package let memory: LayoutMemory?
    /// Each letter of each alphabet between two of ``fence``: a paragraph each, in their order.
    package let letters: Page
    package let alphabets: [Alphabet]

    /// Stands on both sides of a letter, so that blanks are drawn and spacing is that within a word.
    package static let fence: Unicode.Scalar = "H"

    package init(
        _ face: CertificateFace, template: Template, with surroundings: some TextMeasurer & SymbolEncoder
    ) throws(LayoutError) {
        let design = template.design
        let information = PageInformation(
            title: template.titleMalay, author: face.organiserMalay, subject: face.courseMalay, language: "ms",
            created: "2000-01-01T00:00:00.000Z")
        let common = PersonalTexts.common(face)
        let code = "HTTPS://\(face.host.uppercased())/V/0000000000000000"
        func layout(_ personal: [String: String]) -> PageLayout<some TextMeasurer & SymbolEncoder> {
            PageLayout(
                design: design, values: common.merging(personal) { $1 }, signatories: face.signatories,
                codes: CodeTexts(short: code, signed: code), surroundings: surroundings)
        }
        func page(_ personal: [String: String]) throws(LayoutError) -> Page {
            Page(
                width: design.width, height: design.height, information: information,
                items: try layout(personal).items())
        }
        let isNumbered = !face.maskedMyKad.isEmpty
        samples = PersonalTexts.samples(isNumbered: isNumbered).compactMap { try? page($0) }
        let twin = PersonalTexts.twin(isNumbered: isNumbered)
        self.twin = try? page(twin)
        memory = try? LayoutMemory(layout(twin))
        alphabets = design.alphabets
        letters = Page(
            width: design.width, height: design.height, information: information,
            items: alphabets.flatMap { alphabet in
                alphabet.characters.map { .paragraph(Self.paragraph($0, alphabet.style)) }
            })
    }

    private static func paragraph(_ character: Unicode.Scalar, _ style: TypeStyle) -> Paragraph {
        let text = "\(fence)\(character)\(fence)"
        let line = PlacedLine(text: text, x: 72, y: 72, width: 72, continues: false)
        return Paragraph(role: .paragraph, style: style, size: 10, lines: [line])
    }
}
