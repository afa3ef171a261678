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

/// Log audit: administrators and auditors see everything, coordinators and the finance unit what they did themselves.
public struct ReadAudit: Sendable {
    private let office: Office
    /// An export has at most so many entries, the newest.
    static let longestExport = 50_000

    public init(_ office: Office) { self.office = office }

    /// One page, newest first; pass the last one's number as `before` for the next page.
    /// - Throws: ``Refusal/forbidden``.
    public func callAsFunction(
        _ query: AuditQuery, before: Int? = nil, limit: Int, by caller: Caller
    ) async throws -> [AuditLine] {
        let filter = try Self.filter(query, for: caller)
        return try await office.database.read { transaction in
            try AuditLog.page(filter, before: before, limit: limit, in: transaction).map {
                let officer =
                    try $0.entry.onBehalfOf.isEmpty ? nil : Officers.find(.init($0.entry.onBehalfOf), in: transaction)
                return AuditLine($0.sequence, $0.entry, behalfName: officer?.name.text ?? "")
            }
        }
    }

    /// How many entries there are, and the number of the first whose hash does not follow from those before it.
    /// - Throws: ``Refusal/forbidden`` for anybody but administrators and auditors.
    public func chain(by caller: Caller) async throws -> (entries: Int, brokenAt: Int?) {
        guard Permission.seeAudit(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read(.long) { transaction in
            (try AuditLog.count(in: transaction), try AuditLog.firstBreak(in: transaction))
        }
    }

    private static let heading = [
        "No.", "Masa (UTC)", "Pelaku", "Bagi pihak", "Tindakan", "Jenis subjek", "Subjek", "Sebelum", "Selepas",
        "Sebab",
        "ID permintaan",
    ]

    /// The entries as a table for spreadsheets, newest first.
    public func export(_ query: AuditQuery, by caller: Caller) async throws -> String {
        let filter = try Self.filter(query, for: caller)
        return try await office.database.read(.long) { transaction in
            var text = CSVLine.byteOrderMark + CSVLine.text(Self.heading)
            var before: Int?
            var written = 0
            while written < Self.longestExport {
                let page = try AuditLog.page(filter, before: before, limit: 1000, in: transaction)
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

    private static func filter(_ query: AuditQuery, for caller: Caller) throws(Refusal) -> AuditFilter {
        guard Permission.seeOwnDeeds(by: caller) else { throw .forbidden }
        var filter = AuditFilter()
        filter.actor = Permission.seeAudit(by: caller) ? query.actor : caller.account
        filter.action = query.action
        filter.subjectKind = query.subjectKind
        filter.subjectID = query.subjectID
        filter.from = query.from.map { Instant($0, at: .midnight) }
        filter.until = query.to.map { Instant($0.adding(days: 1), at: .midnight) }
        return filter
    }
}
