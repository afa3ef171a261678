public import Academy
public import Records
import SQL

/// *Mohon pembetulan* as it was filled in.
public struct CorrectionForm: Sendable, Hashable {
    /// Code of a ``StaffField``.
    public var field: String
    public var wanted: String
    public var reason: String
    public var file: OfferedFile?
    /// The file of an earlier try.
    public var upload: UploadRecord.ID?

    public init(
        field: String, wanted: String, reason: String, file: OfferedFile? = nil, upload: UploadRecord.ID? = nil
    ) {
        self.field = field
        self.wanted = wanted
        self.reason = reason
        self.file = file
        self.upload = upload
    }
}

/// What became of a filled-in request.
public enum RequestedCorrection: Sendable, Hashable {
    case sent(CorrectionRecord.ID)
    /// The file, where one was good, is kept so that it need not be chosen again.
    case wrong([FieldProblem], upload: UploadSummary?)
}

/// Asks an administrator to correct what the staff directory says of the caller.
///
/// Asking for the same again while it waits changes nothing.
public struct RequestCorrection: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// Problems: `field` (`field_missing`, `correction_open`), `wanted` (`wanted_missing`, `wanted_wrong`, `wanted_same`,
    /// `wanted_taken`), `reason` (those of ``ReasonText``), `file` (those of ``FileProblem``).
    /// - Throws: ``Refusal/notFound`` for who is no officer; ``Refusal/throttled(retryAfterSeconds:)``.
    public func callAsFunction(_ form: CorrectionForm, by caller: Caller) async throws -> RequestedCorrection {
        guard let id = caller.officer else { throw Refusal.notFound }
        var (upload, problems) = try await file(of: form, id, by: caller)
        let field = StaffField(rawValue: form.field)
        if field == nil { problems.append(.init(field: "field", code: "field_missing")) }
        var wanted = ""
        do throws(StaffField.Problem) {
            wanted = try field?.parsed(form.wanted, domains: office.settings.emailDomains) ?? ""
        } catch {
            problems.append(.init(field: "wanted", code: error == .missing ? "wanted_missing" : "wanted_wrong"))
        }
        var reason = ""
        do throws(ReasonText.Problem) {
            reason = try ReasonText(parsing: form.reason).text
        } catch {
            problems.append(.init(field: "reason", code: error.code))
        }
        guard problems.isEmpty, let field else { return .wrong(problems, upload: upload.map(UploadSummary.init)) }
        let attempt = Attempt(
            officer: id, field: field, wanted: wanted, reason: reason, upload: upload, caller: caller,
            surroundings: office.surroundings)
        return try await office.database.write { try attempt.write(in: $0) }
    }

    /// Keeps the file that came, or takes one of an earlier try.
    private func file(
        of form: CorrectionForm, _ officer: Officer.ID, by caller: Caller
    ) async throws -> (UploadRecord?, [FieldProblem]) {
        if let file = form.file, !(file.name.isEmpty && file.bytes.isEmpty) {
            do {
                let taken = try await UploadIntake(office: office).take(
                    file, field: "file", for: .correction, owner: officer, course: nil, by: caller)
                try await office.database.write { try Uploads.insert(taken, in: $0) }
                return (taken, [])
            } catch Refusal.invalid(let problems) {
                return (nil, problems)
            }
        }
        guard let id = form.upload else { return (nil, []) }
        let earlier = try await office.database.read { try Uploads.find(id, in: $0) }
        let isOwn = earlier?.purpose == .correction && earlier?.owner == officer
        return (isOwn ? earlier : nil, [])
    }
}

/// A request that is right in itself, with everything at hand to be written.
private struct Attempt: Sendable {
    let officer: Officer.ID
    let field: StaffField
    let wanted: String
    let reason: String
    let upload: UploadRecord?
    let caller: Caller
    let surroundings: Surroundings

    func write(in transaction: borrowing Transaction) throws -> RequestedCorrection {
        guard let person = try Officers.find(officer, in: transaction) else { throw Refusal.notFound }
        let before = field.text(of: try StaffMember.of(person, in: transaction))
        if before == wanted { return wrong("wanted", "wanted_same") }
        if let open = try Corrections.waiting(of: officer, field, in: transaction) {
            return open.wanted == wanted
                ? .sent(open.id) : wrong("field", "correction_open")
        }
        if try isAnothers(in: transaction) { return wrong("wanted", "wanted_taken") }
        let now = surroundings.now()
        let correction = CorrectionRecord(
            id: try surroundings.newID(), officer: officer, field: field, before: before, wanted: wanted,
            reason: reason, upload: upload?.id, requestedBy: caller.account, requestedAt: now)
        try Corrections.insert(correction, in: transaction)
        try AuditLog.append(
            AuditEntry(
                at: now, actor: caller.account, action: "correction.requested", subjectKind: "correction",
                subjectID: correction.id.text, after: field.rawValue, reason: reason, requestID: caller.requestID),
            in: transaction)
        return .sent(correction.id)
    }

    private func wrong(_ field: String, _ code: String) -> RequestedCorrection {
        .wrong([FieldProblem(field: field, code: code)], upload: upload.map(UploadSummary.init))
    }

    private func isAnothers(in transaction: borrowing Transaction) throws -> Bool {
        switch field {
        case .myKad:
            guard let number = try? MyKad(parsing: wanted) else { return false }
            return try Officers.find(myKad: number, in: transaction).map { $0.id != officer } ?? false
        case .email:
            return try Officers.find(email: wanted, in: transaction).map { $0.id != officer } ?? false
        default: return false
        }
    }
}
