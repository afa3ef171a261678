extension Template {
    /// The same with what the whole frame has, such as the texts of its language, written in; the rest stays to be asked.
    func filled(with frame: Fields) -> Template { Template(parts: Self.filled(parts, with: frame)) }

    private init(parts: [Part]) { self.parts = parts }

    private static func filled(_ parts: [Part], with frame: Fields) -> [Part] {
        var filled: [Part] = []
        for part in parts.map({ self.filled($0, with: frame) }) {
            if case .text(let text) = part, case .text(let before)? = filled.last {
                filled[filled.count - 1] = .text(before + text)
            } else {
                filled.append(part)
            }
        }
        return filled
    }

    private static func filled(_ part: Part, with frame: Fields) -> Part {
        switch part {
        case .value(let name):
            guard name.isOfFrame, let text = frame.text(at: name) else { return part }
            var html = ""
            HTMLText.append(text, to: &html)
            return .text(html)
        case .section(let name, let parts): return .section(name, filled(parts, with: frame))
        case .inverted(let name, let parts): return .inverted(name, filled(parts, with: frame))
        case .frame(let name, let blocks): return .frame(name, blocks.mapValues { filled($0, with: frame) })
        case .block(let name, let parts): return .block(name, filled(parts, with: frame))
        case .text, .partial: return part
        }
    }
}

extension Fields {
    /// The text at the end of a path; nil when something else is there, or nothing.
    fileprivate func text(at name: Template.Name) -> String? {
        var value = Shown.fields(self)
        for step in [name.first].compactMap(\.self) + name.rest {
            guard case .fields(let fields) = value, let next = fields.value(named: step) else { return nil }
            value = next
        }
        guard case .text(let text) = value else { return nil }
        return text
    }
}
