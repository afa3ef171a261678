internal import CCairo
internal import CPango

extension Canvas {
    /// Shows a line from `x` on the baseline `y`; a word with marks keeps its text as a whole, so that it can be copied.
    func show(_ line: UnsafeMutablePointer<PangoLayoutLine>, x: Double, y: Double, scale: Double) {
        saved {
            cairo_translate(context, x, y)
            cairo_scale(context, scale, scale)
            pango_show_line(UnsafeMutableRawPointer(context), line, 0, 0)
        }
    }
}
