public import Academy
import Attestation
import Digests
public import Sealing

/// The same check without the academy's server and register: by its published keys and status lists alone.
public struct CheckOffline: Sendable {
    private let keys: TrustedKeys
    private let status: PublishedStatus
    private let now: Instant

    /// - Parameter status: the lists that were published with the keys.
    public init(_ keys: TrustedKeys, status: PublishedStatus, now: Instant) {
        self.keys = keys
        self.status = status
        self.now = now
    }

    /// A PDF file.
    public func callAsFunction(file bytes: [UInt8]) -> CheckReport {
        let file = CheckedFile(bytes, keys: keys)
        guard file.proof == .holds else {
            let register: CheckFindings.Register = file.proof == .none ? .neverIssued : .notAsked
            var report = CheckReport(CheckFindings(proof: file.proof, register: register).verdict)
            report.steps = file.steps + [CheckStep(.status, .skipped)]
            return report
        }
        let answer = file.credential.flatMap { status($0) }
        var report = CheckReport(
            CheckFindings(proof: .holds, register: answer.map { .issued($0.status) } ?? .notAsked).verdict,
            code: file.credential?.code)
        if let credential = file.credential { report.show(credential) }
        report.document = file.paper.map(CheckReport.Document.init)
        report.statusAsOf = answer.map { .list(at: Self.text($0.asOf), isStale: isStale($0)) } ?? .unknown
        report.steps = file.steps + [step(answer)]
        return report
    }

    /// The text of a QR code; nil when it holds no code.
    ///
    /// A code alone proves nothing without the academy: its answer is that nobody knows it, unless the academy has
    /// published that its certificate is valid no more.
    public func callAsFunction(text: String) -> CheckReport? {
        guard let read = CheckedClaims(text, keys: keys) else { return nil }
        let listed = status(read.code)
        // Who is in no list may as well never have been issued: that takes a signature.
        let answer = read.proof == .holds || listed?.status != .valid ? listed : nil
        var report = CheckReport(
            CheckFindings(proof: read.proof, register: answer.map { .issued($0.status) } ?? .notAsked).verdict,
            code: read.code)
        if read.proof == .holds, let claims = read.claims { report.show(claims) }
        report.foreignHost = read.foreignHost
        let isJudged = read.proof == .holds || read.proof == .none
        report.statusAsOf =
            (isJudged ? answer : nil).map { .list(at: Self.text($0.asOf), isStale: isStale($0)) } ?? .unknown
        report.steps = read.steps + [step(isJudged ? answer : nil)]
        return report
    }

    private func isStale(_ answer: PublishedStatus.Answer) -> Bool {
        Instant(milliseconds: answer.until * 1000) < now
    }

    private static func text(_ seconds: Int64) -> String { Instant(milliseconds: seconds * 1000).iso }

    private func step(_ answer: PublishedStatus.Answer?) -> CheckStep {
        guard let answer else { return CheckStep(.status, .skipped, "no status list could be read") }
        let age =
            isStale(answer)
            ? "a list of \(Self.text(answer.asOf)), which has run out" : "a list of \(Self.text(answer.asOf))"
        return CheckStep(
            .status, answer.status == .valid ? .passed : .failed, "\(answer.status.rawValue), by \(age)")
    }
}
