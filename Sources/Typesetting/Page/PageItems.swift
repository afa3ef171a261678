/// One drawing among the assets, drawn in one or many places.
public struct PlacedArt: Sendable, Hashable {
    /// Name below the assets folder: `art/crest.svg`.
    public let file: String
    /// Size of one drawing, in points.
    public let width: Double
    public let height: Double
    public let placements: [Placement]

    /// Where the middle of a drawing comes to lie, and how it is turned and stretched about it.
    public struct Placement: Sendable, Hashable {
        public let x: Double
        public let y: Double
        /// Clockwise, in degrees.
        public let angle: Double
        /// Factors along the drawing's own axes; -1 mirrors it.
        public let scaleX: Double
        public let scaleY: Double
    }
}

/// Lines of one text, with their meaning.
public struct Paragraph: Sendable, Hashable {
    public let role: Role
    public let style: TypeStyle
    /// In points.
    public let size: Double
    public let lines: [PlacedLine]

    /// What a reader hears: standard structure types of ISO 32000-1, 14.8.4.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        case heading1 = "H1"
        case heading2 = "H2"
        case paragraph = "P"
    }
}

/// One line of text, set from `x` on the baseline `y`.
public struct PlacedLine: Sendable, Hashable {
    public let text: String
    public let x: Double
    public let y: Double
    public let width: Double
    /// Another line of the same text follows, after a space that is not seen.
    public let continues: Bool
    /// Where it does not look like the rest of its paragraph.
    public var style: TypeStyle?
}

/// A straight line.
public struct PlacedRule: Sendable, Hashable {
    public let fromX: Double
    public let fromY: Double
    public let toX: Double
    public let toY: Double
    public let weight: Double
    public let ink: Ink
}

/// A signature or another picture, fitted into its box without distortion.
public struct PlacedPicture: Sendable, Hashable {
    /// Name below the assets folder.
    public let file: String
    public let box: Box
    /// What is read aloud.
    public let alternative: String
}

/// A QR code with its quiet zone.
public struct PlacedSymbol: Sendable, Hashable {
    public let matrix: SymbolMatrix
    /// The box of the code and its quiet zone of four modules; it is white.
    public let box: Box
    public let link: String
    /// What is read aloud; nil on a certificate, of which `Drawing` knows what to say.
    public var alternative: String?

    /// Side of one module, in points.
    public var module: Double { box.width / Double(matrix.side + 2 * SymbolMatrix.quietZone) }
}

/// A text repeated in tiny letters along the sides of a box.
public struct Microtext: Sendable, Hashable {
    public let text: String
    public let style: TypeStyle
    public let size: Double
    public let box: Box
    /// Length at both ends of each side that stays free.
    public let corner: Double
}

/// A large pale word from corner to corner.
public struct Watermark: Sendable, Hashable {
    public let text: String
    public let style: TypeStyle
}

/// A filled rectangle.
public struct PlacedPanel: Sendable, Hashable {
    public let box: Box
    public let ink: Ink
}

/// A part of the document's structure (ISO 32000-1, 14.8.4).
public struct PagePart: Sendable, Hashable {
    public let role: Role
    public let items: [PageItem]

    public enum Role: String, Sendable, Hashable, CaseIterable {
        case table = "Table"
        case row = "TR"
        case headCell = "TH"
        case cell = "TD"
        /// Edges of pages, and what only adorns.
        case edge = "NonStruct"
    }
}
