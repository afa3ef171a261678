import Academy
import Attestation
import Records
import SQL
import Sealing

/// Sees to what is published: proofs of certificates from before there were any, and status lists that are a day old.
///
/// What another process has done is found done.
public struct KeepProofs: Sendable {
    private let office: Office
    /// Certificates that one transaction proves.
    private static let batch = 64
    /// Seconds for which a list is left as it is: a day, less what two looks may be apart.
    private static let renewal: Int64 = 86_400 - 1200

    public init(_ office: Office) { self.office = office }

    public struct Result: Sendable, Hashable {
        /// Certificates that got the proof that they lacked; their files stay as they are.
        public var proven = 0
        /// Status lists that were signed anew.
        public var renewed = 0
    }

    public func callAsFunction(requestID: String = "") async throws -> Result {
        var result = Result()
        var last = ""
        while let step = try await prove(after: last, requestID: requestID) {
            result.proven += step.count
            last = step.last
        }
        result.renewed = try await renew()
        return result
    }

    /// - Returns: how many were proven, and the id of the last; nil when none lacked a proof.
    private func prove(after id: String, requestID: String) async throws -> (count: Int, last: String)? {
        // Of a large register it takes a while to find that none lacks one.
        let waiting = try await office.database.read(.long) { transaction in
            try Proofs.missing(after: id, limit: Self.batch, in: transaction)
        }
        guard let last = waiting.last else { return nil }
        let office = office
        let count = try await office.database.write { transaction in
            let now = office.surroundings.now()
            // Read again: somebody may have moved or proven one meanwhile.
            let certificates = try waiting.compactMap { certificate -> StoredCertificate? in
                guard try Proofs.find(certificate.record.id, in: transaction) == nil else { return nil }
                return try Certificates.find(certificate.record.id, in: transaction)
            }
            guard !certificates.isEmpty else { return 0 }
            try CertificateProver(office: office).prove(certificates, at: now, in: transaction)
            try AuditLog.append(
                AuditEntry(
                    at: now, actor: "system", action: "log.backfilled", subjectKind: "log",
                    subjectID: office.keys.origin, after: "\(certificates.count)", requestID: requestID),
                in: transaction)
            return certificates.count
        }
        return (count, last.record.id)
    }

    private func renew() async throws -> Int {
        let office = office
        return try await office.database.write { transaction in
            let now = office.surroundings.now()
            let keeper = StatusKeeper(office: office)
            try keeper.open(1, at: now, in: transaction)
            let old = try StatusLists.made(
                before: now.adding(seconds: -Self.renewal), limit: 300, in: transaction)
            for list in old { try keeper.publish(list.purpose, list.number, at: now, in: transaction) }
            if let made = try CodeStatusList.made(in: transaction), made < now.adding(seconds: -Self.renewal) {
                try keeper.publishCodes(at: now, in: transaction)
                return old.count + 1
            }
            return old.count
        }
    }
}
