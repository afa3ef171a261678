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

    /// Paints a QR code onto its white plate.
    /// - Parameter modules: the black ones; a module is its unit.
    func draw(_ symbol: PlacedSymbol, _ modules: RecordedArt) {
        fill(symbol.box, .white)
        let border = Double(SymbolMatrix.quietZone) * symbol.module
        saved {
            cairo_translate(context, symbol.box.x + border, symbol.box.y + border)
            cairo_scale(context, symbol.module, symbol.module)
            cairo_set_source_surface(context, modules.surface, 0, 0)
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
