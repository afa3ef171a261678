internal import Yams

/// Reads the design out of a template's YAML; the tables of fonts, inks and styles are read first.
struct DesignReader {
    let families: [String: [String]]
    let inks: [String: Ink]
    let styles: [String: SizedStyle]
    let fields: Set<String>

    init(_ top: YAMLFields, fields: Set<String>, catalogue: FontCatalogue) throws(TemplateError) {
        var families: [String: [String]] = [:]
        for (name, value) in try top.required("fonts").named() {
            families[name] = try Self.chain(value, catalogue)
        }
        var inks: [String: Ink] = [:]
        for (name, value) in try top.required("inks").named() {
            guard let ink = Ink(hex: try value.text()) else { throw value.problem("a colour is written \"#RRGGBB\"") }
            inks[name] = ink
        }
        var styles: [String: SizedStyle] = [:]
        for (name, value) in try top.required("styles").named() {
            styles[name] = try Self.style(value, families, inks, catalogue)
        }
        self.families = families
        self.inks = inks
        self.styles = styles
        self.fields = fields
    }

    func design(_ top: YAMLFields) throws(TemplateError) -> Design {
        let page = try top.required("page").fields(TemplateKeys.page)
        var design = Design(
            width: try page.required("width").length(atLeast: 50),
            height: try page.required("height").length(atLeast: 50),
            ground: try top.optional("ground")?.entry(of: inks, "ink"), art: [], content: [],
            watermark: try top.required("watermark").entry(of: styles, "style").style)
        for value in try top.optional("art")?.list() ?? [] { design.art.append(try art(value)) }
        for value in try top.required("content").list() { design.content.append(try element(value)) }
        return design
    }

    private static func chain(_ value: YAMLValue, _ catalogue: FontCatalogue) throws(TemplateError) -> [String] {
        var chain: [String] = []
        for entry in try value.list() {
            let family = try entry.text()
            guard catalogue.families.contains(family) else {
                let known = catalogue.families.sorted().joined(separator: ", ")
                throw entry.problem("there is no font family \"\(family)\" in fonts.yaml; there are \(known)")
            }
            chain.append(family)
        }
        guard !chain.isEmpty else { throw value.problem("at least one family is expected") }
        return chain
    }

    private static func style(
        _ value: YAMLValue, _ families: [String: [String]], _ inks: [String: Ink], _ catalogue: FontCatalogue
    ) throws(TemplateError) -> SizedStyle {
        let map = try value.fields(TemplateKeys.style)
        let chain = try map.required("font").entry(of: families, "font")
        let face = try map.optional("face")?.word(TypeStyle.Face.self) ?? .regular
        guard catalogue.has(family: chain[0], face: face) else {
            throw value.problem("fonts.yaml has no \(face.rawValue) of \"\(chain[0])\"")
        }
        let style = TypeStyle(
            families: chain, face: face, ink: try map.required("ink").entry(of: inks, "ink"),
            letterSpacing: try map.optional("spacing")?.number(atLeast: -0.05) ?? 0,
            wordSpacing: try map.optional("words")?.number(atLeast: 0) ?? 0,
            features: try map.optional("features")?.text() ?? "",
            language: try map.optional("language")?.text() ?? "ms")
        let (least, best) = try sizes(try map.required("size"))
        let floor = try map.optional("floor")?.number(atLeast: 1) ?? least
        guard floor <= least else { throw value.problem("floor is not above the least size") }
        return SizedStyle(
            style: style, best: best, least: least, floor: floor,
            leading: try map.optional("leading")?.number(atLeast: 0.8) ?? 1.25)
    }

    /// `12`, or `[10, 12]`: from the least to the best.
    private static func sizes(_ value: YAMLValue) throws(TemplateError) -> (least: Double, best: Double) {
        if value.node.scalar != nil {
            let size = try value.number(atLeast: 1)
            return (size, size)
        }
        let sizes = try value.numbers(2, "the least and the best size in pt")
        guard sizes[0] >= 1, sizes[0] <= sizes[1] else { throw value.problem("sizes go from the least to the best") }
        return (sizes[0], sizes[1])
    }
}
