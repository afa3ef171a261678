internal import Yams

extension PaperReader {
    func table(_ map: YAMLFields) throws(TemplateError) -> PaperBlock.Table {
        let value = try map.required("table")
        let list = try value.text()
        guard let fields = kind.lists[list] else { throw unknown(value, "list", list, kind.lists.keys.sorted()) }
        var foot: String?
        if let value = map.optional("foot") {
            let name = try value.text()
            guard kind.lists[name] == fields else {
                throw value.problem("the foot is a list with the same fields as \"\(list)\"")
            }
            foot = name
        }
        var columns: [PaperBlock.Column] = []
        for value in try map.required("columns").list() { columns.append(try column(value, fields)) }
        return PaperBlock.Table(
            list: list, foot: foot, columns: columns, height: try map.optional("height")?.length() ?? 0,
            most: try map.optional("most")?.integer(1...40) ?? 12, name: value.path)
    }

    private func column(_ value: YAMLValue, _ fields: Set<String>) throws(TemplateError) -> PaperBlock.Column {
        let map = try value.fields(PaperKeys.column)
        var each: String?
        var (heads, own) = (kind.fields, fields)
        if let value = map.optional("each") {
            let name = try value.text()
            guard let columns = kind.columns[name] else {
                throw unknown(value, "column", name, kind.columns.keys.sorted())
            }
            each = name
            (heads, own) = (columns, fields.union(["cell"]))
        }
        var head: [PaperText] = []
        for value in try map.required("head").list() { head.append(try value.paperText(heads)) }
        var cells: [PaperBlock.Cell] = []
        for value in try map.required("cells").list() {
            let cell = try value.fields(PaperKeys.cell)
            cells.append(
                PaperBlock.Cell(
                    text: try cell.required("text").paperText(own), style: try style(cell),
                    breaks: try cell.optional("breaks")?.word(PaperBlock.Breaks.self) ?? .running))
        }
        return PaperBlock.Column(
            head: head, cells: cells, width: try width(try map.required("width")),
            align: try map.optional("align")?.word(TextSlot.Alignment.self) ?? .left,
            isBoxed: try map.optional("boxed")?.flag() ?? false, each: each, name: value.path)
    }

    /// `9`, rigid, or `[50, 80]`: from the least to the best, in mm.
    private func width(_ value: YAMLValue) throws(TemplateError) -> ClosedRange<Double> {
        if value.node.scalar != nil {
            let width = try value.length(atLeast: 3)
            return width...width
        }
        let widths = try value.numbers(2, "the least and the best width in mm").map(Millimetres.points)
        guard widths[0] > 0, widths[0] <= widths[1] else {
            throw value.problem("widths go from the least to the best")
        }
        return widths[0]...widths[1]
    }

    private func unknown(_ value: YAMLValue, _ noun: String, _ name: String, _ known: [String]) -> TemplateError {
        value.problem("there is no \(noun) \"\(name)\"; there are \(known.joined(separator: ", "))")
    }
}
