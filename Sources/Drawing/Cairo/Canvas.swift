internal import CCairo
internal import Typesetting

/// A page being drawn: the only owner of a `cairo_t` and of what it writes.
///
/// Drawing errors are kept by cairo and thrown once, by ``finish()``.
struct Canvas: ~Copyable {
    let context: OpaquePointer
    let kind: Kind
    private let sink: ByteSink

    enum Kind: Hashable {
        case pdf
        /// Pixels an inch.
        case png(dpi: Double)
    }

    /// - Parameters:
    ///   - width: of a page, in points.
    ///   - height: of a page, in points.
    init(kind: Kind, width: Double, height: Double) throws(CairoError) {
        let sink = ByteSink()
        let surface: OpaquePointer?
        switch kind {
        case .pdf:
            surface = cairo_pdf_surface_create_for_stream(ByteSink.append, sink.pointer, width, height)
        case .png(let dpi):
            let columns = Int32((width * dpi / 72).rounded())
            let rows = Int32((height * dpi / 72).rounded())
            surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns, rows)
        }
        let context = cairo_create(surface)
        cairo_surface_destroy(surface)  // the context keeps its own reference
        if let error = CairoError(cairo_status(context)) {
            cairo_destroy(context)
            throw error
        }
        // Never NULL: cairo tells of failure through the status.
        guard let context else { preconditionFailure("cairo gave no context") }
        self.context = context
        self.kind = kind
        self.sink = sink
    }

    /// Draws on a surface that another keeps, as a PDF's page is drawn on.
    init(recordingOn surface: OpaquePointer) {
        guard let context = cairo_create(surface) else { preconditionFailure("cairo gave no context") }
        self.context = context
        kind = .pdf
        sink = ByteSink()
    }

    deinit { cairo_destroy(context) }  // may still write to the sink, which outlives this body

    /// Ends the page and gives up its bytes.
    consuming func finish() throws(CairoError) -> [UInt8] {
        let surface = cairo_get_target(context)
        if let error = CairoError(cairo_status(context)) { throw error }
        if case .png = kind {
            if let error = CairoError(cairo_surface_write_to_png_stream(surface, ByteSink.append, sink.pointer)) {
                throw error
            }
        }
        cairo_surface_finish(surface)
        if let error = CairoError(cairo_status(context)) { throw error }
        if let error = CairoError(cairo_surface_status(surface)) { throw error }
        var bytes = sink.bytes
        if kind == .pdf { FormLists.mend(&bytes) }
        return bytes
    }

    /// A part of the document's structure (ISO 32000-1, 14.8.4).
    func tagged(_ name: String, _ attributes: String = "", _ draw: () throws -> Void) rethrows {
        cairo_tag_begin(context, name, attributes)
        defer { cairo_tag_end(context, name) }
        try draw()
    }

    func saved(_ draw: () throws -> Void) rethrows {
        cairo_save(context)
        defer { cairo_restore(context) }
        try draw()
    }

    func setInk(_ ink: Ink, opacity: Double = 1) {
        if opacity < 1 {
            cairo_set_source_rgba(context, ink.red, ink.green, ink.blue, opacity)
        } else {
            cairo_set_source_rgb(context, ink.red, ink.green, ink.blue)
        }
    }

    func fill(_ box: Box, _ ink: Ink) {
        setInk(ink)
        cairo_rectangle(context, box.x, box.y, box.width, box.height)
        cairo_fill(context)
    }
}
