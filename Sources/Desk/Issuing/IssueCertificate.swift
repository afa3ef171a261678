public import Academy
public import Attestation
public import Eligibility
import Records
import SQL

/// What asking for a certificate led to.
public enum IssueOutcome: Sendable, Hashable {
    case issued(CertificateRecord)
    /// It had been issued before: the same record, the same bytes.
    case already(CertificateRecord)
    /// Not yet, because …; the same obstacles that the officer's page shows.
    case withheld(by: [Obstacle])
}

/// Issues one officer's certificate of one course.
///
/// Asking again gives the same certificate.
public struct IssueCertificate: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/forbidden``, ``Refusal/notFound``; ``UndrawableCertificate`` before a serial is used; a fault
    ///   when the file cannot be kept, in which case the certificate stays numbered and is finished by the next try.
    public func callAsFunction(
        officer: Officer.ID, course: Course.ID, by caller: Caller
    ) async throws -> IssueOutcome {
        guard Permission.issue(for: officer, by: caller) else { throw Refusal.forbidden }
        if caller.officer != officer {
            try await office.database.read { try Permission.requireRunning(course, by: caller, in: $0) }
        }
        let register = try CertificateRegister(office)
        let faults = try await Proofreader(office: office, register: register).faults(of: [officer], on: course)
        if let fault = faults[officer] { throw UndrawableCertificate(reason: fault) }
        let entry = try await office.database.write { transaction in
            try register.enter(officer: officer, course: course, by: caller, in: transaction)
        }
        switch entry {
        case .stranger: throw Refusal.notFound
        case .revoked: throw Refusal.conflict(.certificateRevoked)
        case .withheld(let obstacles): return .withheld(by: obstacles)
        case .existing(let certificate):
            return .already(try await finished(certificate).record)
        case .entered(let certificate):
            return .issued(try await finished(certificate).record)
        }
    }

    private func finished(_ certificate: StoredCertificate) async throws -> StoredCertificate {
        guard certificate.status == .issuing else { return certificate }
        let result = try await CertificateFinisher(office: office).finish([certificate])[0]
        if let fault = result.fault { throw UndrawableCertificate(reason: fault) }
        return result.certificate
    }
}

/// A certificate that has been earned and cannot be drawn, for example for a letter that no font has.
public struct UndrawableCertificate: Error, Sendable, CustomStringConvertible {
    public let reason: String

    public var description: String { "the certificate cannot be drawn: \(reason)" }
}
