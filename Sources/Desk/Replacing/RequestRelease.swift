public import Academy
import Records
import SQL

/// Sends *Tidak Hadir*: the request, and the nomination of who comes instead.
///
/// Sending the same letter again changes nothing.
public struct RequestRelease: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/notFound``; ``Refusal/invalid(_:)`` by the form's fields; ``Refusal/workflow(_:)``.
    public func callAsFunction(_ id: Application.ID, _ form: ReleaseForm, by caller: Caller) async throws {
        let office = office
        let clerk = ApplicationClerk(office, for: caller)
        try await office.database.write { transaction in
            if try Self.wasSent(form, id, by: caller, in: transaction) { return }
            let known = try ReleaseCase(id, office, caller, in: transaction)
            let upload = try form.upload.flatMap { try known.letter($0, in: transaction) }
            let absence = try Self.absence(form, upload, known)
            let standing = try Standing(of: caller, toward: known.officer.id, on: known.record.course, in: transaction)
            try clerk.perform(
                .requestRelease, on: known.record, of: known.officer, file: known.file, by: standing,
                request: ApplicationRequest(reason: absence.reason, absence: absence), in: transaction)
        }
    }

    private static func absence(
        _ form: ReleaseForm, _ upload: UploadRecord?, _ known: ReleaseCase
    ) throws -> Absence {
        do throws(Absence.Rejected) {
            return try form.absence(
                letter: upload, applicant: known.officer.id, mayGoWithout: known.draft.mayGoWithout)
        } catch {
            throw Refusal.invalid(error.fieldProblems)
        }
    }

    private static func wasSent(
        _ form: ReleaseForm, _ id: Application.ID, by caller: Caller, in transaction: borrowing Transaction
    ) throws -> Bool {
        guard let upload = form.upload, let sent = try Releases.find(letter: upload, in: transaction) else {
            return false
        }
        let record = try Applications.find(id, in: transaction)
        return sent.application == id && record?.officer == caller.officer
    }
}
