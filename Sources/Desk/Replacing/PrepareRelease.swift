public import Academy
import Records
import SQL

/// *Tidak Hadir* on its way: what was brought so far, for its officer to complete or to check.
public struct ReleaseDraft: Sendable, Hashable {
    public let application: Application.ID
    public let course: CourseSummary
    /// *Tiada pengganti* may be chosen.
    public let mayGoWithout: Bool
    /// Logistics are frozen: another replacement can only be named by the coordinator.
    public let isFrozen: Bool
    public var upload: UploadSummary?
    /// Who is chosen, when nothing stands in the way.
    public var replacement: ReplacementChoice?
    public var findings: ReplacementFindings?
    /// Empty for a form that is good.
    public var problems: [FieldProblem] = []
}

/// Reads *Tidak Hadir* and keeps its letter, before the officer checks and sends it.
public struct PrepareRelease: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// The empty form.
    /// - Throws: ``Refusal/notFound`` for another's application; ``Refusal/workflow(_:)`` when it cannot be asked now.
    public func start(_ id: Application.ID, by caller: Caller) async throws -> ReleaseDraft {
        let office = office
        return try await office.database.read { transaction in
            try ReleaseCase(id, office, caller, in: transaction).draft
        }
    }

    /// Keeps the file, looks for names, and tells every problem, save while only a search is asked for.
    public func callAsFunction(
        _ id: Application.ID, _ form: ReleaseForm, by caller: Caller
    ) async throws -> ReleaseDraft {
        let office = office
        let known = try await office.database.read { try ReleaseCase(id, office, caller, in: $0) }
        let (taken, fault) = try await take(form.file, for: known, by: caller)
        return try await office.database.read { transaction in
            let now = try ReleaseCase(id, office, caller, in: transaction)
            let upload = try taken ?? (fault == nil ? form.upload.flatMap { try now.letter($0, in: transaction) } : nil)
            var draft = now.draft
            draft.upload = upload.map(UploadSummary.init)
            let find = FindReplacement(seat: now.seat)
            draft.replacement = try form.replacement.flatMap { try find.choice($0, in: transaction) }
            if form.isSearching || !form.search.isBlank { draft.findings = try find(form.search, in: transaction) }
            draft.problems = form.isSearching ? [] : Self.problems(form, upload, draft, now)
            if let fault { draft.problems = [fault] + draft.problems.filter { $0.field != fault.field } }
            return draft
        }
    }

    private static func problems(
        _ form: ReleaseForm, _ upload: UploadRecord?, _ draft: ReleaseDraft, _ known: ReleaseCase
    ) -> [FieldProblem] {
        do throws(Absence.Rejected) {
            _ = try form.absence(
                letter: upload, applicant: known.record.officer, mayGoWithout: draft.mayGoWithout)
        } catch {
            return error.fieldProblems
        }
        guard form.replacement != nil, draft.replacement == nil else { return [] }
        return [FieldProblem(field: "pengganti", code: ApplicationRefusal.replacementNotEligible.rawValue)]
    }

    /// The row of a new file, written so that it need not be chosen again after an error elsewhere.
    private func take(
        _ file: OfferedFile?, for known: ReleaseCase, by caller: Caller
    ) async throws -> (UploadRecord?, FieldProblem?) {
        guard let file, !(file.name.isEmpty && file.bytes.isEmpty) else { return (nil, nil) }
        do {
            let taken = try await UploadIntake(office: office).take(
                file, field: "surat", for: .letter, owner: known.record.officer, course: known.record.course,
                by: caller)
            try await office.database.write { try Uploads.insert(taken, in: $0) }
            return (taken, nil)
        } catch Refusal.invalid(let problems) {
            return (nil, problems.first)
        }
    }
}

/// An officer's own application at the moment in which the officer asks not to attend.
struct ReleaseCase: Sendable {
    let record: ApplicationRecord
    let officer: Officer
    let file: CourseFile
    let seat: SeatToFill
    let draft: ReleaseDraft

    init(_ id: Application.ID, _ office: Office, _ caller: Caller, in transaction: borrowing Transaction) throws {
        let (record, officer, file) = try ApplyForCourse.own(id, of: caller, in: transaction)
        // One that was asked already is told by the page of the application.
        guard [.approved, .attending].contains(record.state) else { throw Refusal.workflow([.wrongState]) }
        let now = office.surroundings.now()
        let circumstances = ApplicationCircumstances(
            course: try file.circumstances(at: now, in: transaction), officer: .init(),
            application: .init(
                nomination: .init(hasAccepted: false, isSupported: false, isEligible: true, expires: now)),
            request: ApplicationRequest(
                absence: Absence(
                    letter: .init("-"), reason: try ReasonText(parsing: "to be filled in"), replacement: .init("-"))))
        let refusals = ApplicationWorkflow.refusals(
            from: record.state, on: .requestRelease, by: Standing(person: officer.id, parties: [.applicant]),
            in: circumstances)
        guard refusals.isEmpty else { throw Refusal.workflow(refusals) }
        self.record = record
        self.officer = officer
        self.file = file
        seat = try SeatToFill(record, file: file, in: transaction)
        let isFrozen = now.isAfter(file.deadlines.freeze)
        draft = ReleaseDraft(
            application: id, course: CourseSummary(file.course),
            mayGoWithout: file.offering.rules.permitsAbsenceWithoutReplacement || isFrozen, isFrozen: isFrozen)
    }

    /// A letter of this officer's for this course that stands in no request yet.
    func letter(_ id: UploadRecord.ID, in transaction: borrowing Transaction) throws -> UploadRecord? {
        guard let upload = try Uploads.find(id, in: transaction), upload.purpose == .letter,
            upload.owner == record.officer, upload.course == record.course,
            try Releases.find(letter: id, in: transaction) == nil
        else { return nil }
        return upload
    }
}
