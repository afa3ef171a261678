import Academy

/// A letter as HTML: the layout with its slots filled.
struct MarkedUpLetter {
    let layout: LetterLayout
    let frame: LetterFrame
    let language: Language
    let subject: String
    let greeting: String
    let blocks: [FilledBlock]

    var html: String {
        layout.filled([
            "language": language.rawValue, "subject": Self.escaped(subject), "preview": Self.escaped(preview),
            "system": Self.escaped(frame.system), "academy": Self.escaped(frame.academy),
            "notice": Self.escaped(frame.notice), "body": body,
        ])
    }

    /// What mailboxes show beside the subject.
    private var preview: String {
        for case .paragraph(let text) in blocks { return text }
        return subject
    }

    private var body: String {
        let greeting = #"<p style="\#(Style.paragraph)">\#(Self.escaped(greeting))</p>"#
        return ([greeting] + blocks.map(html)).joined(separator: "\n")
    }

    private func html(_ block: FilledBlock) -> String {
        switch block {
        case .paragraph(let text): #"<p style="\#(Style.paragraph)">\#(Self.escaped(text))</p>"#
        case .facts(let facts): table(facts)
        case .action(let label, let link): button(label, link)
        }
    }

    private func table(_ facts: [(label: String, value: String)]) -> String {
        let rows = facts.map { label, value in
            """
            <tr><th scope="row" align="left" valign="top" class="soft" style="\(Style.label)">\(Self.escaped(label))</th>
            <td valign="top" style="\(Style.value)">\(Self.escaped(value))</td></tr>
            """
        }
        return """
            <table cellpadding="0" cellspacing="0" width="100%" class="facts" style="\(Style.facts)">
            \(rows.joined(separator: "\n"))
            </table>
            """
    }

    private func button(_ label: String, _ link: String) -> String {
        let address = Self.escaped(link)
        return """
            <p style="margin:24px 0 12px"><a href="\(address)" style="\(Style.button)">\(Self.escaped(label))</a></p>
            <p class="soft" style="\(Style.small)">\(Self.escaped(frame.fallback))<br>
            <span style="word-break:break-all">\(address)</span></p>
            """
    }

    /// For element content and quoted attributes.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }

    /// Inline, because many programs drop style sheets; the layout's sheet only adds the dark colours.
    private enum Style {
        static let paragraph = "margin:0 0 16px"
        static let facts = "margin:4px 0 20px;border-top:1px solid #e4e4e7"
        static let label =
            "padding:8px 16px 8px 0;border-bottom:1px solid #e4e4e7;color:#52525b;font-weight:normal;width:32%"
        static let value = "padding:8px 0;border-bottom:1px solid #e4e4e7;font-weight:600;word-break:break-word"
        static let button =
            "display:inline-block;padding:12px 24px;border-radius:8px;background:#1d4ed8;color:#ffffff;"
            + "font-weight:600;text-decoration:none"
        static let small = "margin:0 0 20px;font-size:13px;line-height:19px;color:#52525b"
    }
}

/// The HTML document around every letter, with `{{slot}}` where something goes.
struct LetterLayout: Sendable {
    private let pieces: [String]
    private let slots: [String]

    init(_ source: String, file: String) throws(TemplateProblem) {
        var pieces = [""]
        var slots: [String] = []
        for (index, line) in source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            var rest = line
            while let open = rest.firstRange(of: "{{") {
                let name = rest[open.upperBound...].prefix { $0 != "}" }
                guard Self.known.contains(String(name)), rest[name.endIndex...].hasPrefix("}}") else {
                    throw TemplateProblem(
                        place: TemplatePlace(file: file, line: index + 1),
                        problem: "unknown slot {{\(name)}}; slots are \(Self.known.joined(separator: ", "))")
                }
                pieces[pieces.count - 1] += rest[..<open.lowerBound]
                pieces.append("")
                slots.append(String(name))
                rest = rest[name.endIndex...].dropFirst(2)
            }
            pieces[pieces.count - 1] += rest + "\n"
        }
        if let missing = Self.known.first(where: { !slots.contains($0) }) {
            throw TemplateProblem(
                place: TemplatePlace(file: file, line: 1), problem: "the slot {{\(missing)}} is missing")
        }
        self.pieces = pieces
        self.slots = slots
    }

    func filled(_ values: [String: String]) -> String {
        zip(pieces, slots.map { values[$0] ?? "" } + [""]).map { $0 + $1 }.joined()
    }

    private static let known = ["language", "subject", "preview", "system", "academy", "notice", "body"]
}
