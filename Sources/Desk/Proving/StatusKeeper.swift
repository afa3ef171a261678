import Academy
import Attestation
import Records
import SQL
import Sealing

/// Keeps the published status lists true to the certificates, in the caller's transaction.
struct StatusKeeper {
    let office: Office

    /// Publishes the three lists of a number, with nothing set, unless they are there.
    func open(_ number: Int, at now: Instant, in transaction: borrowing Transaction) throws {
        for purpose in StatusPurpose.allCases
        where try StatusLists.credential(purpose, number, in: transaction) == nil {
            try publish(purpose, number, at: now, in: transaction)
        }
        if try CodeStatusList.credential(in: transaction) == nil { try publishCodes(at: now, in: transaction) }
    }

    /// Sets and clears a certificate's bits, and signs anew the lists in which something changed.
    func set(
        _ status: CertificateStatus, _ place: StatusPlace, at now: Instant, in transaction: borrowing Transaction
    ) throws {
        let wanted = StatusPurpose.set(for: status)
        var isChanged = false
        for purpose in StatusPurpose.allCases
        where try StatusLists.set(wanted.contains(purpose), purpose, place, in: transaction) {
            try publish(purpose, place.list, at: now, in: transaction)
            isChanged = true
        }
        if isChanged { try publishCodes(at: now, in: transaction) }
    }

    /// Signs the list of codes as it is now.
    func publishCodes(at now: Instant, in transaction: borrowing Transaction) throws {
        let revoked = try CodeStatusList.codes(.revocation, in: transaction)
        let superseded = try CodeStatusList.codes(.refresh, in: transaction)
        let suspended = try CodeStatusList.codes(.suspension, in: transaction)
        let tags: [CertificateStatus: Set<PublicCode>] = [
            .superseded: superseded, .revoked: revoked.subtracting(superseded), .suspended: suspended,
        ]
        let host = office.settings.host
        let document = CodeStatusDocument(
            host: host, from: now.milliseconds / 1000,
            tags: tags.mapValues { codes in Set(codes.map(CodeStatusDocument.tag)) })
        let signed = try office.keys.credentials(of: host).sign(document.payload)
        try CodeStatusList.save(signed.text, at: now, in: transaction)
    }

    /// Signs a list as it is now.
    func publish(
        _ purpose: StatusPurpose, _ number: Int, at now: Instant, in transaction: borrowing Transaction
    ) throws {
        let bits = StatusBits(set: try StatusLists.indexes(purpose, number, in: transaction))
        let signed = try office.keys.credentials(of: office.settings.host).sign(
            bits, purpose, number: number, now: now.milliseconds / 1000)
        try StatusLists.save(signed.text, purpose, number, at: now, in: transaction)
    }
}
