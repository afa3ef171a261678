/// How long a seat that became free is kept for the officer on the waiting list to whom it was offered.
public enum OfferClock {
    /// 48 hours, as for the answer of a nominated replacement.
    public static let hours = 48

    /// 48 hours from the offer, or the end of the course's confirmation day, whichever comes first.
    public static func expiry(offered: Instant, deadlines: Deadlines) -> Instant {
        min(offered.adding(hours: hours), .end(of: deadlines.confirmation))
    }
}
