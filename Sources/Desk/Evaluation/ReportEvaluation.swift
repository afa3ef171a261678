public import Academy
import Records
import SQL

/// What a course's evaluations come to, for those who run the course; nothing of it is one person's.
public struct ReportEvaluation: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/forbidden``, ``Refusal/notFound``.
    public func callAsFunction(
        _ id: Course.ID, by caller: Caller
    ) async throws -> (course: CourseSummary, statistics: EvaluationStatistics) {
        guard Permission.seeEvaluations(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read(.long) { transaction in
            try Permission.requireRunning(id, by: caller, in: transaction)
            guard let course = try Courses.find(id, in: transaction) else { throw Refusal.notFound }
            let form = try FillEvaluation.form(of: course, in: transaction)
            let participants = try Participations.factCounts(of: id, in: transaction).reduce(0) { sum, row in
                sum + ([.completed, .insufficient].contains(row.facts.outcome) ? row.number : 0)
            }
            let evaluations = try Evaluations.responses(of: id, in: transaction).compactMap { fields in
                // A form that was sent before the timetable changed may lack a speaker: it does not count.
                try? CompletedEvaluation(EvaluationAnswers(fields: fields, of: form), of: form)
            }
            return (
                CourseSummary(course),
                EvaluationStatistics(form: form, evaluations: evaluations, participants: participants)
            )
        }
    }
}

extension Permission {
    /// In sum only; nobody sees a single answer.
    static func seeEvaluations(by caller: Caller) -> Bool { issueInBulk(by: caller) }
}
