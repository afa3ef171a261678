import Academy
import Attestation
import Digests
import Sealing

/// Checks what somebody hands in, a PDF file or a QR code's text, by the academy's keys and by its register.
public struct CheckPresented: Sendable {
    private let office: Office
    private let keys: TrustedKeys

    /// - Throws: ``SealingProblem`` when a key of the ring cannot be read.
    public init(_ office: Office) throws {
        self.office = office
        keys = try TrustedKeys(office.keys.records, host: office.settings.host)
    }

    /// A PDF file.
    public func callAsFunction(file bytes: [UInt8]) async throws -> CheckReport {
        let file = CheckedFile(bytes, keys: keys)
        let check = CheckCertificate(office)
        let known = try await check(documentSHA256: SHA256Digest(of: bytes).hex)
        if case .known(let certificate) = known {
            return Self.report(file, bytesOf: certificate)
        }
        if let paper = file.paper {
            var report = CheckReport(.valid)
            report.document = CheckReport.Document(paper)
            report.steps = file.steps + [CheckStep(.status, .skipped, "it is no certificate")]
            return report
        }
        guard let facts = file.credential else { return Self.report(file, nil, .neverIssued) }
        guard case .known(let certificate) = try await check(code: facts.code) else {
            return Self.report(file, nil, .neverIssued)
        }
        return Self.report(file, certificate, .issued(certificate.status))
    }

    /// The text of a QR code, an address, or a code alone; nil when it holds none.
    public func callAsFunction(text: String) async throws -> CheckReport? {
        guard let read = CheckedClaims(text, keys: keys) else { return nil }
        var answer = try await CheckCertificate(office)(code: read.code)
        // Only certificates have claims: with a paper's code they are somebody's own invention.
        if case .paper = answer, read.proof != .none { answer = .unknown }
        var report = CheckReport(answer, code: read.code)
        report.foreignHost = read.foreignHost
        guard read.proof != .none else { return report }
        let certificate: CheckedCertificate? = if case .known(let known) = answer { known } else { nil }
        let agrees = certificate.flatMap { known in read.claims.map { known.agrees(with: $0) } } ?? true
        report.verdict =
            CheckFindings(
                proof: read.proof, register: certificate.map { .issued($0.status) } ?? .neverIssued, agrees: agrees
            ).verdict
        report.steps = read.steps + Self.last(certificate, proof: read.proof, agrees: agrees)
        if [.altered, .unknownKey].contains(report.verdict) { report.forgetFacts() }
        return report
    }

    /// The very bytes that the academy made, also from the time before it sealed them.
    private static func report(_ file: CheckedFile, bytesOf certificate: CheckedCertificate) -> CheckReport {
        var report = CheckReport(.known(certificate), code: nil)
        report.steps = file.steps + last(certificate, proof: .holds, agrees: true)
        return report
    }

    private static func report(
        _ file: CheckedFile, _ certificate: CheckedCertificate?, _ register: CheckFindings.Register
    ) -> CheckReport {
        let agrees = certificate.flatMap { known in file.credential.map { known.agrees(with: $0) } } ?? true
        var report = CheckReport(
            CheckFindings(proof: file.proof, register: register, agrees: agrees).verdict, code: file.credential?.code)
        if let certificate, report.verdict != .altered { report.show(certificate) }
        report.steps = file.steps + last(certificate, proof: file.proof, agrees: agrees)
        return report
    }

    /// What is asked of the register, once the proof itself holds.
    private static func last(
        _ certificate: CheckedCertificate?, proof: CheckFindings.Proof, agrees: Bool
    ) -> [CheckStep] {
        guard proof == .holds else {
            return [CheckStep(.agreement, .skipped), CheckStep(.status, .skipped)]
        }
        guard let certificate else {
            return [CheckStep(.agreement, .skipped), CheckStep(.status, .failed, "the register does not know it")]
        }
        return [
            CheckStep(.agreement, agrees ? .passed : .failed),
            CheckStep(
                .status, certificate.status == .valid ? .passed : .failed, certificate.status.rawValue),
        ]
    }
}

extension CheckReport {
    /// What a forgery claims is not repeated as if it were so.
    mutating func forgetFacts() {
        (serial, holder, course, dates, issued) = (nil, nil, nil, nil, nil)
        (reason, at, successor, log) = (nil, nil, nil, nil)
    }
}

extension CheckedCertificate {
    /// Whether a QR code's claims are those of this certificate.
    func agrees(with claims: CertificateClaims) -> Bool {
        claims.code == code && claims.serial == serial && claims.holder == holder && claims.course == courseMalay
            && claims.dates == datesMalay
    }

    func agrees(with credential: CredentialDocument) -> Bool {
        credential.code == code && credential.serial == serial && credential.holder == holder
            && credential.courseCode == courseCode && credential.issuedAt == issuedAt
    }
}
