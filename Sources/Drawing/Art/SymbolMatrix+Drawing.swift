internal import CCairo
internal import PDFObjects
internal import Typesetting

extension SymbolMatrix {
    /// The black modules as one path, so that no reader sees seams; its unit is the module: whole numbers are exact, short
    /// and quickly written.
    func recorded() throws(PressError) -> RecordedArt {
        try RecordedArt(width: Double(side), height: Double(side)) { canvas in
            for run in runs {
                cairo_rectangle(
                    canvas.context, Double(run.column), Double(run.row), Double(run.width), 1)
            }
            canvas.setInk(.black)
            cairo_fill(canvas.context)
        }
    }

    /// The same as it stands in a PDF, where a rectangle is one operator and not the five that Cairo writes.
    func form() throws(PDFProblem) -> PDFForm { try PDFForm(content, width: side, height: side) }
}
