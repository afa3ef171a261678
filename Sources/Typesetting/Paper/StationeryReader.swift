internal import Yams

/// Reads what all papers share: `Templates/documents/stationery/v<version>/stationery.yaml`.
struct StationeryReader {
    private let design: DesignReader
    private let styles: [String: PaperStyle]

    static func read(_ top: YAMLFields, version: Int, catalogue: FontCatalogue) throws(TemplateError) -> Stationery {
        let said = try top.required("version")
        guard try said.integer(1...9999) == version else {
            throw said.problem("its folder makes it version \(version)")
        }
        return try StationeryReader(top, catalogue).stationery(top, version)
    }

    private init(_ top: YAMLFields, _ catalogue: FontCatalogue) throws(TemplateError) {
        design = try DesignReader(top, fields: [], catalogue: catalogue)
        styles = design.styles.mapValues { PaperStyle(sized: $0, strong: $0.style.strong(in: catalogue)) }
    }

    private func stationery(_ top: YAMLFields, _ version: Int) throws(TemplateError) -> Stationery {
        let letterhead = try letterhead(try top.required("letterhead").fields(PaperKeys.letterhead))
        return Stationery(
            version: version, margins: try margins(try top.required("margins").fields(PaperKeys.margins)),
            letterhead: letterhead, head: try edge(try top.required("head")), foot: try edge(try top.required("foot")),
            table: try table(try top.required("table").fields(PaperKeys.tableLook)),
            pairs: try pairs(try top.required("pairs").fields(PaperKeys.pairsLook)),
            note: try note(try top.required("note").fields(PaperKeys.noteLook)), styles: styles,
            files: [letterhead.crest])
    }

    private func margins(_ map: YAMLFields) throws(TemplateError) -> Stationery.Margins {
        Stationery.Margins(
            left: try map.required("left").length(atLeast: 8), right: try map.required("right").length(atLeast: 8),
            top: try map.required("top").length(atLeast: 8), bottom: try map.required("bottom").length(atLeast: 8),
            number: try map.required("number").length(atLeast: 1))
    }

    private func letterhead(_ map: YAMLFields) throws(TemplateError) -> Stationery.Letterhead {
        var lines: [Stationery.Line] = []
        for value in try map.required("lines").list() {
            let line = try value.fields(PaperKeys.line)
            lines.append(
                Stationery.Line(
                    text: try line.required("text").paperText(PaperKind.common),
                    style: try style(line), gap: try line.optional("gap")?.length() ?? 0))
        }
        var rules: [(y: Double, stroke: Stationery.Stroke)] = []
        for value in try map.required("rules").list() {
            let rule = try value.fields(PaperKeys.rule)
            rules.append((try rule.required("y").length(), try stroke(rule)))
        }
        guard !rules.isEmpty else { throw map.whole.problem("a letterhead has at least one rule") }
        return Stationery.Letterhead(
            height: try map.required("height").length(atLeast: 8), crest: try map.required("crest").text(),
            box: try map.required("box").box(), alternative: try map.required("alternative").paperText([]),
            indent: try map.required("indent").length(), top: try map.required("top").length(), lines: lines,
            rules: rules)
    }

    private func edge(_ value: YAMLValue) throws(TemplateError) -> Stationery.Edge {
        let map = try value.fields(PaperKeys.edge)
        var rule: (distance: Double, stroke: Stationery.Stroke)?
        if let value = map.optional("rule") {
            let line = try value.fields(PaperKeys.edgeRule)
            rule = (Millimetres.points(try line.required("distance").number()), try stroke(line))
        }
        return Stationery.Edge(
            distance: try map.required("distance").length(atLeast: 5),
            left: try map.required("left").paperText(PaperKind.pageFields),
            right: try map.required("right").paperText(PaperKind.pageFields), style: try style(map), rule: rule)
    }

    private func table(_ map: YAMLFields) throws(TemplateError) -> Stationery.TableLook {
        Stationery.TableLook(
            head: try style(map, "head"), padding: try map.required("padding").length(),
            air: try map.required("air").length(),
            line: try stroke(try map.required("line").fields(PaperKeys.stroke)),
            edge: try stroke(try map.required("edge").fields(PaperKeys.stroke)),
            wash: try map.required("wash").entry(of: design.inks, "ink"))
    }

    private func pairs(_ map: YAMLFields) throws(TemplateError) -> Stationery.PairsLook {
        Stationery.PairsLook(
            label: try style(map, "label"), value: try style(map, "value"), air: try map.required("air").length())
    }

    private func note(_ map: YAMLFields) throws(TemplateError) -> Stationery.NoteLook {
        Stationery.NoteLook(
            style: try style(map), bar: try stroke(try map.required("bar").fields(PaperKeys.stroke)),
            wash: try map.required("wash").entry(of: design.inks, "ink"),
            padding: try map.required("padding").length())
    }

    private func style(_ map: YAMLFields, _ key: String = "style") throws(TemplateError) -> PaperStyle {
        try map.required(key).entry(of: styles, "style")
    }

    private func stroke(_ map: YAMLFields) throws(TemplateError) -> Stationery.Stroke {
        Stationery.Stroke(
            weight: try map.required("weight").number(atLeast: 0.1),
            ink: try map.required("ink").entry(of: design.inks, "ink"))
    }
}

extension TypeStyle {
    /// The same, but stronger: bold where the family has it, else semi-bold, else as it is.
    fileprivate func strong(in catalogue: FontCatalogue) -> TypeStyle {
        let faces = [TypeStyle.Face.bold, .semiBold].filter { catalogue.has(family: families[0], face: $0) }
        return TypeStyle(
            families: families, face: faces.first ?? face, ink: ink, letterSpacing: letterSpacing,
            wordSpacing: wordSpacing, features: features, language: language)
    }
}

extension YAMLValue {
    /// A text for both languages, or `{ms: …, en: …}`.
    func paperText(_ fields: Set<String>) throws(TemplateError) -> PaperText {
        guard node.scalar == nil else { return PaperText(malay: try marked(fields), english: try marked(fields)) }
        let map = try self.fields(PaperKeys.text)
        return PaperText(
            malay: try map.required("ms").marked(fields), english: try map.required("en").marked(fields))
    }

    private func marked(_ fields: Set<String>) throws(TemplateError) -> FieldText {
        let text = try FieldText(self, fields: fields)
        guard PaperText.parts(text.source).count % 2 == 1 else { throw problem("a ** is never closed") }
        return text
    }
}
