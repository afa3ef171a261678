internal import Typesetting

/// What the texts and pictures of a course's certificates are set from.
struct Lettering: Sendable {
    /// Of the page.
    let height: Double
    /// How lines that all certificates have are shown, but for size and place.
    let lines: [LineKey: [UInt8]]
    let tables: [TypeStyle: LetterTable]
    let pictures: [String: PictureProgram]
    /// Names of the fonts in the page's resources, as ``LetterTable/Letter/font`` counts them.
    let fonts: [String]
}

/// A line's text and looks.
struct LineKey: Hashable {
    let text: String
    let style: TypeStyle
}

/// The operators that paint a picture, but for its place.
struct PictureProgram: Sendable {
    /// Of the six numbers of the matrix, those that are not its place.
    let scale: [UInt8]
    /// The picture's own corner, from its box's.
    let x: Double
    let y: Double
    let width: Double
    let height: Double
    /// What follows the matrix: the graphics state, if any, and the picture.
    let paint: [UInt8]
}
