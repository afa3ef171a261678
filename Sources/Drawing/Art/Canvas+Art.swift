internal import CCairo
internal import Typesetting

extension Canvas {
    /// Paints a drawing in each of its places.
    func paint(_ art: RecordedArt, _ placed: PlacedArt) {
        for placement in placed.placements {
            saved {
                cairo_translate(context, placement.x, placement.y)
                cairo_rotate(context, placement.angle * .pi / 180)
                cairo_scale(context, placement.scaleX, placement.scaleY)
                cairo_translate(context, -placed.width / 2, -placed.height / 2)
                cairo_set_source_surface(context, art.surface, 0, 0)
                cairo_paint(context)
            }
        }
    }

    /// Paints a picture into its box, as large as it gets there without distortion, on the bottom and centred.
    func paint(_ art: RecordedArt, into box: Box) {
        let scale = min(box.width / art.width, box.height / art.height)
        saved {
            cairo_translate(context, box.midX - art.width * scale / 2, box.maxY - art.height * scale)
            cairo_scale(context, scale, scale)
            cairo_set_source_surface(context, art.surface, 0, 0)
            // PDF/A forbids the smoothing that cairo otherwise asks readers for (ISO 19005-3, 6.2.8).
            if art.isPhotograph, kind == .pdf {
                cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_NEAREST)
            }
            cairo_paint(context)
        }
    }

    /// Draws a QR code: its white plate, then all black runs as one path, so that no reader sees seams.
    ///
    /// The path is a form of its own, whose unit is the module: its whole numbers are exact, short and quickly written.
    func draw(_ symbol: PlacedSymbol) {
        fill(symbol.box, .white)
        let module = symbol.module
        let border = Double(SymbolMatrix.quietZone) * module
        let side = Double(symbol.matrix.side)
        var extents = cairo_rectangle_t(x: 0, y: 0, width: side, height: side)
        let recording = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents)
        defer { cairo_surface_destroy(recording) }
        let pen = cairo_create(recording)
        for piece in symbol.matrix.rectangles {
            cairo_rectangle(
                pen, Double(piece.column), Double(piece.row), Double(piece.width), Double(piece.height))
        }
        cairo_set_source_rgb(pen, 0, 0, 0)
        cairo_fill(pen)
        cairo_destroy(pen)
        saved {
            cairo_translate(context, symbol.box.x + border, symbol.box.y + border)
            cairo_scale(context, module, module)
            cairo_set_source_surface(context, recording, 0, 0)
            cairo_paint(context)
        }
    }

    func draw(_ rule: PlacedRule) {
        setInk(rule.ink)
        cairo_set_line_width(context, rule.weight)
        cairo_move_to(context, rule.fromX, rule.fromY)
        cairo_line_to(context, rule.toX, rule.toY)
        cairo_stroke(context)
    }
}
