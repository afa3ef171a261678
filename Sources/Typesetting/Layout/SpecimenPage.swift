/// A page that shows what a template looks like, with a word across it that nobody can miss.
public struct SpecimenPage: Sendable {
    public let page: Page

    public static let word = "SPESIMEN"

    public init(
        _ values: SpecimenValues, template: Template, with surroundings: some TextMeasurer & SymbolEncoder
    ) throws(LayoutError) {
        let layout = PageLayout(
            design: template.design, values: values.fields, signatories: values.signatories,
            codes: CodeTexts(short: values.link, signed: values.link), surroundings: surroundings)
        let watermark = Watermark(text: Self.word, style: template.design.watermark)
        page = Page(
            width: template.design.width, height: template.design.height,
            information: PageInformation(
                title: "\(template.titleMalay) – \(Self.word)", author: values.fields["organiserMalay", default: ""],
                subject: Self.word, language: "ms", created: "2000-01-01T00:00:00.000Z"),
            items: try layout.items() + [.watermark(watermark)])
    }
}
