public import Academy
import Records
import SQL

/// One entry of the audit, as it is read.
public struct AuditLine: Sendable, Hashable {
    public let sequence: Int
    public let at: Instant
    public let actor: String
    public let onBehalfOf: String
    /// The name of the officer for whom it was done; empty where that is no officer, and in exports.
    public let behalfName: String
    public let action: String
    public let subjectKind: String
    public let subjectID: String
    public let before: String
    public let after: String
    public let reason: String
    public let requestID: String

    init(_ sequence: Int, _ entry: AuditEntry, behalfName: String = "") {
        self.sequence = sequence
        self.behalfName = behalfName
        at = entry.at
        actor = entry.actor
        onBehalfOf = entry.onBehalfOf
        action = entry.action
        subjectKind = entry.subjectKind
        subjectID = entry.subjectID
        before = entry.before
        after = entry.after
        reason = entry.reason
        requestID = entry.requestID
    }
}

/// Which entries are wanted, as a form has it.
public struct AuditQuery: Sendable, Hashable {
    /// Account; empty for all.
    public var actor = ""
    public var action = ""
    public var subjectKind = ""
    public var subjectID = ""
    public var from: Day?
    /// The last day that counts.
    public var to: Day?

    public init() {}
}

/// Log audit: everybody sees what they did themselves, coordinators what was done on their courses, the finance unit
/// what was done about receipts, administrators and auditors everything.
public struct ReadAudit: Sendable {
    private let office: Office
    /// An export has at most so many entries, the newest.
    static let longestExport = 50_000

    public init(_ office: Office) { self.office = office }

    /// One page, newest first; pass the last one's number as `before` for the next page.
    public func callAsFunction(
        _ query: AuditQuery, before: Int? = nil, limit: Int, by caller: Caller
    ) async throws -> [AuditLine] {
        try await office.database.read { transaction in
            try Self.page(query, before, limit, for: caller, in: transaction).map {
                let officer =
                    try $0.entry.onBehalfOf.isEmpty ? nil : Officers.find(.init($0.entry.onBehalfOf), in: transaction)
                return AuditLine($0.sequence, $0.entry, behalfName: officer?.name.text ?? "")
            }
        }
    }

    private static let pageOfChain = 2000

    /// How many entries there are, and the number of the first whose hash does not follow from those before it.
    ///
    /// It holds one page of them at a time, each read by itself.
    /// - Throws: ``Refusal/forbidden`` for anybody but administrators and auditors.
    public func chain(by caller: Caller) async throws -> (entries: Int, brokenAt: Int?) {
        guard Permission.seeAudit(by: caller) else { throw Refusal.forbidden }
        var checked = AuditLog.Checked()
        var hasMore = true
        while hasMore {
            try Task.checkCancellation()
            let known = checked
            (checked, hasMore) = try await office.database.read(.long) { transaction in
                var next = known
                let more = try AuditLog.follow(&next, limit: Self.pageOfChain, in: transaction)
                return (next, more)
            }
        }
        return (checked.entries, checked.brokenAt)
    }

    private static let heading = [
        "No.", "Masa (UTC)", "Pelaku", "Bagi pihak", "Tindakan", "Jenis subjek", "Subjek", "Sebelum", "Selepas",
        "Sebab",
        "ID permintaan",
    ]

    /// The entries as a table for spreadsheets, newest first.
    public func export(_ query: AuditQuery, by caller: Caller) async throws -> String {
        try await office.database.read(.long) { transaction in
            var text = CSVLine.byteOrderMark + CSVLine.text(Self.heading)
            var before: Int?
            var written = 0
            while written < Self.longestExport {
                let page = try Self.page(query, before, 1000, for: caller, in: transaction)
                for (sequence, entry) in page { text += CSVLine.text(Self.cells(sequence, entry)) }
                guard page.count == 1000, let last = page.last else { break }
                before = last.sequence
                written += page.count
            }
            return text
        }
    }

    private static func cells(_ sequence: Int, _ entry: AuditEntry) -> [String] {
        [
            "\(sequence)", entry.at.iso, entry.actor, entry.onBehalfOf, entry.action, entry.subjectKind,
            entry.subjectID, entry.before, entry.after, entry.reason, entry.requestID,
        ]
    }

    private static func page(
        _ query: AuditQuery, _ before: Int?, _ limit: Int, for caller: Caller, in transaction: borrowing Transaction
    ) throws -> [(sequence: Int, entry: AuditEntry)] {
        var filter = AuditFilter()
        filter.actor = query.actor
        filter.action = query.action
        filter.subjectKind = query.subjectKind
        filter.subjectID = query.subjectID
        filter.from = query.from.map { Instant($0, at: .midnight) }
        filter.until = query.to.map { Instant($0.adding(days: 1), at: .midnight) }
        let reach = AuditReach(of: caller)
        if reach.isEverything { return try AuditLog.page(filter, before: before, limit: limit, in: transaction) }
        let scope = AuditScope(
            actor: caller.account,
            courses: reach.hasCourses ? try Offerings.coordinated(by: caller.account, in: transaction).sorted() : [],
            kinds: reach.hasReceipts ? ["receipt", "fee_exemption", "fee_refund"] : [])
        return try AuditLog.page(filter, within: scope, before: before, limit: limit, in: transaction)
    }
}
