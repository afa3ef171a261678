public import Academy
import Records
import SQL

/// A receipt that is ready to be sent, for its owner to check.
public struct ReceiptDraft: Sendable, Hashable {
    public let course: CourseSummary
    public let claim: ReceiptClaim
    public let upload: UploadSummary
}

/// What became of a filled-in form.
public enum PreparedReceipt: Sendable, Hashable {
    case ready(ReceiptDraft)
    /// The file, where one was good, is kept so that it need not be chosen again.
    case wrong(course: CourseSummary, problems: [FieldProblem], upload: UploadSummary?)
}

/// Reads *Muat Naik Resit iPayment* and keeps its file, before the officer checks and sends it.
public struct PrepareReceipt: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/notFound`` when the caller is not on the course; ``Refusal/conflict(_:)`` when no receipt is wanted.
    public func callAsFunction(
        course: Course.ID, _ form: ReceiptForm, by caller: Caller
    ) async throws -> PreparedReceipt {
        let (participation, course) = try await wanted(course, by: caller)
        var problems: [FieldProblem] = []
        var upload = try await earlier(form.upload, participation)
        if let file = form.file, !(file.name.isEmpty && file.bytes.isEmpty) {
            upload = nil
            do {
                let taken = try await UploadIntake(office: office).take(
                    file, field: "fail", for: .receipt, owner: participation.officer, course: participation.course,
                    by: caller)
                try await office.database.write { try Uploads.insert(taken, in: $0) }
                upload = taken
            } catch Refusal.invalid(let wrong) {
                problems = wrong
            }
        } else if upload == nil {
            problems = [FieldProblem(field: "fail", code: FileProblem.missing.rawValue)]
        }
        do throws(ReceiptClaim.Rejected) {
            let claim = try form.claim(for: course, today: office.surroundings.now().day)
            if let upload, problems.isEmpty {
                return .ready(ReceiptDraft(course: CourseSummary(course), claim: claim, upload: UploadSummary(upload)))
            }
        } catch {
            problems = error.fieldProblems(form) + problems
        }
        return .wrong(course: CourseSummary(course), problems: problems, upload: upload.map(UploadSummary.init))
    }

    /// The course, when its fee still wants a receipt.
    public func course(_ course: Course.ID, by caller: Caller) async throws -> CourseSummary {
        CourseSummary(try await wanted(course, by: caller).1)
    }

    private func wanted(_ id: Course.ID, by caller: Caller) async throws -> (ParticipationRecord, Course) {
        try await office.database.read { try Self.wanted(id, by: caller, in: $0) }
    }

    static func wanted(
        _ id: Course.ID, by caller: Caller, in transaction: borrowing Transaction
    ) throws -> (ParticipationRecord, Course) {
        guard let officer = caller.officer,
            let participation = try Participations.find(officer: officer, course: id, in: transaction),
            let course = try Courses.find(id, in: transaction)
        else { throw Refusal.notFound }
        guard participation.fee.wantsReceipt else { throw Refusal.conflict(.noReceiptWanted) }
        return (participation, course)
    }

    /// A file of this officer's for this course that stands in no receipt yet.
    private func earlier(_ id: UploadRecord.ID?, _ participation: ParticipationRecord) async throws -> UploadRecord? {
        guard let id else { return nil }
        return try await office.database.read { transaction in
            guard let upload = try Uploads.find(id, in: transaction), upload.isReceipt(of: participation),
                try Receipts.find(upload: id, in: transaction) == nil
            else { return nil }
            return upload
        }
    }
}

extension UploadRecord {
    func isReceipt(of participation: ParticipationRecord) -> Bool {
        purpose == .receipt && owner == participation.officer && course == participation.course
    }
}

extension FeeState {
    /// Whether the officer's next step is a receipt.
    public var wantsReceipt: Bool { self == .unpaid || self == .rejected }
}
