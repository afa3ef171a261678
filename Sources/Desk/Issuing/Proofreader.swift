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
            try officers.compactMap { try register.draft(officer: $0, course: course, in: transaction) }
        }
        return try await withThrowingTaskGroup(of: (Officer.ID, String)?.self) { group in
            for (entitlement, record) in drafts {
                group.addTask {
                    try await fault(entitlement, record).map { (entitlement.candidacy.officer, $0) }
                }
            }
            return try await group.reduce(into: [:]) { faults, fault in
                if let fault { faults[fault.0] = fault.1 }
            }
        }
    }

    /// nil when it can be set.
    func fault(_ entitlement: Entitlement, _ record: CertificateRecord) async throws -> String? {
        let press = office.press
        return try await office.bench.run {
            do {
                try press.prove(entitlement, record)
                return nil
            } catch {
                return "\(error)"
            }
        }
    }
}
