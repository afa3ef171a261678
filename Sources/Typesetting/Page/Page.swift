/// A page as a list of things to draw, each with its place: what a template and its values come to.
///
/// Only this module makes pages, and an official one only through ``CertificatePage``: whoever draws a page cannot have
/// made it up. Items are drawn, and read aloud, in their order.
public struct Page: Sendable, Hashable {
    /// In points.
    public let width: Double
    public let height: Double
    public let information: PageInformation
    public let items: [PageItem]
}

/// What the document says of itself.
public struct PageInformation: Sendable, Hashable {
    public let title: String
    public let author: String
    public let subject: String
    /// BCP 47 tag of the main language.
    public let language: String
    /// RFC 3339; the only time that is allowed into a document, so that it can be made again byte by byte.
    public let created: String
}

public enum PageItem: Sendable, Hashable {
    /// A colour under everything.
    case ground(Ink)
    /// Decoration: a picture in one place or many.
    case art(PlacedArt)
    case paragraph(Paragraph)
    case rule(PlacedRule)
    case picture(PlacedPicture)
    case symbol(PlacedSymbol)
    case microtext(Microtext)
    /// A word across the page that says what it is not.
    case watermark(Watermark)
    /// A rectangle filled with an ink.
    case panel(PlacedPanel)
    /// Items that belong together.
    case part(PagePart)
}
