public import Academy
public import Records
import SQL

/// A receipt on the finance clerk's desk.
public struct ReceiptReview: Sendable, Hashable {
    public let line: ReceiptLine
    public let version: Int
    public let reason: ReceiptRejection?
    /// What the clerk who decided it wrote.
    public let remark: String
    public let upload: UploadSummary
    /// Live receipts with the same number or the same file.
    public let duplicates: [ReceiptLine]
    /// Nil when the caller may decide it.
    public let hindrance: Hindrance?
    /// It is verified, and the caller may take that back.
    public let mayWithdraw: Bool

    public enum Hindrance: String, Sendable, Hashable, CaseIterable {
        /// The caller sent it, or it is the caller's own.
        case own
        /// It is decided.
        case decided
        /// The caller may look and not decide.
        case role
    }
}

/// The finance unit's queue: the oldest first.
public struct FinanceQueue: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// The first rows, and how many wait in all.
    public func waiting(limit: Int, by caller: Caller) async throws -> (rows: [ReceiptLine], total: Int) {
        guard Permission.seeReceipts(by: caller) else { throw Refusal.forbidden }
        let now = office.surroundings.now()
        return try await office.database.read { transaction in
            let rows = try Receipts.queue(at: now, limit: limit, in: transaction).map(ReceiptLine.init)
            return (rows, try Receipts.countWaiting(in: transaction))
        }
    }

    public func decided(limit: Int, by caller: Caller) async throws -> [ReceiptLine] {
        guard Permission.seeReceipts(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read { try Receipts.decided(limit: limit, in: $0).map(ReceiptLine.init) }
    }

    /// The oldest receipt that waits; nil when the queue is empty.
    public func next(by caller: Caller) async throws -> ReceiptRecord.ID? {
        guard Permission.seeReceipts(by: caller) else { throw Refusal.forbidden }
        let now = office.surroundings.now()
        return try await office.database.read { try Receipts.next(at: now, in: $0) }
    }

    /// - Throws: ``Refusal/forbidden``, ``Refusal/notFound``.
    public func review(_ id: ReceiptRecord.ID, by caller: Caller) async throws -> ReceiptReview {
        guard Permission.seeReceipts(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read { transaction in
            guard let file = try Receipts.caseFile(id, in: transaction),
                let upload = try Uploads.find(file.receipt.upload, in: transaction)
            else { throw Refusal.notFound }
            let duplicates = try Receipts.duplicates(of: file.receipt, in: transaction).compactMap { other in
                try Receipts.caseFile(other.id, in: transaction).map(ReceiptLine.init)
            }
            let hindrance = Self.hindrance(file, caller)
            return ReceiptReview(
                line: ReceiptLine(file), version: file.receipt.version, reason: file.receipt.reason,
                remark: file.receipt.remark, upload: UploadSummary(upload), duplicates: duplicates,
                hindrance: hindrance, mayWithdraw: hindrance == .decided && file.receipt.state == .verified)
        }
    }

    private static func hindrance(_ file: ReceiptCase, _ caller: Caller) -> ReceiptReview.Hindrance? {
        if !Permission.reviewReceipts(by: caller) { return .role }
        if !Permission.review(file.receipt, of: file.officer.id, by: caller) { return .own }
        return file.receipt.state == .waiting ? nil : .decided
    }
}

extension Permission {
    static func seeReceipts(by caller: Caller) -> Bool { caller.has(.finance) || caller.has(.auditor) }

    /// Finance decides; whoever administers does not, so that nobody can grant and cash at once.
    static func reviewReceipts(by caller: Caller) -> Bool { caller.has(.finance) && !caller.has(.administrator) }

    /// Nobody decides on what is the own, or on what the own hand has sent.
    static func review(_ receipt: ReceiptRecord, of officer: Officer.ID, by caller: Caller) -> Bool {
        reviewReceipts(by: caller) && caller.officer != officer && caller.account != receipt.uploadedBy
    }
}
