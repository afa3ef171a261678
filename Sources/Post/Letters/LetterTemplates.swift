import Academy
import FoundationEssentials

/// Every letter in every language, read and checked once: a missing file or an unknown value is found at the start,
/// not when somebody waits for the letter.
public struct LetterTemplates: Sendable {
    private let layout: LetterLayout
    private let frames: [Language: LetterFrame]
    private let templates: [Language: [LetterKind: LetterTemplate]]

    /// - Parameter folder: `Templates/mail`, with `layout.html` and one folder a language.
    public init(folder: String) throws(TemplateProblem) {
        let layoutFile = "\(folder)/layout.html"
        layout = try LetterLayout(Self.text(layoutFile), file: layoutFile)
        var frames: [Language: LetterFrame] = [:]
        var templates: [Language: [LetterKind: LetterTemplate]] = [:]
        for language in Language.allCases {
            let frameFile = "\(folder)/\(language.rawValue)/frame.txt"
            frames[language] = try LetterFrame(Self.text(frameFile), file: frameFile)
            for kind in LetterKind.allCases {
                let file = "\(folder)/\(language.rawValue)/\(kind.rawValue).txt"
                templates[language, default: [:]][kind] = try LetterTemplate(
                    Self.text(file), file: file, kind: kind)
            }
        }
        self.frames = frames
        self.templates = templates
    }

    /// The letter in its words.
    public func write(_ letter: LetterDraft) throws(LetterError) -> WrittenLetter {
        guard let frame = frames[letter.language], let template = templates[letter.language]?[letter.kind] else {
            throw .unknownKind(letter.kind.rawValue)
        }
        let subject = OneLine.of(template.subject.filled(letter.values))
        let greeting = frame.greeting.filled(letter.values)
        let blocks = template.blocks.compactMap { FilledBlock($0, letter.values) }
        return WrittenLetter(
            subject: subject, text: PlainLetter(frame: frame, greeting: greeting, blocks: blocks).text,
            html: MarkedUpLetter(
                layout: layout, frame: frame, language: letter.language, subject: subject, greeting: greeting,
                blocks: blocks
            ).html)
    }

    private static func text(_ file: String) throws(TemplateProblem) -> String {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw TemplateProblem(place: TemplatePlace(file: file, line: 1), problem: "cannot be read as UTF-8 text")
        }
        return text
    }
}
