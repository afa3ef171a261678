public import Academy
public import Records
import SQL

/// *Bayaran balik*: what is to be given back, and what was.
public struct RefundList: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// What is to be given back, and how much of it there is in all.
    public func due(
        after key: String?, limit: Int, by caller: Caller
    ) async throws -> (rows: [RefundLine], total: Int) {
        guard Permission.seeReceipts(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read { transaction in
            let rows = try Refunds.due(after: key.map { .init($0) }, limit: limit, in: transaction)
            return (rows.map { RefundLine($0, for: caller) }, try Refunds.countDue(in: transaction))
        }
    }

    /// What was given back, the latest first.
    public func done(before key: String?, limit: Int, by caller: Caller) async throws -> [RefundLine] {
        guard Permission.seeReceipts(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read { transaction in
            try Refunds.done(before: key.map { .init($0) }, limit: limit, in: transaction)
                .map { RefundLine($0, for: caller) }
        }
    }

    /// - Throws: ``Refusal/forbidden``; ``Refusal/notFound`` when there is nothing to give back.
    public func one(_ id: ParticipationRecord.ID, by caller: Caller) async throws -> RefundLine {
        guard Permission.seeReceipts(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read { transaction in
            guard let file = try Refunds.find(id, in: transaction) else { throw Refusal.notFound }
            return RefundLine(file, for: caller)
        }
    }

    private static let heading = [
        "Nama", "No. KP", "Kod kursus", "Kursus", "Kursus dibatalkan", "No. resit", "Amaun (RM)", "Status", "Rujukan",
        "Dipulangkan pada", "Direkod oleh",
    ]

    private static let page = 500

    /// How many fees are to be given back.
    public func countDue(by caller: Caller) async throws -> Int {
        guard Permission.seeReceipts(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read { try Refunds.countDue(in: $0) }
    }

    /// Both lists as a table for spreadsheets, what is to be given back first.
    public func export(by caller: Caller) async throws -> String {
        guard Permission.seeReceipts(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read(.long) { transaction in
            var text = CSVLine.byteOrderMark + CSVLine.text(Self.heading)
            var page: [RefundCase]
            var last: ParticipationRecord.ID?
            repeat {
                page = try Refunds.due(after: last, limit: Self.page, in: transaction)
                for file in page { text += CSVLine.text(Self.cells(RefundLine(file, for: caller))) }
                last = page.last?.participation.id
            } while page.count == Self.page
            var first: RefundRecord.ID?
            repeat {
                page = try Refunds.done(before: first, limit: Self.page, in: transaction)
                for file in page { text += CSVLine.text(Self.cells(RefundLine(file, for: caller))) }
                first = page.last?.refund?.id
            } while page.count == Self.page
            return text
        }
    }

    private static func cells(_ line: RefundLine) -> [String] {
        [
            line.name, line.myKad, line.courseCode, line.courseMalay, line.isCancelled ? "ya" : "tidak", line.receipt,
            ExportReceipts.plain(line.amount), line.done == nil ? "due" : "refunded", line.done?.reference ?? "",
            line.done?.paidOn.iso ?? "", line.done?.by ?? "",
        ]
    }
}
