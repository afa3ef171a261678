/// What a new quota does to a course.
public enum QuotaChange: Sendable, Hashable {
    /// Nothing but the number changes.
    case plain
    /// Seats become free while people wait: so many are offered one in the same transaction.
    case promotes(Int)
    /// More people hold seats than the quota has; nobody is dropped, and the reason is kept.
    case leavesOver(Int, reason: ReasonText)
    /// The same without a reason is refused.
    case refused(seatsHeld: Int)

    /// - Parameters:
    ///   - waiting: eligible applications on the waiting list.
    ///   - reason: only looked at when the quota falls below the seats that are held.
    public init(to quota: Int, seatsHeld: Int, waiting: Int, isPastCutOff: Bool, reason: ReasonText?) {
        let free = quota - seatsHeld
        if free < 0 {
            self = reason.map { .leavesOver(-free, reason: $0) } ?? .refused(seatsHeld: seatsHeld)
        } else {
            let offers = isPastCutOff ? 0 : min(free, waiting)
            self = offers > 0 ? .promotes(offers) : .plain
        }
    }
}
