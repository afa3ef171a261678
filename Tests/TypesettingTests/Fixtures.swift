import Foundation

@testable import Typesetting

/// A measurer that needs no fonts: every letter is half an em wide, and some letters do not exist.
struct Ruler: TextMeasurer, SymbolEncoder {
    var missing: Set<Unicode.Scalar> = []

    func extent(of text: String, in style: TypeStyle) throws(MissingGlyph) -> TextExtent {
        if let scalar = text.unicodeScalars.first(where: missing.contains) { throw MissingGlyph(character: scalar) }
        return TextExtent(width: Double(text.count) * (0.5 + style.letterSpacing), ascent: 0.7, descent: 0.2)
    }

    func encode(_ text: String) throws(LayoutError) -> SymbolMatrix {
        SymbolMatrix(side: 21, modules: [Bool](repeating: true, count: 441))
    }
}

/// The checkout that the tests stand in.
enum Checkout {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    static let assets = "\(root)/Assets"

    static func catalogue() throws -> FontCatalogue { try FontCatalogue.read(file: "\(root)/Fonts/fonts.yaml") }

    static func participation() throws -> Template {
        try Template.read(
            folder: "\(root)/Templates/certificates/participation/v1", id: "certificates/participation", version: 1,
            assets: assets, catalogue: catalogue())
    }
}

/// A folder that holds one template and is removed with it.
final class TemplateFolder {
    let path: String

    init(_ yaml: String) throws {
        path = NSTemporaryDirectory() + "template-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data(yaml.utf8).write(to: URL(filePath: "\(path)/template.yaml"))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func read() throws -> Template {
        try Template.read(
            folder: path, id: "certificates/small", version: 1, assets: Checkout.assets,
            catalogue: Checkout.catalogue())
    }
}

/// A template with one of everything; tests change a line of it.
let smallTemplate = """
    id: certificates/small
    version: 1
    title: {ms: Kecil, en: Small}
    page: {width: 200, height: 100}
    ground: ivory
    watermark: plain
    fonts: {serif: [EB Garamond, Noto Naskh Arabic]}
    inks: {ivory: "#FFFDF7", navy: "#172554"}
    styles:
      plain: {font: serif, ink: navy, size: [8, 12]}
      name: {font: serif, ink: navy, size: [20, 30], floor: 10}
    art:
      - {file: art/crest.svg, box: [0, 0, 20, 20], turns: 3}
      - {file: art/band.svg, size: [9.9, 7], along: {box: [5, 5, 190, 90], corner: 5, period: 9, across: 20, down: 8}}
    content:
      - {text: "{{courseMalay}}", style: plain, box: [0, 0, 100, 20], role: H1, lines: 2}
      - {rule: [0, 50, 100, 50], ink: navy, weight: 0.5}
      - {image: art/crest.svg, box: [0, 0, 20, 20], alternative: Lambang}
      - stack: [0, 0, 100, 80]
        items:
          - {text: "{{holder}}", style: name, role: H2, lines: 2, breaks: name, gap: [1, 2]}
          - {rule: 50, ink: navy, weight: 0.5, gap: 1}
          - {text: "No. KP {{maskedMyKad}}", style: plain, when: maskedMyKad, gap: [1, 2]}
      - signatories: {box: [0, 50, 150, 40], column: 40, gutter: 4, picture: 15, ink: navy, weight: 0.5,
                      name: plain, postMalay: plain, postEnglish: plain}
      - {qr: {centre: [170, 60], side: 28}}
      - {microtext: "{{serial}} ·", style: plain, box: [2, 2, 196, 96], corner: 4}
    """
