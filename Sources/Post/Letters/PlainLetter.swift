/// A letter as plain text.
struct PlainLetter {
    let frame: LetterFrame
    let greeting: String
    let blocks: [FilledBlock]

    var text: String {
        let parts = [greeting] + blocks.map(Self.text)
        let foot = "-- \nAKMAL2U – \(frame.system)\n\(frame.academy)\n\(frame.notice)\n"
        return parts.joined(separator: "\n\n") + "\n\n" + foot
    }

    private static func text(_ block: FilledBlock) -> String {
        switch block {
        case .paragraph(let text): text
        case .facts(let facts): facts.map { "\($0.label): \($0.value)" }.joined(separator: "\n")
        case .action(let label, let link): "\(label):\n\(link)"
        }
    }
}
