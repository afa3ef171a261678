import Academy
import Attestation
import Eligibility
import Records
import SQL

/// What a caller is to a certificate, for ``CertificateLaw``.
struct CertificateStanding {
    let certificate: StoredCertificate
    let caller: Caller
    /// Judged now, in this transaction.
    let isEntitled: Bool

    /// - Throws: ``Refusal/notFound`` when there is none, or for who may not see the register.
    init(of caller: Caller, toward id: String, in transaction: borrowing Transaction) throws {
        guard Permission.seeRegister(by: caller), let found = try Certificates.find(id, in: transaction) else {
            throw Refusal.notFound
        }
        let record = found.record
        let participation = try Participations.find(
            officer: .init(record.officer), course: .init(record.course), in: transaction)
        certificate = found
        self.caller = caller
        if let participation, case .entitled = Verdict(on: participation.candidacy) {
            isEntitled = true
        } else {
            isEntitled = false
        }
    }

    var stage: CertificateStage {
        switch certificate.status {
        case .issuing: .entitled
        case .valid: .issued
        case .suspended: .suspended
        case .superseded: .superseded
        case .revoked: .revoked
        }
    }

    /// Asks the law; what is so already is no refusal.
    /// - Returns: nil when it is so already.
    /// - Throws: ``Refusal/notReady`` while the certificate's file is still being made.
    func transition(
        on event: CertificateEvent, reason: ReasonText?, approver: Officer.ID? = nil
    ) throws -> CertificateTransition? {
        if certificate.status == .issuing { throw Refusal.notReady }
        switch CertificateLaw.move(from: stage, on: event, in: circumstances(reason, approver)) {
        case .moved(let transition): return transition
        case .unchanged: return nil
        case .refused(let refusals): throw refusals.first?.refusal ?? .forbidden
        }
    }

    /// What stands in the way of a deed, but for the reason, which is still to be given, and the second person.
    func obstacles(to event: CertificateEvent) -> [CertificateRefusal] {
        if certificate.status == .issuing { return [.wrongState] }
        switch CertificateLaw.move(from: stage, on: event, in: circumstances(nil, nil)) {
        case .moved: return []
        case .unchanged: return [.wrongState]
        case .refused(let refusals): return refusals.filter { ![.reasonMissing, .secondPersonMissing].contains($0) }
        }
    }

    private func circumstances(_ reason: ReasonText?, _ approver: Officer.ID?) -> CertificateCircumstances {
        CertificateCircumstances(
            actor: Self.person(caller.officer, account: caller.account), holder: .init(certificate.record.officer),
            isAdministrator: caller.has(.administrator), isEntitled: isEntitled, reason: reason, approver: approver)
    }

    /// The officer that an account belongs to; an account of nobody's is a person of its own.
    static func person(account: String, in transaction: borrowing Transaction) throws -> Officer.ID {
        person(try Accounts.find(name: account, in: transaction)?.officer, account: account)
    }

    private static func person(_ officer: Officer.ID?, account: String) -> Officer.ID {
        officer ?? .init("account:\(account)")
    }
}

extension CertificateRefusal {
    var refusal: Refusal {
        switch self {
        case .notPermitted, .ownCertificate, .secondPersonMissing: .forbidden
        case .wrongState: .conflict(.changedMeanwhile)
        case .notEntitled: .conflict(.certificateNotEarned)
        case .reasonMissing: .invalid([FieldProblem(field: "ulasan", code: "reason_empty")])
        }
    }
}

extension Permission {
    /// Every certificate with its history: administrators keep the register, auditors read it.
    static func seeRegister(by caller: Caller) -> Bool { caller.has(.administrator) || caller.has(.auditor) }
}
