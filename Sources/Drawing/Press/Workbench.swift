internal import PDFObjects
internal import Typesetting

/// What one thread at a time draws with: shaped fonts, played drawings and what they are in a PDF, kept from page to page.
struct Workbench: ~Copyable {
    let shaper: TextShaper
    let deflater: Deflater
    private let assets: String
    private var drawings: [String: RecordedArt] = [:]
    /// By file.
    var pictures: [String: PDFForm] = [:]
    var backdrops: [Backdrop: PDFForm] = [:]

    init(fonts: [String], assets: String) throws(PressError) {
        let deflater: Deflater
        do throws(PDFProblem) { deflater = try Deflater(.quick) } catch { throw .library("\(error)") }
        shaper = try TextShaper(try FontConfiguration(files: fonts))
        self.assets = assets
        self.deflater = deflater
    }

    /// The drawing of a file, from below the assets folder.
    /// - Parameter size: to play an SVG at; nil for its own.
    mutating func drawing(_ file: String, size: (width: Double, height: Double)? = nil) throws(PressError)
        -> RecordedArt
    {
        let key = size.map { "\(file) \($0.width)×\($0.height)" } ?? file
        if let known = drawings[key] { return known }
        let art =
            try file.hasSuffix(".svg")
            ? RecordedArt(svg: "\(assets)/\(file)", size: size) : RecordedArt(png: "\(assets)/\(file)")
        drawings[key] = art
        return art
    }
}

extension TextShaper: SymbolEncoder {
    func encode(_ text: String) throws(LayoutError) -> SymbolMatrix { try SymbolMatrix.encoding(text) }
}
