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
    func form() throws(PDFProblem) -> PDFForm {
        let runs = self.runs
        var content = Array("1 0 0 1 \(-Self.origin) \(-Self.origin) cm\n0 0 0 rg\n".utf8)
        content.reserveCapacity(runs.count * 14)
        for run in runs {
            for number in [run.column + Self.origin, run.row + Self.origin, run.width, 1] {
                content += String(number).utf8
                content.append(UInt8(ascii: " "))
            }
            content += "re\n".utf8
        }
        content += "f\n".utf8
        return try PDFForm(content, width: side, height: side)
    }
}
