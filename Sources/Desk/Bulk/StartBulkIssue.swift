public import Academy
import Eligibility
public import Records
import SQL

/// Enters a bulk issue: everybody of a course, or the officers that a list names.
///
/// The runner works it off.
public struct StartBulkIssue: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// Enters every participant of the course who has no certificate yet, ready or not: the result says why not.
    /// - Parameter officers: only these, in this order; nil for the whole course.
    /// - Throws: ``Refusal/conflict(_:)`` with `bulkIssueUnderWay` while one of the course is running.
    public func callAsFunction(
        course: Course.ID, officers: [Officer.ID]? = nil, by caller: Caller
    ) async throws -> BulkIssueRecord.ID {
        guard Permission.issueInBulk(by: caller) else { throw Refusal.forbidden }
        let surroundings = office.surroundings
        do {
            return try await office.database.write { transaction in
                guard try Courses.find(course, in: transaction) != nil else { throw Refusal.notFound }
                try Permission.requireRunning(course, by: caller, in: transaction)
                let now = surroundings.now()
                let issue = BulkIssueRecord(
                    id: try surroundings.newID(), course: course, requestedBy: caller.account,
                    requestID: caller.requestID, createdAt: now, total: 0)
                let total = try Self.enter(issue, officers.map(Self.once), in: transaction)
                if total == 0 { throw Refusal.conflict(.nothingToIssue) }
                try AuditLog.append(
                    AuditEntry(
                        at: now, actor: caller.account, action: "bulk_issue.started", subjectKind: "course",
                        subjectID: course.text, after: "\(issue.id.text) \(total)", requestID: caller.requestID),
                    in: transaction)
                return issue.id
            }
        } catch let error as SQLError where error.kind == .unique(constraint: "bulk_issue_one_running") {
            throw Refusal.conflict(.bulkIssueUnderWay)
        }
    }

    /// Each officer once, where the list names them first.
    private static func once(_ officers: [Officer.ID]) -> [Officer.ID] {
        var seen: Set<Officer.ID> = []
        return officers.filter { seen.insert($0).inserted }
    }

    /// - Returns: how many rows there are.
    private static func enter(
        _ issue: BulkIssueRecord, _ officers: [Officer.ID]?, in transaction: borrowing Transaction
    ) throws -> Int {
        guard let officers else { return try BulkIssues.insertEverybody(issue, in: transaction) }
        try BulkIssues.insert(issue, officers: officers, in: transaction)
        return officers.count
    }
}
