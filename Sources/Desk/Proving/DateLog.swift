import Attestation
import Digests
import Records
import SQL
import Sealing

/// Has the authority for time date the log's checkpoints (RFC 3161), each once, the oldest first.
///
/// Nothing waits for it: a certificate is released with the checkpoint alone, and is dated when the authority answers.
public struct DateLog: Sendable {
    private let office: Office
    /// Checkpoints that are looked up at once.
    private static let batch = 64

    public init(_ office: Office) { self.office = office }

    /// - Returns: how many were dated; 0 when no authority is set.
    /// - Throws: ``SealingProblem/timestamp(_:)`` when the authority gives no token; what was dated before stays so.
    @discardableResult
    public func callAsFunction(requestID: String = "") async throws -> Int {
        guard let timekeeper = office.timekeeper else { return 0 }
        var count = 0
        while true {
            let waiting = try await office.database.read { try LogDates.waiting(limit: Self.batch, in: $0) }
            for checkpoint in waiting {
                let digest = SHA256Digest(of: checkpoint.note)
                let token = try await office.errands.run { try timekeeper.token(for: digest) }
                // What is published is not to depend on whether the authority knows its trade.
                guard let date = Timestamp(token: token), date.digest == digest, date.isGenuine() else {
                    throw SealingProblem.timestamp("the token does not hold")
                }
                if try await keep(token, of: checkpoint, by: date.authority, requestID) { count += 1 }
            }
            if waiting.count < Self.batch { return count }
        }
    }

    private func keep(
        _ token: [UInt8], of checkpoint: CheckpointRecord, by authority: String, _ requestID: String
    ) async throws -> Bool {
        let office = office
        return try await office.database.write { transaction in
            let now = office.surroundings.now()
            guard try LogDates.insert(token, size: checkpoint.size, at: now, in: transaction) else { return false }
            try AuditLog.append(
                AuditEntry(
                    at: now, actor: "system", action: "log.dated", subjectKind: "log", subjectID: office.keys.origin,
                    after: "\(checkpoint.size) \(authority)", requestID: requestID),
                in: transaction)
            return true
        }
    }
}
