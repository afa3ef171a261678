public import Academy
import Attestation
import Records
import SQL

/// Suspends a certificate (*Gantung*): the public check says that it is being looked at.
public struct SuspendCertificate: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Parameter remark: in the caller's own words; nobody outside reads it.
    /// - Throws: ``Refusal/invalid(_:)`` with fields `sebab`, `ulasan`; ``Refusal/conflict(_:)``; ``Refusal/forbidden``
    ///   for anybody but administrators, and for the holder.
    public func callAsFunction(
        _ id: String, reason: CertificateReason?, remark: String, by caller: Caller
    ) async throws {
        let office = office
        try await office.database.write { transaction in
            let standing = try CertificateStanding(of: caller, toward: id, in: transaction)
            let form = try MoveForm(reason: reason, of: .suspend, remark: remark, for: standing)
            guard try standing.transition(on: .suspend, reason: form.remark) != nil else { return }
            try CertificateMove(office: office, caller: caller, now: office.surroundings.now())(
                standing.certificate, to: .suspended, reason: form.reason.rawValue, remark: form.remark.text,
                in: transaction)
        }
    }
}

/// Gives a suspended certificate back (*Pulih*), when its three conditions hold.
public struct RestoreCertificate: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: as ``SuspendCertificate``.
    public func callAsFunction(_ id: String, remark: String, by caller: Caller) async throws {
        let office = office
        try await office.database.write { transaction in
            let standing = try CertificateStanding(of: caller, toward: id, in: transaction)
            let remark = try MoveForm.remark(remark, for: standing)
            guard try standing.transition(on: .restore, reason: remark) != nil else { return }
            try CertificateMove(office: office, caller: caller, now: office.surroundings.now())(
                standing.certificate, to: .valid, remark: remark.text, in: transaction)
        }
    }
}

/// What somebody said of a move, read.
struct MoveForm {
    let reason: CertificateReason
    let remark: ReasonText

    /// - Throws: ``Refusal/forbidden`` before anything is said about the form.
    init(
        reason: CertificateReason?, of event: CertificateEvent, remark: String, for standing: CertificateStanding
    ) throws {
        guard standing.caller.has(.administrator) else { throw Refusal.forbidden }
        let isChoice = reason.map(CertificateReason.choices(for: event).contains) ?? false
        let missing = isChoice ? [] : [FieldProblem(field: "sebab", code: "choice_missing")]
        switch Self.read(remark) {
        case .success(let text):
            guard let reason, isChoice else { throw Refusal.invalid(missing) }
            self.reason = reason
            self.remark = text
        case .failure(let problem):
            throw Refusal.invalid(missing + [FieldProblem(field: "ulasan", code: problem.code)])
        }
    }

    static func remark(_ text: String, for standing: CertificateStanding) throws -> ReasonText {
        guard standing.caller.has(.administrator) else { throw Refusal.forbidden }
        do {
            return try read(text).get()
        } catch {
            throw Refusal.invalid([FieldProblem(field: "ulasan", code: error.code)])
        }
    }

    private static func read(_ text: String) -> Result<ReasonText, ReasonText.Problem> {
        Result { () throws(ReasonText.Problem) in try ReasonText(parsing: text) }
    }
}
