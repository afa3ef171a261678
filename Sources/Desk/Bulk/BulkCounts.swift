import Records

/// How far a bulk issue is.
public struct BulkCounts: Sendable, Hashable {
    public let waiting: Int
    public let issued: Int
    public let already: Int
    public let withheld: Int
    public let failed: Int

    public var done: Int { issued + already + withheld + failed }
    public var total: Int { waiting + done }

    init(_ counts: [BulkIssueItem.Result: Int]) {
        waiting = counts[.waiting] ?? 0
        issued = counts[.issued] ?? 0
        already = counts[.alreadyIssued] ?? 0
        withheld = counts[.withheld] ?? 0
        failed = counts[.failed] ?? 0
    }
}
