internal import CCairo
internal import PDFObjects
internal import Typesetting

extension Workbench {
    /// Backdrops, and pictures, that are kept before all are forgotten.
    private static let capacity = 64

    mutating func form(of backdrop: Backdrop) throws -> PDFForm {
        if let known = backdrops[backdrop] { return known }
        var played: [(drawing: RecordedArt, places: PlacedArt)] = []
        for art in backdrop.art { played.append((try drawing(art.file, size: (art.width, art.height)), art)) }
        let recorded = try RecordedArt(width: backdrop.width, height: backdrop.height) { canvas in
            for art in played { canvas.paint(art.drawing, art.places) }
        }
        let form = try Self.form(of: recorded)
        if backdrops.count >= Self.capacity { backdrops.removeAll() }
        backdrops[backdrop] = form
        return form
    }

    mutating func form(of file: String, _ picture: RecordedArt) throws -> PDFForm {
        if let known = pictures[file] { return known }
        let form = try Self.form(of: picture)
        if pictures.count >= Self.capacity { pictures.removeAll() }
        pictures[file] = form
        return form
    }

    /// A drawing as Cairo writes it into a document of its own.
    private static func form(of art: RecordedArt) throws -> PDFForm {
        let canvas = try Canvas(kind: .pdf, width: art.width, height: art.height)
        canvas.paint(art, into: Box(x: 0, y: 0, width: art.width, height: art.height))
        return try PDFForm(paintedBy: PDFDocument(reading: canvas.finish()))
    }
}
