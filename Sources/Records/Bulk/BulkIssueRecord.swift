public import Academy

/// A bulk issue: a list of officers of one course, worked off row by row, across restarts.
public struct BulkIssueRecord: Sendable, Hashable {
    public typealias ID = Identifier<BulkIssueRecord>

    public let id: ID
    public let course: Course.ID
    public let requestedBy: String
    public let requestID: String
    public let createdAt: Instant
    public let finishedAt: Instant?
    public let total: Int

    public init(
        id: ID, course: Course.ID, requestedBy: String, requestID: String, createdAt: Instant,
        finishedAt: Instant? = nil, total: Int
    ) {
        self.id = id
        self.course = course
        self.requestedBy = requestedBy
        self.requestID = requestID
        self.createdAt = createdAt
        self.finishedAt = finishedAt
        self.total = total
    }
}

/// One row of a bulk issue.
public struct BulkIssueItem: Sendable, Hashable {
    /// From 1, in the order in which it is worked off.
    public let position: Int
    public let officer: Officer.ID
    public let result: Result
    /// Codes of obstacles parted by spaces, or what went wrong.
    public let detail: String
    public let certificate: String?

    public enum Result: String, Sendable, Hashable, CaseIterable {
        case waiting, issued
        case alreadyIssued = "already_issued"
        case withheld, failed
    }

    public init(position: Int, officer: Officer.ID, result: Result, detail: String = "", certificate: String? = nil) {
        self.position = position
        self.officer = officer
        self.result = result
        self.detail = detail
        self.certificate = certificate
    }
}
