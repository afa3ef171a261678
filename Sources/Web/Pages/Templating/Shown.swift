/// What a page gives its template under a name.
///
/// Templates know these kinds and no other. Which one a value is, is settled once, when the page says it: asking a value
/// of any type what it is, each time that a template meets it, costs more than showing it.
enum Shown: Sendable {
    case text(String)
    case number(Int)
    /// Whether a section is shown.
    case flag(Bool)
    case fields(Fields)
    case rows([Fields])
    case texts([String])

    /// What a section skips and an inverted section is shown for.
    var isAbsent: Bool {
        switch self {
        case .flag(let isTrue): !isTrue
        case .rows(let rows): rows.isEmpty
        case .texts(let texts): texts.isEmpty
        case .text, .number, .fields: false
        }
    }
}

extension Shown: ExpressibleByBooleanLiteral {
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
}

/// A value that a template can show.
protocol Showable: Sendable {
    var shown: Shown { get }
}

extension Shown: Showable {
    var shown: Shown { self }
}

extension String: Showable {
    var shown: Shown { .text(self) }
}

extension Int: Showable {
    var shown: Shown { .number(self) }
}

extension Bool: Showable {
    var shown: Shown { .flag(self) }
}

extension Fields: Showable {
    var shown: Shown { .fields(self) }
}

/// A value of which a section can show a list.
protocol Listable: Showable {
    static func shown(_ list: [Self]) -> Shown
}

extension Fields: Listable {
    static func shown(_ list: [Fields]) -> Shown { .rows(list) }
}

extension String: Listable {
    static func shown(_ list: [String]) -> Shown { .texts(list) }
}

extension Array: Showable where Element: Listable {
    var shown: Shown { Element.shown(self) }
}

extension Optional where Wrapped: Showable {
    /// The value, or `false` for a template's section to skip.
    var orAbsent: Shown { map(\.shown) ?? .flag(false) }
}

extension String {
    /// The text, or `false` when there is none: a section would print an empty text.
    var orAbsent: Shown { isEmpty ? .flag(false) : .text(self) }
}
