import Records
import SQL
public import Sealing

/// Writes into the audit that a key of the academy took another's place; the keys themselves are no records.
public struct NoteKeyChange: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/forbidden`` for everybody but administrators and the program's own commands.
    public func callAsFunction(_ key: KeyRecord, insteadOf former: String, by caller: Caller) async throws {
        guard Permission.manageAccounts(by: caller) else { throw Refusal.forbidden }
        let now = office.surroundings.now()
        try await office.database.write { transaction in
            try AuditLog.append(
                AuditEntry(
                    at: now, actor: caller.account, action: "key.changed", subjectKind: "key",
                    subjectID: key.use.rawValue, before: former, after: key.id, requestID: caller.requestID),
                in: transaction)
        }
    }
}
