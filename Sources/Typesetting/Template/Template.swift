public import Attestation

/// A design for one kind of certificate, read from a folder `Templates/certificates/<kind>/v<version>`.
///
/// A version that has issued a certificate is never edited; the next one stands beside it.
public struct Template: Sendable {
    /// Folder below `Templates`, without the version: `certificates/participation`.
    public let id: String
    /// From 1.
    public let version: Int
    /// The kind's name, for headings and lists.
    public let titleMalay: String
    public let titleEnglish: String
    /// SHA-256, in hexadecimal, over the list of the template's files and their own SHA-256 (`docs/templates.md`).
    public let sha256: String
    /// The assets that it uses, by their names below the assets folder, sorted.
    public let files: [String]
    /// Every font family that its texts may take a glyph from, sorted.
    public let families: [String]
    let design: Design

    /// `participation`.
    public var kind: String { id.split(separator: "/").last.map(String.init) ?? id }

    /// What a certificate keeps of it.
    public var reference: TemplateReference { TemplateReference(id: id, version: version, sha256: sha256) }
}

/// What a template draws.
struct Design: Sendable {
    var width: Double
    var height: Double
    var ground: Ink?
    var art: [PlacedArt]
    var content: [Element]
    /// Style of the word across a specimen.
    var watermark: TypeStyle
}

/// A part of a page at a fixed place.
enum Element: Sendable {
    case text(TextSlot, Box)
    case rule(PlacedRule)
    case image(ImageSlot)
    case signatories(SignatoryGroup)
    case code(CodeSlot)
    case stack(Stack)
    case microtext(MicrotextSlot)
}
