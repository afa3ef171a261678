internal import CCairo
internal import Typesetting

extension Canvas {
    /// Writes what the document says of itself; a picture says nothing.
    func describe(_ information: PageInformation) {
        guard kind == .pdf else { return }
        let surface = cairo_get_target(context)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, information.title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, information.author)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, information.subject)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "AKMAL2U")
        // Cairo takes the clock's time unless it is told one, and then no two files are the same.
        let created = "\(information.created.prefix(19))Z"
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, created)
    }
}
