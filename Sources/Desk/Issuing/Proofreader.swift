import Academy
import Attestation
import Drawing
import Eligibility
import SQL

/// Lays certificates out before they are numbered, so that a text that cannot be set uses up no serial.
struct Proofreader: Sendable {
    let office: Office
    let register: CertificateRegister

    /// What is wrong with whose certificate, in words for the one who issues; those that can be set are left out.
    func faults(of officers: [Officer.ID], on course: Course.ID) async throws -> [Officer.ID: String] {
        let register = register
        let drafts = try await office.database.read(.long) { transaction in
            try register.drafts(officers, course: course, in: transaction)
        }
        let faults = try await office.bench.share(drafts) { [press = office.press] draft in
            Self.fault(draft.entitlement, draft.record, press)
        }
        return zip(drafts, faults).reduce(into: [:]) { faults, pair in
            if let fault = pair.1 { faults[pair.0.entitlement.candidacy.officer] = fault }
        }
    }

    /// nil when it can be set.
    func fault(_ entitlement: Entitlement, _ record: CertificateRecord) async throws -> String? {
        let press = office.press
        return try await office.bench.run { Self.fault(entitlement, record, press) }
    }

    private static func fault(_ entitlement: Entitlement, _ record: CertificateRecord, _ press: Press) -> String? {
        do {
            try press.prove(entitlement, record)
            return nil
        } catch {
            return "\(error)"
        }
    }
}
