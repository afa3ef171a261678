public import Academy
import Records

/// A course as *Katalog Kursus* lists it.
public struct CatalogueCard: Sendable, Hashable {
    public let course: CourseSummary
    public let seatsLeft: Int
    public let closing: Day

    init(_ entry: CatalogueEntry) {
        course = CourseSummary(entry.course)
        seatsLeft = max(0, entry.quota - entry.seatsHeld)
        closing = entry.closing
    }
}
