public import Academy
import Attestation
import Logging
public import Records
import SQL

/// Works off one bulk issue, set by set, and can be begun again at any time: rows that are settled stay settled.
///
/// A set goes through the order of durability: one transaction for verdicts, serials and proofs; then drawing, and files
/// that wait for the disk together; then one transaction for their release and the rows' results. While one set is drawn,
/// the next is numbered, so that no more than two are in memory. A kill between any two steps loses nothing: a numbered
/// certificate is found again as the officer's live one.
public struct BulkIssueRun: Sendable {
    private let office: Office
    private let setSize: Int

    /// - Parameter setSize: rows a set: enough that the waits for the disk are shared and pages of indexes are written
    ///   once for many, few enough that progress is seen.
    public init(_ office: Office, setSize: Int = 128) {
        self.office = office
        self.setSize = setSize
    }

    /// Runs to the end, or until the task is cancelled; then the rest waits for the next run.
    /// - Parameter progress: told after each set.
    public func callAsFunction(
        _ id: BulkIssueRecord.ID, progress: @Sendable (BulkCounts) async -> Void = { _ in }
    ) async throws {
        let begun = try await office.database.read { transaction in
            try BulkIssues.find(id, in: transaction).map { ($0, try BulkIssues.counts(id, in: transaction)) }
        }
        guard let (issue, before) = begun else { throw Refusal.notFound }
        let numbering = BulkNumbering(office: office, register: try CertificateRegister(office), issue: issue)
        var counts = before
        var next = try await numbering.set(after: 0, limit: setSize)
        while let set = next, !Task.isCancelled {
            async let following = numbering.set(after: set.last, limit: setSize)
            for item in try await finish(set, of: id) {
                counts[.waiting, default: 0] -= 1
                counts[item.result, default: 0] += 1
            }
            await progress(BulkCounts(counts))
            next = try await following
        }
        if next == nil { try await close(id) }
    }

    /// Draws, keeps and releases what was numbered, and settles the rows.
    private func finish(_ set: NumberedSet, of id: BulkIssueRecord.ID) async throws -> [BulkIssueItem] {
        let finisher = CertificateFinisher(office: office)
        let made = try await finisher.make(set.unfinished)
        let faults = Dictionary(
            made.compactMap { one in one.fault.map { (one.certificate.record.id, $0) } },
            uniquingKeysWith: { first, _ in first })
        for (id, fault) in faults {
            office.logger.error("certificate cannot be drawn", metadata: ["id": "\(id)", "why": "\(fault)"])
        }
        let settled = zip(set.items, set.attempts).map { $1.settled($0, faults: faults) }
        try await office.database.write { transaction in
            try finisher.release(made, in: transaction)
            for item in settled { try BulkIssues.settle(item, of: id, in: transaction) }
        }
        return settled
    }

    /// Another process may have worked at the same bulk issue: only the rows themselves say that it is done.
    private func close(_ id: BulkIssueRecord.ID) async throws {
        let surroundings = office.surroundings
        try await office.database.write { transaction in
            if try BulkCounts(BulkIssues.counts(id, in: transaction)).waiting == 0 {
                try BulkIssues.finish(id, at: surroundings.now(), in: transaction)
            }
        }
    }
}
