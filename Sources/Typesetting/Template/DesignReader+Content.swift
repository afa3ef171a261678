internal import Yams

extension DesignReader {
    func element(_ value: YAMLValue) throws(TemplateError) -> Element {
        switch try value.kind(among: TemplateKeys.elements) {
        case "text":
            let map = try value.fields(TemplateKeys.text)
            return .text(try text(map), try map.required("box").box())
        case "rule": return .rule(try rule(value))
        case "image": return .image(try image(value))
        case "signatories": return .signatories(try signatories(try value.fields(["signatories"])))
        case "qr": return .code(try code(try value.fields(["qr"]).required("qr")))
        case "stack": return .stack(try stack(value))
        default: return .microtext(try microtext(value))
        }
    }

    private func text(_ map: YAMLFields) throws(TemplateError) -> TextSlot {
        TextSlot(
            text: try FieldText(try map.required("text"), fields: fields),
            style: try map.required("style").entry(of: styles, "style"),
            role: try map.optional("role")?.word(Paragraph.Role.self) ?? .paragraph,
            align: try map.optional("align")?.word(TextSlot.Alignment.self) ?? .centre,
            vertical: try map.optional("vertical")?.word(TextSlot.VerticalAlignment.self) ?? .middle,
            lines: try map.optional("lines")?.integer(1...6) ?? 1,
            breaks: try map.optional("breaks")?.word(TextSlot.Breaks.self) ?? .balanced,
            condition: try condition(map), name: map.whole.path)
    }

    private func condition(_ map: YAMLFields) throws(TemplateError) -> String? {
        guard let value = map.optional("when") else { return nil }
        let field = try value.text()
        guard fields.contains(field) else {
            throw value.problem("unknown field \"\(field)\"; fields are \(fields.sorted().joined(separator: ", "))")
        }
        return field
    }

    private func rule(_ value: YAMLValue) throws(TemplateError) -> PlacedRule {
        let map = try value.fields(TemplateKeys.rule)
        let ends = try map.required("rule").numbers(4, "x and y of both ends in mm").map(Millimetres.points)
        return PlacedRule(
            fromX: ends[0], fromY: ends[1], toX: ends[2], toY: ends[3],
            weight: try map.required("weight").number(atLeast: 0.1),
            ink: try map.required("ink").entry(of: inks, "ink"))
    }

    private func image(_ value: YAMLValue) throws(TemplateError) -> ImageSlot {
        let map = try value.fields(TemplateKeys.image)
        return ImageSlot(
            file: try map.required("image").text(), box: try map.required("box").box(),
            alternative: try map.required("alternative").text(), condition: try condition(map))
    }

    private func signatories(_ outer: YAMLFields) throws(TemplateError) -> SignatoryGroup {
        let value = try outer.required("signatories")
        let map = try value.fields(TemplateKeys.signatories)
        return SignatoryGroup(
            box: try map.required("box").box(), column: try map.required("column").length(atLeast: 20),
            gutter: try map.required("gutter").length(), picture: try map.required("picture").length(),
            ink: try map.required("ink").entry(of: inks, "ink"),
            weight: try map.required("weight").number(atLeast: 0.1),
            holder: try map.required("name").entry(of: styles, "style"),
            postMalay: try map.required("postMalay").entry(of: styles, "style"),
            postEnglish: try map.required("postEnglish").entry(of: styles, "style"), name: value.path)
    }

    private func code(_ value: YAMLValue) throws(TemplateError) -> CodeSlot {
        let map = try value.fields(TemplateKeys.code)
        let centre = try map.required("centre").numbers(2, "x and y in mm").map(Millimetres.points)
        // Under 25 mm a code of this length is not read from a creased photocopy; the design asks for 28.
        return CodeSlot(
            centreX: centre[0], centreY: centre[1], side: try map.required("side").length(atLeast: 28),
            form: try map.optional("form")?.word(CodeSlot.Form.self) ?? .signed)
    }

    private func stack(_ value: YAMLValue) throws(TemplateError) -> Stack {
        let map = try value.fields(TemplateKeys.stack)
        var items: [Stack.Item] = []
        for item in try map.required("items").list() { items.append(try stackItem(item)) }
        return Stack(box: try map.required("stack").box(), items: items, name: value.path)
    }

    private func stackItem(_ value: YAMLValue) throws(TemplateError) -> Stack.Item {
        guard try value.kind(among: ["text", "rule"]) == "rule" else {
            let map = try value.fields(TemplateKeys.stackedText)
            return Stack.Item(part: .text(try text(map)), gap: try gap(map))
        }
        let map = try value.fields(TemplateKeys.stackedRule)
        return Stack.Item(
            part: .rule(
                try map.required("rule").length(atLeast: 1), try map.required("weight").number(atLeast: 0.1),
                try map.required("ink").entry(of: inks, "ink")),
            gap: try gap(map))
    }

    /// `2`, rigid, or `[2, 5]`: from the least to the best, in mm.
    private func gap(_ map: YAMLFields) throws(TemplateError) -> Stack.Gap {
        guard let value = map.optional("gap") else { return Stack.Gap(least: 0, best: 0) }
        if value.node.scalar != nil {
            let gap = Millimetres.points(try value.number())
            return Stack.Gap(least: gap, best: gap)
        }
        let gaps = try value.numbers(2, "the least and the best gap in mm").map(Millimetres.points)
        guard gaps[0] <= gaps[1] else { throw value.problem("gaps go from the least to the best") }
        return Stack.Gap(least: gaps[0], best: gaps[1])
    }

    private func microtext(_ value: YAMLValue) throws(TemplateError) -> MicrotextSlot {
        let map = try value.fields(TemplateKeys.microtext)
        let style = try map.required("style").entry(of: styles, "style")
        return MicrotextSlot(
            text: try FieldText(try map.required("microtext"), fields: fields), style: style.style, size: style.best,
            box: try map.required("box").box(), corner: try map.optional("corner")?.length() ?? 0)
    }
}
