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
    }

    /// Sets and clears a certificate's bits, and signs anew the lists in which something changed.
    func set(
        _ status: CertificateStatus, _ place: StatusPlace, at now: Instant, in transaction: borrowing Transaction
    ) throws {
        let wanted = StatusPurpose.set(for: status)
        for purpose in StatusPurpose.allCases
        where try StatusLists.set(wanted.contains(purpose), purpose, place, in: transaction) {
            try publish(purpose, place.list, at: now, in: transaction)
        }
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
