/// How long a seat that became free is kept for the officer on the waiting list to whom it was offered.
public enum OfferClock {
    /// 48 hours, as for the answer of a nominated replacement.
    public static let hours = 48

    /// 48 hours from the offer, or the end of the course's confirmation day, whichever comes first.
    ///
    /// A seat that a coordinator offers by hand after that day is kept until the course's first day; on and after that
    /// day, for the 48 hours.
    public static func expiry(offered: Instant, deadlines: Deadlines) -> Instant {
        let longest = offered.adding(hours: hours)
        let ends = [Instant.end(of: deadlines.confirmation), Instant(deadlines.start, at: .midnight)]
        return ends.first { $0 >= offered }.map { min(longest, $0) } ?? longest
    }
}
