public import Academy
public import Records
import SQL

/// A paper that somebody asks for.
public enum WantedPaper: Sendable, Hashable {
    /// Surat Tawaran.
    case offerLetter(Application.ID)
    /// Slip Pengesahan Kehadiran: what an officer with a seat has answered, *Hadir* or *Tidak Hadir*.
    case attendanceSlip(Application.ID)
    /// Slip Pengesahan Resit of the caller's own verified receipt for a course, also after the seat was given up: who
    /// asks for the fee back needs it.
    case ownReceiptSlip(for: Course.ID)
    /// The same of any receipt, for those who see receipts.
    case receiptSlip(ReceiptRecord.ID)

    /// - Throws: ``Refusal/notFound`` when there is no such paper now, or when it is not the caller's to see.
    func words(
        for caller: Caller, at desk: PaperDesk, in transaction: borrowing Transaction
    ) throws -> any PaperWords {
        let words: (any PaperWords)? =
            switch self {
            case .offerLetter(let id):
                try Self.seen(id, by: caller, in: transaction).flatMap {
                    try OfferLetterWords($0, at: desk, in: transaction)
                }
            case .attendanceSlip(let id):
                try Self.seen(id, by: caller, in: transaction).flatMap {
                    try AttendanceSlipWords($0, at: desk, in: transaction)
                }
            case .ownReceiptSlip(let course):
                try Self.ownReceipt(for: course, of: caller, in: transaction).flatMap {
                    try ReceiptSlipWords($0, at: desk, in: transaction)
                }
            case .receiptSlip(let id):
                Permission.seeReceipts(by: caller)
                    ? try ReceiptSlipWords(id, at: desk, in: transaction) : nil
            }
        guard let words else { throw Refusal.notFound }
        return words
    }

    private static func seen(
        _ id: Application.ID, by caller: Caller, in transaction: borrowing Transaction
    ) throws -> ApplicationFile? {
        guard let file = try ApplicationFile(id, in: transaction), try file.isSeen(by: caller, in: transaction)
        else { return nil }
        return file
    }

    private static func ownReceipt(
        for course: Course.ID, of caller: Caller, in transaction: borrowing Transaction
    ) throws -> ReceiptRecord.ID? {
        guard let officer = caller.officer,
            let participation = try Participations.ever(officer: officer, course: course, in: transaction)
        else { return nil }
        return try Receipts.of(participation.id, in: transaction).first { $0.state == .verified }?.id
    }
}

extension PaperRecord {
    /// The paper that the records as they stand would give out in its place; nil when they would give out none.
    func wordsNow(at desk: PaperDesk, in transaction: borrowing Transaction) throws -> (any PaperWords)? {
        switch paper {
        case .offerLetter:
            try ApplicationFile(.init(subject), in: transaction).flatMap {
                try OfferLetterWords($0, at: desk, in: transaction)
            }
        case .attendanceSlip:
            try ApplicationFile(.init(subject), in: transaction).flatMap {
                try AttendanceSlipWords($0, at: desk, in: transaction)
            }
        case .receiptSlip: try ReceiptSlipWords(.init(subject), at: desk, in: transaction)
        }
    }
}
