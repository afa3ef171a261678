internal import CPango
internal import Typesetting

/// Pango with the certificates' fonts: measures lines and shows them. Used by one thread at a time.
final class TextShaper {
    private let context: OpaquePointer
    private let layout: OpaquePointer

    init(_ configuration: borrowing FontConfiguration) throws(PressError) {
        guard let map = pango_fonts_only_of(configuration.config) else { throw .library("pango gives no font map") }
        let context = pango_font_map_create_context(map)
        g_object_unref(map)  // the context keeps its own reference
        guard let context, let layout = pango_layout_new(context) else {
            throw .library("pango gives no layout")
        }
        pango_lay_out_for_paper(context)
        pango_layout_set_single_paragraph_mode(layout, 1)
        self.context = context
        self.layout = layout
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(layout))
        g_object_unref(UnsafeMutableRawPointer(context))
    }

    /// Lays out one line; it stays valid until the next one.
    private func line(_ text: String, _ style: TypeStyle, size: Double) -> UnsafeMutablePointer<PangoLayoutLine>? {
        let description = pango_font_description_new()
        defer { pango_font_description_free(description) }
        pango_font_description_set_family(description, style.families.joined(separator: ","))
        pango_font_description_set_weight(description, style.face.weight)
        pango_font_description_set_style(
            description, style.face == .italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
        pango_font_description_set_absolute_size(description, size * Double(PANGO_SCALE))
        pango_layout_set_font_description(layout, description)
        let attributes = pango_attr_list_new()
        defer { pango_attr_list_unref(attributes) }
        if style.letterSpacing != 0 {
            let spacing = Int32((style.letterSpacing * size * Double(PANGO_SCALE)).rounded())
            pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(spacing))
        }
        if !style.features.isEmpty {
            pango_attr_list_insert(attributes, pango_attr_font_features_new(style.features))
        }
        pango_attr_list_insert(attributes, pango_attr_language_new(pango_language_from_string(style.language)))
        pango_layout_set_attributes(layout, attributes)
        pango_layout_set_text(layout, text, Int32(text.utf8.count))
        return pango_layout_get_line_readonly(layout, 0)
    }

    /// Shows a text from `x` on the baseline `y`.
    /// - Parameter spaced: a space follows that is not seen; a line that another continues ends with one, so that
    ///   words stay apart when the text is copied.
    func show(
        _ text: String, _ style: TypeStyle, size: Double, x: Double, y: Double, width: Double, spaced: Bool,
        on canvas: borrowing Canvas
    ) {
        guard let line = line(spaced ? text + " " : text, style, size: size) else { return }
        var left = x
        if spaced, pango_layout_line_get_resolved_direction(line) == PANGO_DIRECTION_RTL {
            var logical = PangoRectangle()
            pango_layout_line_get_extents(line, nil, &logical)
            left -= Double(logical.width) / Double(PANGO_SCALE) - width  // the space stands at the left end
        }
        canvas.setInk(style.ink)
        pango_show_line(UnsafeMutableRawPointer(canvas.context), line, left, y)
    }
}

extension TextShaper: TextMeasurer {
    /// Measured at this size, in points; extents grow in proportion.
    private static let reference = 100.0

    func extent(of text: String, in style: TypeStyle) throws(MissingGlyph) -> TextExtent {
        guard let line = line(text, style, size: Self.reference) else {
            return TextExtent(width: 0, ascent: 0, descent: 0)
        }
        if let missing = missingCharacter(of: line, text, style) { throw MissingGlyph(character: missing) }
        var ink = PangoRectangle()
        var logical = PangoRectangle()
        pango_layout_line_get_extents(line, &ink, &logical)
        let unit = Double(PANGO_SCALE) * Self.reference
        return TextExtent(
            width: Double(logical.width) / unit, ascent: Double(-ink.y) / unit,
            descent: Double(ink.y + ink.height) / unit)
    }

    /// The first character that none of the style's families has; other families' glyphs do not count.
    private func missingCharacter(
        of line: UnsafeMutablePointer<PangoLayoutLine>, _ text: String, _ style: TypeStyle
    ) -> Unicode.Scalar? {
        var index: UInt32 = 0
        while let item = pango_line_run(line, index)?.pointee {
            index += 1
            let string = item.glyphs.pointee
            for position in 0..<Int(string.num_glyphs) {
                let glyph = string.glyphs[position].glyph
                if glyph & Self.unknown != 0, let missing = Unicode.Scalar(glyph & ~Self.unknown) { return missing }
            }
            if let font = item.item.pointee.analysis.font, !isFamily(of: font, among: style.families) {
                let start = text.utf8.index(text.utf8.startIndex, offsetBy: Int(item.item.pointee.offset))
                return text[start...].unicodeScalars.first
            }
        }
        return nil
    }

    private func isFamily(of font: UnsafeMutablePointer<PangoFont>, among families: [String]) -> Bool {
        let description = pango_font_describe(font)
        defer { pango_font_description_free(description) }
        guard let family = pango_font_description_get_family(description) else { return false }
        return families.contains(String(cString: family))
    }

    /// `PANGO_GLYPH_UNKNOWN_FLAG`: a cast that Swift does not see.
    private static let unknown: UInt32 = 0x1000_0000
}

extension TypeStyle.Face {
    fileprivate var weight: PangoWeight {
        switch self {
        case .regular, .italic: PANGO_WEIGHT_NORMAL
        case .medium: PANGO_WEIGHT_MEDIUM
        case .semiBold: PANGO_WEIGHT_SEMIBOLD
        case .bold: PANGO_WEIGHT_BOLD
        }
    }
}
