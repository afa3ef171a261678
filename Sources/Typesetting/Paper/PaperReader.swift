internal import Yams

/// Reads the content of a paper's template; styles are the stationery's.
struct PaperReader {
    let kind: PaperKind
    let stationery: Stationery

    func blocks(_ value: YAMLValue) throws(TemplateError) -> [PaperBlock] {
        var blocks: [PaperBlock] = []
        for entry in try value.list() { blocks.append(try block(entry)) }
        return blocks
    }

    private func block(_ value: YAMLValue) throws(TemplateError) -> PaperBlock {
        switch try value.kind(among: PaperKeys.blocks) {
        case "text":
            let map = try value.fields(PaperKeys.wording)
            return try block(.text(try wording(map)), map)
        case "pairs":
            let map = try value.fields(PaperKeys.pairs)
            return try block(.pairs(try pairs(map)), map)
        case "table":
            let map = try value.fields(PaperKeys.table)
            return try block(.table(try table(map)), map)
        case "note":
            let map = try value.fields(PaperKeys.note)
            return try block(.note(try map.required("note").paperText(kind.fields)), map)
        case "rule":
            let map = try value.fields(PaperKeys.blockRule)
            return try block(.rule(try map.required("rule").length(atLeast: 1)), map)
        case "space":
            let map = try value.fields(PaperKeys.space)
            return try block(.space(try map.required("space").length()), map)
        case "picture":
            let map = try value.fields(PaperKeys.picture)
            return try block(.picture(try picture(map)), map)
        case "code":
            let map = try value.fields(PaperKeys.code)
            return try block(.code(try code(map)), map)
        default:
            let map = try value.fields(PaperKeys.keep)
            return try block(.keep(try blocks(try map.required("keep"))), map)
        }
    }

    private func block(_ content: PaperBlock.Content, _ map: YAMLFields) throws(TemplateError) -> PaperBlock {
        PaperBlock(
            content: content, gap: try map.optional("gap")?.length() ?? 0,
            indent: try map.optional("indent")?.length() ?? 0, when: try field(map, "when"),
            unless: try field(map, "unless"), follows: try map.optional("follows")?.flag() ?? false,
            name: map.whole.path)
    }

    private func wording(_ map: YAMLFields) throws(TemplateError) -> PaperBlock.Wording {
        PaperBlock.Wording(
            text: try map.required("text").paperText(kind.fields), style: try style(map),
            role: try map.optional("role")?.word(Paragraph.Role.self) ?? .paragraph,
            align: try map.optional("align")?.word(TextSlot.Alignment.self) ?? .left,
            breaks: try map.optional("breaks")?.word(PaperBlock.Breaks.self) ?? .running,
            number: try map.optional("number")?.word(PaperBlock.Numbering.self),
            isCapitals: try map.optional("capitals")?.flag() ?? false)
    }

    private func pairs(_ map: YAMLFields) throws(TemplateError) -> PaperBlock.Pairs {
        var pairs: [PaperBlock.Pair] = []
        for value in try map.required("pairs").list() {
            let pair = try value.fields(PaperKeys.pair)
            pairs.append(
                PaperBlock.Pair(
                    label: try pair.required("label").paperText([]),
                    text: try pair.required("text").paperText(kind.fields), when: try field(pair, "when"),
                    breaks: try pair.optional("breaks")?.word(PaperBlock.Breaks.self) ?? .running, name: value.path))
        }
        return PaperBlock.Pairs(
            pairs: pairs, label: try map.required("label").length(atLeast: 5),
            isRuled: try map.optional("ruled")?.flag() ?? false)
    }

    private func picture(_ map: YAMLFields) throws(TemplateError) -> PaperBlock.Picture {
        let value = try map.required("picture")
        let size = try map.required("size").numbers(2, "width and height in mm").map(Millimetres.points)
        guard size[0] > 0, size[1] > 0 else { throw value.problem("a picture is wider and higher than nothing") }
        return PaperBlock.Picture(
            field: try known(value), width: size[0], height: size[1],
            alternative: try map.required("alternative").paperText(kind.fields))
    }

    private func code(_ map: YAMLFields) throws(TemplateError) -> PaperBlock.Code {
        PaperBlock.Code(
            side: try map.required("code").length(atLeast: 20),
            alternative: try map.required("alternative").paperText(kind.fields))
    }

    func style(_ map: YAMLFields) throws(TemplateError) -> PaperStyle {
        try map.required("style").entry(of: stationery.styles, "style")
    }

    private func field(_ map: YAMLFields, _ key: String) throws(TemplateError) -> String? {
        guard let value = map.optional(key) else { return nil }
        return try known(value)
    }

    private func known(_ value: YAMLValue) throws(TemplateError) -> String {
        let field = try value.text()
        guard kind.fields.contains(field) else {
            throw value.problem(
                "unknown field \"\(field)\"; fields are \(kind.fields.sorted().joined(separator: ", "))")
        }
        return field
    }
}

extension YAMLValue {
    /// `true` or `false`.
    func flag() throws(TemplateError) -> Bool {
        switch try text() {
        case "true": true
        case "false": false
        default: throw problem("true or false is expected")
        }
    }
}
