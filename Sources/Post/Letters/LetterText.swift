/// A text of a template with `{name}` where a value goes; a brace that is no such name is an error.
struct LetterText: Sendable {
    private let pieces: [Piece]

    private enum Piece: Sendable {
        case words(String)
        case value(String)
    }

    init(_ text: some StringProtocol, at place: TemplatePlace) throws(TemplateProblem) {
        var pieces: [Piece] = []
        var rest = String(text)[...]
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            pieces.append(.words(String(rest[..<open])))
            let brace = rest[open]
            rest = rest[open...].dropFirst()
            let name = rest.prefix { $0.isASCII && $0.isLowercase }
            rest = rest[name.endIndex...]
            guard brace == "{", !name.isEmpty, rest.first == "}" else {
                throw TemplateProblem(place: place, problem: "a brace that is not part of a {name}")
            }
            pieces.append(.value(String(name)))
            rest = rest.dropFirst()
        }
        pieces.append(.words(String(rest)))
        self.pieces = pieces
    }

    var names: Set<String> {
        Set(
            pieces.compactMap { piece in
                if case .value(let name) = piece { name } else { nil }
            })
    }

    func filled(_ values: [String: String]) -> String {
        pieces.map { piece in
            switch piece {
            case .words(let words): words
            case .value(let name): values[name] ?? ""
            }
        }.joined()
    }
}

/// Where in the templates something stands.
struct TemplatePlace: Sendable, Hashable {
    let file: String
    let line: Int
}

/// Why a mail template cannot be used; nothing is sent until it is mended.
public struct TemplateProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// Path of the file and number of the line, from 1.
    public let file: String
    public let line: Int
    public let problem: String

    init(place: TemplatePlace, problem: String) {
        file = place.file
        line = place.line
        self.problem = problem
    }

    public var description: String { "\(file):\(line): \(problem)" }
}
