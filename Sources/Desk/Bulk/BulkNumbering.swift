import Academy
import Attestation
import Records
import SQL

/// Rows of a bulk issue whose certificates are numbered and proven.
struct NumberedSet: Sendable {
    let items: [BulkIssueItem]
    let attempts: [BulkAttempt]
    /// In the order of the rows.
    let unfinished: [ProvenCertificate]

    var last: Int { items.last?.position ?? 0 }
}

/// The first step of a set: facts, the gate, serials and proofs.
struct BulkNumbering: Sendable {
    let office: Office
    let register: CertificateRegister
    let issue: BulkIssueRecord

    /// The next rows behind a position; nil when there are none.
    func set(after position: Int, limit: Int) async throws -> NumberedSet? {
        let (office, register, issue) = (office, register, issue)
        let items = try await office.database.read(.long) { transaction in
            try BulkIssues.waiting(issue.id, after: position, limit: limit, in: transaction)
        }
        if items.isEmpty { return nil }
        let faults = try await Proofreader(office: office, register: register)
            .faults(of: items.map(\.officer), on: issue.course)
        let caller = Caller(
            account: issue.requestedBy, officer: nil, roles: [.administrator], displayName: issue.requestedBy,
            requestID: issue.requestID)
        return try await office.database.write { transaction in
            let sound = items.map(\.officer).filter { faults[$0] == nil }
            var entries = try register.enter(sound, course: issue.course, by: caller, in: transaction)[...]
            let attempts = items.map { item in
                faults[item.officer].map(BulkAttempt.failed) ?? BulkAttempt.entry(entries.removeFirst())
            }
            let unfinished = try ProveCertificates(office)(attempts.compactMap(\.unfinished), in: transaction)
            return NumberedSet(items: items, attempts: attempts, unfinished: unfinished)
        }
    }
}
