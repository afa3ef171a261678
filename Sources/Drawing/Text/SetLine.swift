internal import CPango

/// One line of text, shaped at the reference size: the only owner of a `PangoLayout`.
final class SetLine {
    let layout: OpaquePointer

    init?(context: OpaquePointer) {
        guard let layout = pango_layout_new(context) else { return nil }
        self.layout = layout
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    var line: UnsafeMutablePointer<PangoLayoutLine>? { pango_layout_get_line_readonly(layout, 0) }

    /// Width of the line with all its spaces, in em.
    var logicalWidth: Double {
        var logical = PangoRectangle()
        pango_layout_line_get_extents(line, nil, &logical)
        return Double(logical.width) / Self.unit
    }

    /// It reads from right to left.
    var isRightToLeft: Bool { pango_layout_line_get_resolved_direction(line) == PANGO_DIRECTION_RTL }

    /// Lines are shaped at this size, in points, and scaled: without hinting, extents grow in proportion.
    static let reference = 100.0
    /// Pango's units in an em of that size.
    static let unit = Double(PANGO_SCALE) * reference
}
