/// One page while it is put together.
struct Rendering {
    private(set) var html = ""
    private let library: [String: Template]
    private var levels: [Level]
    private var blocks: [String: [Template.Part]] = [:]

    /// What names are looked up in, from the innermost section outward.
    private struct Level {
        let value: any Sendable
        let fields: Fields?
    }

    init(_ fields: Fields, library: [String: Template]) {
        self.library = library
        levels = [Level(value: fields, fields: fields)]
        html.reserveCapacity(16_384)
    }

    mutating func add(_ parts: [Template.Part]) throws(TemplateError) {
        for part in parts {
            switch part {
            case .text(let text): html += text
            case .value(let name): if let value = value(of: name) { add(value) }
            case .section(let name, let parts): try add(parts, for: value(of: name))
            case .inverted(let name, let parts): if value(of: name).isAbsent { try add(parts) }
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

    private mutating func add(_ value: any Sendable) {
        switch value {
        case let text as String: HTMLText.append(text, to: &html)
        case let number as Int: html += String(number)
        default: HTMLText.append(String(describing: value), to: &html)
        }
    }

    private mutating func add(_ parts: [Template.Part], for value: (any Sendable)?) throws(TemplateError) {
        switch value {
        case nil: break
        case let isTrue as Bool: if isTrue { try add(parts) }
        case let fields as Fields: try add(parts, on: Level(value: fields, fields: fields))
        case let rows as [Fields]: for row in rows { try add(parts, on: Level(value: row, fields: row)) }
        case let rows as [any Sendable]:
            for row in rows { try add(parts, on: Level(value: row, fields: row as? Fields)) }
        case let value?: try add(parts, on: Level(value: value, fields: nil))
        }
    }

    private mutating func add(_ parts: [Template.Part], on level: Level) throws(TemplateError) {
        levels.append(level)
        try add(parts)
        levels.removeLast()
    }

    private func value(of name: Template.Name) -> (any Sendable)? {
        guard let first = name.steps.first else { return levels.last?.value }
        if name.isOfFrame { return levels.first?.fields?.value(named: first).flatMap { follow(name, from: $0) } }
        for level in levels.reversed() {
            if let value = level.fields?.value(named: first) { return follow(name, from: value) }
        }
        return nil
    }

    /// What the steps after the first lead to.
    private func follow(_ name: Template.Name, from value: any Sendable) -> (any Sendable)? {
        var value = value
        for step in name.steps.dropFirst() {
            guard let next = (value as? Fields)?.value(named: step) else { return nil }
            value = next
        }
        return value
    }
}

extension Optional<any Sendable> {
    /// What an inverted section is shown for.
    fileprivate var isAbsent: Bool {
        switch self {
        case nil: true
        case let isTrue as Bool: !isTrue
        case let rows as [Fields]: rows.isEmpty
        case let rows as [any Sendable]: rows.isEmpty
        default: false
        }
    }
}
