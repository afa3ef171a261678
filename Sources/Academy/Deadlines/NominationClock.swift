/// How long a named replacement has to answer, and once accepted the replacement's own supervisor.
public enum NominationClock {
    public static let hours = 48

    /// 48 hours from now, or the moment in which the course begins, whichever comes first.
    public static func expiry(from now: Instant, starts: Instant) -> Instant {
        min(now.adding(hours: hours), max(now, starts))
    }
}
