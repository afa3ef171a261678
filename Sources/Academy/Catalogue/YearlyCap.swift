/// How many courses an officer may have in one year.
public enum YearlyCap {
    /// Counts the applications of a year that gave a seat; a course belongs to the year of its first session.
    ///
    /// One that was rejected, withdrawn, released or cancelled with the course does not count.
    public static func count(_ applications: some Sequence<(state: ApplicationState, starts: Day)>, in year: Int) -> Int
    {
        applications.reduce(0) { $0 + ($1.starts.year == year && $1.state.countsTowardsCap ? 1 : 0) }
    }
}
