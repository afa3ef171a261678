/// How a text looks, but for its size, which the layout finds.
public struct TypeStyle: Sendable, Hashable {
    /// Font families in the order in which they are asked for a glyph.
    public let families: [String]
    public let face: Face
    public let ink: Ink
    /// Space between letters, in em.
    public let letterSpacing: Double
    /// More space between words, in em: capitals stand too close with a font's own.
    public let wordSpacing: Double
    /// OpenType features as Pango reads them: `smcp=1, onum=1`.
    public let features: String
    /// BCP 47 tag of the text's language: `ms`, `en`.
    public let language: String

    public init(
        families: [String], face: Face, ink: Ink, letterSpacing: Double = 0, wordSpacing: Double = 0,
        features: String = "",
        language: String = "ms"
    ) {
        self.families = families
        self.face = face
        self.ink = ink
        self.letterSpacing = letterSpacing
        self.wordSpacing = wordSpacing
        self.features = features
        self.language = language
    }

    /// Few styles of a template agree in these; equality looks at all.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(letterSpacing)
        hasher.combine(face)
        hasher.combine(features.utf8.count)
        hasher.combine(ink.red)
    }

    /// The faces of a family that templates can ask for.
    public enum Face: String, Sendable, Hashable, CaseIterable {
        case regular = "Regular"
        case italic = "Italic"
        case medium = "Medium"
        case semiBold = "SemiBold"
        case bold = "Bold"
    }
}
