internal import CPango
internal import Typesetting

/// Pango with the certificates' fonts: measures lines and shows them.
///
/// Used by one thread at a time.
final class TextShaper {
    private let context: OpaquePointer
    /// What was shaped before: most texts of a course's certificates are the same.
    private var lines: [Key: SetLine] = [:]

    private struct Key: Hashable {
        let text: String
        let style: TypeStyle
    }

    /// Lines that are kept before all are forgotten.
    private static let capacity = 1000

    init(_ configuration: borrowing FontConfiguration) throws(PressError) {
        guard let map = pango_fonts_only_of(configuration.config) else { throw .library("pango gives no font map") }
        let context = pango_font_map_create_context(map)
        g_object_unref(map)  // the context keeps its own reference
        guard let context else { throw .library("pango gives no context") }
        pango_lay_out_for_paper(context)
        self.context = context
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(context)) }

    /// Shapes a line that is not kept: for measuring what is not asked again.
    func withLine<Value>(
        _ text: String, _ style: TypeStyle, _ body: (UnsafeMutablePointer<PangoLayoutLine>) -> Value
    ) -> Value? {
        guard let line = SetLine(context: context) else { return nil }
        set(text, style, on: line.layout)
        return line.line.map(body)
    }

    private func line(_ text: String, _ style: TypeStyle) -> SetLine? {
        let key = Key(text: text, style: style)
        if let known = lines[key] { return known }
        guard let line = SetLine(context: context) else { return nil }
        set(text, style, on: line.layout)
        if lines.count >= Self.capacity { lines.removeAll(keepingCapacity: true) }
        lines[key] = line
        return line
    }

    private func set(_ text: String, _ style: TypeStyle, on layout: OpaquePointer) {
        pango_layout_set_single_paragraph_mode(layout, 1)
        let description = pango_font_description_new()
        defer { pango_font_description_free(description) }
        pango_font_description_set_family(description, style.families.joined(separator: ","))
        pango_font_description_set_weight(description, style.face.weight)
        pango_font_description_set_style(
            description, style.face == .italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
        pango_font_description_set_absolute_size(description, SetLine.unit)
        pango_layout_set_font_description(layout, description)
        let attributes = pango_attr_list_new()
        defer { pango_attr_list_unref(attributes) }
        space(text, style, attributes)
        if !style.features.isEmpty {
            pango_attr_list_insert(attributes, pango_attr_font_features_new(style.features))
        }
        pango_attr_list_insert(attributes, pango_attr_language_new(pango_language_from_string(style.language)))
        for (range, language) in ScriptLanguage.stretches(of: text) {
            guard let attribute = pango_attr_language_new(pango_language_from_string(language)) else { continue }
            attribute.pointee.start_index = UInt32(range.lowerBound)
            attribute.pointee.end_index = UInt32(range.upperBound)
            pango_attr_list_change(attributes, attribute)
        }
        pango_layout_set_attributes(layout, attributes)
        pango_layout_set_text(layout, text, Int32(text.utf8.count))
    }

    private func space(_ text: String, _ style: TypeStyle, _ attributes: OpaquePointer?) {
        func spacing(_ em: Double) -> UnsafeMutablePointer<PangoAttribute>? {
            pango_attr_letter_spacing_new(Int32((em * SetLine.unit).rounded()))
        }
        if style.letterSpacing != 0 { pango_attr_list_insert(attributes, spacing(style.letterSpacing)) }
        guard style.wordSpacing != 0 else { return }
        for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: " ") {
            guard let attribute = spacing(style.letterSpacing + style.wordSpacing) else { continue }
            attribute.pointee.start_index = UInt32(offset)
            attribute.pointee.end_index = UInt32(offset + 1)
            pango_attr_list_change(attributes, attribute)
        }
    }

    /// Shows a text from `x` on the baseline `y`.
    /// - Parameter spaced: a space follows that is not seen; a line that another continues ends with one, so that
    ///   words stay apart when the text is copied.
    func show(
        _ text: String, _ style: TypeStyle, size: Double, x: Double, y: Double, width: Double, spaced: Bool,
        on canvas: borrowing Canvas
    ) {
        guard let set = line(spaced ? text + " " : text, style), let line = set.line else { return }
        // From right to left, that space stands at the left end.
        let left = spaced && set.isRightToLeft ? x - (set.logicalWidth * size - width) : x
        canvas.setInk(style.ink)
        canvas.show(line, x: left, y: y, scale: size / SetLine.reference)
    }
}

extension TextShaper: TextMeasurer {
    func extent(of text: String, in style: TypeStyle) throws(MissingGlyph) -> TextExtent {
        guard let line = line(text, style)?.line else { return TextExtent(width: 0, ascent: 0, descent: 0) }
        if let missing = missingCharacter(of: line, text, style) { throw MissingGlyph(character: missing) }
        var ink = PangoRectangle()
        var logical = PangoRectangle()
        pango_layout_line_get_extents(line, &ink, &logical)
        return TextExtent(
            width: Double(logical.width) / SetLine.unit, ascent: Double(-ink.y) / SetLine.unit,
            descent: Double(ink.y + ink.height) / SetLine.unit)
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
