/// Tells how much room a text takes; passed in, so that layout needs no library of C.
public protocol TextMeasurer {
    /// The extent of a text on one line.
    ///
    /// It grows in proportion to the size (no hinting), so it is given in em: multiply by the size in points.
    func extent(of text: String, in style: TypeStyle) throws(MissingGlyph) -> TextExtent
}

/// Room that a line takes, in em.
public struct TextExtent: Sendable, Hashable {
    /// From the first letter's origin to the end of the last, without letter-spacing at the ends.
    public let width: Double
    /// Ink above the baseline.
    public let ascent: Double
    /// Ink below the baseline, counted downwards.
    public let descent: Double

    public init(width: Double, ascent: Double, descent: Double) {
        self.width = width
        self.ascent = ascent
        self.descent = descent
    }
}

/// A character that no font of a style's families has.
public struct MissingGlyph: Error, Sendable, Hashable {
    public let character: Unicode.Scalar

    public init(character: Unicode.Scalar) { self.character = character }
}
