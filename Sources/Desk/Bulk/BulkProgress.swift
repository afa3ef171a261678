public import Academy
public import Records
import SQL

/// A bulk issue as the administrator's page shows it.
public struct BulkProgress: Sendable, Hashable {
    public let issue: BulkIssueRecord
    public let course: CourseSummary
    public let counts: BulkCounts
    public let ratePerSecond: Double
    /// nil while nothing can be said.
    public let secondsLeft: Int?
    /// The rows that led to no certificate, the first hundred of them.
    public let problems: [Problem]

    public struct Problem: Sendable, Hashable {
        public let name: String
        /// `withheld` or `failed`.
        public let result: BulkIssueItem.Result
        /// Codes of obstacles parted by spaces, or what went wrong.
        public let detail: String

        public var isWithheld: Bool { result == .withheld }
    }

    public var isFinished: Bool { issue.finishedAt != nil }

    public var startedAt: Instant { issue.createdAt }
}

/// Tells how far a bulk issue is.
public struct ReadBulkProgress: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/notFound``, ``Refusal/forbidden``.
    public func callAsFunction(_ id: BulkIssueRecord.ID, by caller: Caller) async throws -> BulkProgress {
        guard Permission.issueInBulk(by: caller) else { throw Refusal.forbidden }
        let now = office.surroundings.now()
        return try await office.database.read { transaction in
            guard let issue = try BulkIssues.find(id, in: transaction),
                let course = try Courses.find(issue.course, in: transaction)
            else { throw Refusal.notFound }
            try Permission.requireRunning(course.id, by: caller, in: transaction)
            let counts = BulkCounts(try BulkIssues.counts(id, in: transaction))
            let elapsed = (issue.finishedAt ?? now).milliseconds - issue.createdAt.milliseconds
            let rate = Double(counts.done) * 1000 / Double(max(1, elapsed))
            return BulkProgress(
                issue: issue, course: CourseSummary(course), counts: counts, ratePerSecond: rate,
                secondsLeft: counts.done > 0 ? Int((Double(counts.waiting) / rate).rounded(.up)) : nil,
                problems: try Self.problems(of: id, in: transaction))
        }
    }

    /// The latest bulk issue of a course; nil when there was none.
    public func latest(of course: Course.ID, by caller: Caller) async throws -> BulkIssueRecord? {
        guard Permission.issueInBulk(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read { transaction in
            try Permission.requireRunning(course, by: caller, in: transaction)
            return try BulkIssues.latest(of: course, in: transaction)
        }
    }

    /// The id alone, for a link to its progress.
    public func latestID(of course: Course.ID, by caller: Caller) async throws -> BulkIssueRecord.ID? {
        try await latest(of: course, by: caller)?.id
    }

    private static func problems(
        of id: BulkIssueRecord.ID, in transaction: borrowing Transaction
    ) throws -> [BulkProgress.Problem] {
        try BulkIssues.problems(id, limit: 100, in: transaction).map {
            BulkProgress.Problem(name: $0.name, result: $0.item.result, detail: $0.item.detail)
        }
    }
}
