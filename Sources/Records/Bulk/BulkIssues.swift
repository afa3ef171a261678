public import Academy
public import SQL

/// Bulk issues and their rows.
public enum BulkIssues {
    private static let columns: SQL = "id, course_id, requested_by, request_id, created_at, finished_at, total"

    /// Enters a bulk issue with its rows.
    ///
    /// Fails as `unique` when one of the course is still running.
    public static func insert(
        _ issue: BulkIssueRecord, officers: [Officer.ID], in transaction: borrowing Transaction
    ) throws {
        try insert(issue, total: officers.count, in: transaction)
        for (index, officer) in officers.enumerated() {
            _ = try transaction.execute(
                """
                INSERT INTO bulk_issue_item (bulk_issue_id, position, officer_id)
                VALUES (\(issue.id), \(index + 1), \(officer))
                """)
        }
    }

    /// Enters a bulk issue with a row for everybody who is on its course, in the order in which they came to it.
    ///
    /// Fails as `unique` when one of the course is still running.
    /// - Returns: how many rows there are.
    public static func insertEverybody(
        _ issue: BulkIssueRecord, in transaction: borrowing Transaction
    ) throws -> Int {
        try insert(issue, total: 0, in: transaction)
        let count = try transaction.execute(
            """
            INSERT INTO bulk_issue_item (bulk_issue_id, position, officer_id)
            SELECT \(issue.id), row_number() OVER (ORDER BY participation.id), officer_id
            FROM participation WHERE course_id = \(issue.course) AND seated
            """)
        _ = try transaction.execute("UPDATE bulk_issue SET total = \(count) WHERE id = \(issue.id)")
        return count
    }

    private static func insert(
        _ issue: BulkIssueRecord, total: Int, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute(
            """
            INSERT INTO bulk_issue (id, course_id, requested_by, request_id, created_at, total)
            VALUES (\(issue.id), \(issue.course), \(issue.requestedBy), \(issue.requestID), \(issue.createdAt),
                \(total))
            """)
    }

    public static func find(
        _ id: BulkIssueRecord.ID, in transaction: borrowing Transaction
    ) throws -> BulkIssueRecord? {
        try transaction.first("SELECT \(columns) FROM bulk_issue WHERE id = \(id)", as: issue)
    }

    /// The one that is running, else the last one of a course.
    public static func latest(
        of course: Course.ID, in transaction: borrowing Transaction
    ) throws -> BulkIssueRecord? {
        try transaction.first(
            "SELECT \(columns) FROM bulk_issue WHERE course_id = \(course) ORDER BY id DESC LIMIT 1", as: issue)
    }

    /// All that are not finished, oldest first: few at any time.
    public static func running(in transaction: borrowing Transaction) throws -> [BulkIssueRecord] {
        try transaction.all(
            "SELECT \(columns) FROM bulk_issue WHERE finished_at IS NULL ORDER BY id", as: issue)
    }

    /// The next rows to be worked off, in order.
    /// - Parameter position: of the last that is being worked off already.
    public static func waiting(
        _ id: BulkIssueRecord.ID, after position: Int = 0, limit: Int, in transaction: borrowing Transaction
    ) throws -> [BulkIssueItem] {
        try transaction.all(
            """
            SELECT \(itemColumns) FROM bulk_issue_item
            WHERE bulk_issue_id = \(id) AND result = \(BulkIssueItem.Result.waiting) AND position > \(position)
            ORDER BY position LIMIT \(limit)
            """, as: item)
    }

    /// Every row with one of the given results, in constant memory.
    public static func each(
        _ id: BulkIssueRecord.ID, result: BulkIssueItem.Result, in transaction: borrowing Transaction,
        _ body: (BulkIssueItem) throws -> Void
    ) throws {
        try transaction.each(
            """
            SELECT \(itemColumns) FROM bulk_issue_item
            WHERE bulk_issue_id = \(id) AND result = \(result) ORDER BY position
            """
        ) { try body(try item($0)) }
    }

    /// Rows that led to no certificate, with the officers' names, in order.
    public static func problems(
        _ id: BulkIssueRecord.ID, limit: Int, in transaction: borrowing Transaction
    ) throws -> [(name: String, item: BulkIssueItem)] {
        try transaction.all(
            """
            SELECT officer.name, \(itemColumns)
            FROM bulk_issue_item JOIN officer ON officer.id = officer_id
            WHERE bulk_issue_id = \(id) AND result IN ('withheld', 'failed') ORDER BY position LIMIT \(limit)
            """
        ) { (try $0["name"], try item($0)) }
    }

    public static func settle(
        _ item: BulkIssueItem, of id: BulkIssueRecord.ID, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute(
            """
            UPDATE bulk_issue_item
            SET result = \(item.result), detail = \(item.detail), certificate_id = \(nullable: item.certificate)
            WHERE bulk_issue_id = \(id) AND position = \(item.position) AND result = \(BulkIssueItem.Result.waiting)
            """)
    }

    /// How many rows have which result; results that no row has are left out.
    public static func counts(
        _ id: BulkIssueRecord.ID, in transaction: borrowing Transaction
    ) throws -> [BulkIssueItem.Result: Int] {
        let pairs = try transaction.all(
            """
            SELECT result, count(*) AS number FROM bulk_issue_item WHERE bulk_issue_id = \(id) GROUP BY result
            """
        ) { row -> (BulkIssueItem.Result, Int) in (try row["result"], try row["number"]) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    public static func finish(
        _ id: BulkIssueRecord.ID, at moment: Instant, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute(
            "UPDATE bulk_issue SET finished_at = \(moment) WHERE id = \(id) AND finished_at IS NULL")
    }

    private static let itemColumns: SQL = "position, officer_id, result, detail, certificate_id"

    private static func issue(_ row: Row) throws -> BulkIssueRecord {
        BulkIssueRecord(
            id: try row["id"], course: try row["course_id"], requestedBy: try row["requested_by"],
            requestID: try row["request_id"], createdAt: try row["created_at"], finishedAt: try row["finished_at"],
            total: try row["total"])
    }

    private static func item(_ row: Row) throws -> BulkIssueItem {
        BulkIssueItem(
            position: try row["position"], officer: try row["officer_id"], result: try row["result"],
            detail: try row["detail"], certificate: try row["certificate_id"])
    }
}

extension BulkIssueItem.Result: SQLRepresentable {}
