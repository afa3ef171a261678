public import Academy
import Digests
import Records
import SQL

/// *Borang Penilaian Reaksi* of one course, as far as its officer has filled it in.
public struct EvaluationSheet: Sendable, Hashable {
    public let course: CourseSummary
    public let form: EvaluationForm
    public let state: EvaluationState
    /// The draft, by the names of the form's fields; empty once it is sent.
    public let answers: [String: String]
}

/// What is wrong with a filled-in form, in its order.
public struct EvaluationProblems: Error, Sendable, Hashable {
    /// By the question's name: `missing`, `answer_wrong` or `comment_too_long`.
    public let all: [FieldProblem]
}

/// Opens, keeps and sends the reaction evaluation of an officer's own course.
public struct FillEvaluation: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/notFound`` when the caller is not on the course.
    public func open(_ course: Course.ID, by caller: Caller) async throws -> EvaluationSheet {
        try await office.database.read { transaction in
            let (participation, course) = try Self.find(course, by: caller, in: transaction)
            return EvaluationSheet(
                course: CourseSummary(course), form: try Self.form(of: course, in: transaction),
                state: participation.evaluation,
                answers: try Evaluations.draft(of: participation.id, in: transaction))
        }
    }

    /// Keeps what was filled in so far; gaps are welcome.
    /// - Throws: ``EvaluationProblems``; ``Refusal/conflict(_:)`` when the form is not open.
    public func save(_ course: Course.ID, _ fields: [String: String], by caller: Caller) async throws {
        let office = office
        try await office.database.write { transaction in
            let (participation, course) = try Self.find(course, by: caller, in: transaction)
            let form = try Self.form(of: course, in: transaction)
            _ = try Self.answers(fields, of: form)
            let state = try Self.move(participation, .saveDraft)
            let now = office.surroundings.now()
            try Evaluations.saveDraft(Self.kept(fields, of: form), of: participation.id, at: now, in: transaction)
            guard state != participation.evaluation else { return }
            try Self.write(participation, state, "evaluation.draft_saved", caller, now, in: transaction)
        }
    }

    /// Sends a complete form, once.
    ///
    /// What was answered goes where no name is, and the draft is deleted.
    /// - Throws: ``EvaluationProblems`` with everything that is missing; ``Refusal/conflict(_:)`` when it was sent before.
    public func send(_ course: Course.ID, _ fields: [String: String], by caller: Caller) async throws {
        let office = office
        let sent = try await office.database.write { transaction in
            let (participation, course) = try Self.find(course, by: caller, in: transaction)
            let form = try Self.form(of: course, in: transaction)
            let state = try Self.move(participation, .send)
            let missing = try Self.answers(fields, of: form).missing(in: form)
            guard missing.isEmpty else {
                throw EvaluationProblems(
                    all: missing.map { FieldProblem(field: $0.description, code: "answer_missing") })
            }
            let now = office.surroundings.now()
            let kept = Self.kept(fields, of: form)
            let id = try office.surroundings.random(16).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
            try Evaluations.add(kept, id: id.joined(), course: course.id, day: now.day, in: transaction)
            try Evaluations.deleteDraft(of: participation.id, in: transaction)
            let changed = try Self.write(participation, state, "evaluation.sent", caller, now, in: transaction)
            try CertificateKeeper(office: office).settle(changed, by: caller, at: now, in: transaction)
            return changed
        }
        await CertificateKeeper(office: office).issueIfEarned(
            officer: sent.officer, course: sent.course, requestID: caller.requestID)
    }
}

extension FillEvaluation {
    private static func find(
        _ id: Course.ID, by caller: Caller, in transaction: borrowing Transaction
    ) throws -> (ParticipationRecord, Course) {
        guard let officer = caller.officer,
            let participation = try Participations.find(officer: officer, course: id, in: transaction),
            let course = try Courses.find(id, in: transaction)
        else { throw Refusal.notFound }
        return (participation, course)
    }

    static func form(of course: Course, in transaction: borrowing Transaction) throws -> EvaluationForm {
        EvaluationForm(
            speakers: try Offerings.speakers(of: course.id, in: transaction).compactMap { entry in
                guard let name = try? PersonName(parsing: entry.name) else { return nil }
                // By what is shown, so that a timetable that changes later moves no answer to another speaker.
                let id = SHA256Digest(of: "\(entry.name)\n\(entry.topic)").hex.prefix(16)
                return Speaker(id: .init(String(id)), name: name, topic: entry.topic)
            })
    }

    private static func answers(_ fields: [String: String], of form: EvaluationForm) throws -> EvaluationAnswers {
        do throws(EvaluationAnswers.Rejected) {
            return try EvaluationAnswers(fields: fields, of: form)
        } catch {
            let problems = form.items.compactMap { section, item -> FieldProblem? in
                let question = section.question(item)
                return error.problems[question].map { FieldProblem(field: question.description, code: $0.code) }
            }
            throw EvaluationProblems(all: problems)
        }
    }

    /// Only what the form asks: nothing else of a request is stored.
    private static func kept(_ fields: [String: String], of form: EvaluationForm) -> [String: String] {
        let names = form.items.map { $0.section.question($0.item).description }
        return names.reduce(into: [:]) { kept, name in
            if let value = fields[name], !value.allSatisfy(\.isWhitespace) { kept[name] = value }
        }
    }

    /// Completeness is judged beside it, question by question.
    private static func move(_ participation: ParticipationRecord, _ event: EvaluationEvent) throws -> EvaluationState {
        if participation.evaluation == .sent { throw Refusal.conflict(.alreadySent) }
        switch EvaluationLaw.move(
            from: participation.evaluation, on: event, application: participation.outcome.application, isComplete: true)
        {
        case .success(let state): return state
        case .failure: throw Refusal.conflict(.evaluationNotOpen)
        }
    }

    @discardableResult
    private static func write(
        _ participation: ParticipationRecord, _ state: EvaluationState, _ action: String, _ caller: Caller,
        _ now: Instant, in transaction: borrowing Transaction
    ) throws -> ParticipationRecord {
        var changed = participation
        changed.evaluation = state
        changed.evaluated = .init(by: caller.account, at: now)
        guard try Participations.update(changed, in: transaction) else { throw Refusal.conflict(.changedMeanwhile) }
        try AuditLog.append(
            AuditEntry(
                at: now, actor: caller.account, action: action, subjectKind: "participation",
                subjectID: participation.id.text, before: participation.evaluation.rawValue, after: state.rawValue,
                requestID: caller.requestID),
            in: transaction)
        return changed
    }
}

extension EvaluationAnswers.Problem {
    fileprivate var code: String {
        switch self {
        case .notOnTheScale, .alwaysApplies: "answer_wrong"
        case .commentTooLong: "comment_too_long"
        }
    }
}
