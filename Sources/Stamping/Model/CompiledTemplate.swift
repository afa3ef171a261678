package import Digests
package import Typesetting

/// A template as one course's certificates need it: the file's first bytes, which are the same for all of them, and what
/// the rest is made from.
///
/// A value that depends on nothing but the template, its fonts and what the course's certificates have in common.
package struct CompiledTemplate: Sendable {
    /// The file's beginning: its constant objects, to the end of a block of SHA-256.
    package let prefix: [UInt8]
    package let midstate: SHA256Midstate
    /// SHA-256 of ``prefix``: what it is kept by.
    package let digest: SHA256Digest
    /// Rows of the file's table of objects, for number 0 and the constant ones.
    let rows: [UInt8]
    let numbers: ObjectNumbers
    let height: Double
    /// How lines that all certificates have are shown, but for size and place.
    let lines: [LineKey: [UInt8]]
    let tables: [TypeStyle: LetterTable]
    let pictures: [String: PictureProgram]
    /// Names of the fonts in the page's resources, as ``LetterTable/Letter/font`` counts them.
    let fonts: [String]

    /// Measures a text of a personal style; nil for one that the table cannot set.
    package func extent(of text: String, in style: TypeStyle) -> TextExtent? {
        tables[style]?.setting(of: text)?.extent
    }
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

/// Which numbers the objects have that a certificate adds; the constant ones come before them.
struct ObjectNumbers: Sendable {
    let page: Int
    /// The first of the certificate's own.
    let first: Int

    var content: Int { first }
    var metadata: Int { first + 1 }
    var information: Int { first + 2 }
    var link: Int { first + 3 }
    var document: Int { first + 4 }
    var linkElement: Int { first + 5 }
    var parents: Int { first + 6 }
    var signature: Int { first + 7 }
    /// The stream of those that are packed.
    var packed: Int { first + 8 }
    /// The table of all objects.
    var table: Int { first + 9 }
    /// Two attached files.
    func attachment(_ index: Int) -> Int { first + 10 + index }
    /// Elements of structure, in reading order.
    func element(_ index: Int) -> Int { first + 12 + index }

    let catalog: Int
    let tree: Int
}
