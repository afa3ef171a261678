internal import CCairo
internal import Glibc
internal import Typesetting

extension Workbench {
    /// Repeats a text along the four sides of its box, centred on each, the letters' feet inwards.
    func draw(_ microtext: Microtext, on canvas: borrowing Canvas) {
        guard let extent = try? shaper.extent(of: microtext.text, in: microtext.style) else { return }
        let box = microtext.box
        let sides = [
            (box.x, box.y, 0.0, box.width), (box.maxX, box.y, 90, box.height),
            (box.maxX, box.maxY, 180, box.width), (box.x, box.maxY, 270, box.height),
        ]
        for (x, y, angle, side) in sides {
            let length = side - 2 * microtext.corner
            let width = extent.width * microtext.size
            let count = width > 0 ? Int(length / width) : 0
            guard count > 0 else { continue }
            canvas.saved {
                cairo_translate(canvas.context, x, y)
                cairo_rotate(canvas.context, angle * .pi / 180)
                let start = (side - width * Double(count)) / 2
                for index in 0..<count {
                    shaper.show(
                        microtext.text, microtext.style, size: microtext.size, x: start + Double(index) * width, y: 0,
                        width: width, spaced: false, on: canvas)
                }
            }
        }
    }

    /// Letters from corner to corner, pale enough to read through, too large to overlook.
    func draw(_ watermark: Watermark, on canvas: borrowing Canvas, _ page: Box) {
        guard let extent = try? shaper.extent(of: watermark.text, in: watermark.style), extent.width > 0 else { return }
        let diagonal = (page.width * page.width + page.height * page.height).squareRoot()
        let size = diagonal * 0.72 / extent.width
        canvas.saved {
            cairo_push_group(canvas.context)
            cairo_translate(canvas.context, page.midX, page.midY)
            cairo_rotate(canvas.context, -page.rise)
            shaper.show(
                watermark.text, watermark.style, size: size, x: -extent.width * size / 2,
                y: (extent.ascent - extent.descent) * size / 2, width: extent.width * size, spaced: false, on: canvas)
            cairo_pop_group_to_source(canvas.context)
            cairo_paint_with_alpha(canvas.context, 0.14)
        }
    }
}

extension Box {
    /// How steeply the diagonal rises to the right, in radians: below a quarter of π on a page that lies, above on one that
    /// stands.
    var rise: Double { atan2(height, width) }
}
