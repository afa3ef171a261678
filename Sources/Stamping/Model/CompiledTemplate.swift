package import Digests
internal import PDFObjects
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
    let lettering: Lettering
    let sheet: Sheet
    /// The page's streams in their order, where nothing is moved.
    let contents: [Int]
    /// The same where all is the certificate's own.
    let movedContents: [Int]
    /// Of the description that each file has of itself.
    let metadataBeginning: PackedBeginning
    /// For what else is a certificate's own.
    let ownCode: TextCode
    /// Of the layout, for the pages that are stamped.
    package let memory: LayoutMemory?
    /// What the constant objects were made from.
    let finishing: Finishing

    /// Measures a text of a personal style; nil for one that the table cannot set.
    package func extent(of text: String, in style: TypeStyle) -> TextExtent? {
        lettering.tables[style]?.setting(of: text)?.extent
    }
}

/// Which numbers the objects have that a certificate adds; the constant ones come before them.
struct ObjectNumbers: Sendable {
    /// The first of the certificate's own.
    let first: Int

    /// The list of the page's contents.
    var contents: Int { first }
    var metadata: Int { first + 1 }
    var information: Int { first + 2 }
    var link: Int { first + 3 }
    var signature: Int { first + 4 }
    /// The stream of those that are packed.
    var packed: Int { first + 5 }
    /// The table of all objects.
    var table: Int { first + 6 }
    /// Two attached files.
    func attachment(_ index: Int) -> Int { first + 7 + index }
    /// The form of the QR code's black modules.
    var symbol: Int { first + 9 }
    /// The page's own contents, one after the other.
    func own(_ index: Int) -> Int { first + 10 + index }

    /// How many there are beside ``own(_:)``.
    static let count = 10

    let catalog: Int
}
