/// The order in which free seats are offered: priority, then time, then id; nobody is overtaken but by a priority that a
/// coordinator gave with a reason.
public struct WaitingList: Sendable, Hashable {
    /// In order; the first is the next to be offered a seat.
    public let waiters: [Waiter]

    public init(_ waiters: some Sequence<Waiter>) { self.waiters = waiters.sorted() }

    /// The next to be offered a seat: the first who is still eligible.
    public var next: Waiter? { waiters.first { $0.isEligible } }

    /// The next to be offered a seat, where being eligible is asked of one after the other instead of told before.
    public func next(where isEligible: (Waiter) throws -> Bool) rethrows -> Waiter? {
        try waiters.first(where: isEligible)
    }

    /// *Giliran*, from 1; nil for one who does not wait.
    public func position(of application: Application.ID) -> Int? {
        waiters.firstIndex { $0.application == application }.map { $0 + 1 }
    }

    /// How many seats to offer now: those that are free, but none after the cut-off.
    public func promotions(seatsFree: Int, isPastCutOff: Bool) -> [Waiter] {
        isPastCutOff ? [] : Array(waiters.filter(\.isEligible).prefix(max(0, seatsFree)))
    }

    /// One application on the waiting list.
    public struct Waiter: Sendable, Hashable, Comparable {
        public let application: Application.ID
        /// 0, unless a coordinator moved it; higher comes first.
        public var priority: Int
        /// When the academy put it on the list.
        public var since: Instant
        /// Active, within the course's rules, without a clash that blocks.
        public var isEligible: Bool

        public init(application: Application.ID, priority: Int = 0, since: Instant, isEligible: Bool = true) {
            self.application = application
            self.priority = priority
            self.since = since
            self.isEligible = isEligible
        }

        public static func < (left: Waiter, right: Waiter) -> Bool {
            (-left.priority, left.since, left.application) < (-right.priority, right.since, right.application)
        }
    }
}
