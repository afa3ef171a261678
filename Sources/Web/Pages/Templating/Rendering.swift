/// One page while it is put together.
struct Rendering {
    private(set) var html = ""
    private let library: [String: Template]
    /// The page as a whole, which is also the outermost of the levels.
    private let page: Fields
    /// What names are looked up in, from the outermost section inward.
    private var levels: [Shown]
    private var blocks: [String: [Template.Part]] = [:]

    init(_ fields: Fields, library: [String: Template]) {
        self.library = library
        page = fields
        levels = [.fields(fields)]
        html.reserveCapacity(32_768)
    }

    mutating func add(_ parts: [Template.Part]) throws(TemplateError) {
        for part in parts {
            switch part {
            case .text(let text): html += text
            case .value(let name): if let value = value(of: name) { add(value) }
            case .section(let name, let parts): if let value = value(of: name) { try add(parts, for: value) }
            case .inverted(let name, let parts): if value(of: name)?.isAbsent ?? true { try add(parts) }
            case .partial(let name): try add(template: name)
            case .block(let name, let parts): try add(blocks[name] ?? parts)
            case .frame(let name, let own):
                let outer = blocks
                // A frame around this one has the last word.
                blocks = own.merging(outer) { $1 }
                try add(template: name)
                blocks = outer
            }
        }
    }

    mutating func add(template name: String) throws(TemplateError) {
        guard let template = library[name] else {
            throw TemplateError(file: name, problem: "there is no such template")
        }
        try add(template.parts)
    }

    /// A list or a part has no text of its own: a template that asks for one shows nothing.
    private mutating func add(_ value: Shown) {
        switch value {
        case .text(let text): HTMLText.append(text, to: &html)
        case .number(let number): html += String(number)
        case .flag(let flag): html += flag ? "true" : "false"
        case .fields, .rows, .texts: break
        }
    }

    private mutating func add(_ parts: [Template.Part], for value: Shown) throws(TemplateError) {
        switch value {
        case .flag(let isTrue): if isTrue { try add(parts) }
        case .rows(let rows): for row in rows { try add(parts, on: .fields(row)) }
        case .texts(let texts): for text in texts { try add(parts, on: .text(text)) }
        case .text, .number, .fields: try add(parts, on: value)
        }
    }

    private mutating func add(_ parts: [Template.Part], on level: Shown) throws(TemplateError) {
        levels.append(level)
        try add(parts)
        levels.removeLast()
    }

    private func value(of name: Template.Name) -> Shown? {
        guard let first = name.first else { return levels.last }
        if name.isOfFrame { return page.value(named: first).flatMap { follow(name, from: $0) } }
        var place = levels.count
        while place > 0 {
            place -= 1
            if case .fields(let fields) = levels[place], let value = fields.value(named: first) {
                return name.rest.isEmpty ? value : follow(name, from: value)
            }
        }
        return nil
    }

    /// What the steps after the first lead to.
    private func follow(_ name: Template.Name, from value: Shown) -> Shown? {
        var value = value
        for step in name.rest {
            guard case .fields(let fields) = value, let next = fields.value(named: step) else { return nil }
            value = next
        }
        return value
    }
}
