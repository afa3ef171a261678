public import Academy

/// Everything that the gate looks at.
public struct CompletionFacts: Sendable, Hashable, Codable {
    public var outcome: CourseOutcome
    public var attendance: AttendanceState
    public var evaluation: EvaluationState
    public var fee: FeeState

    public init(outcome: CourseOutcome, attendance: AttendanceState, evaluation: EvaluationState, fee: FeeState) {
        self.outcome = outcome
        self.attendance = attendance
        self.evaluation = evaluation
        self.fee = fee
    }

    /// Every combination that can be written down, also those that no workflow reaches.
    public static var all: [CompletionFacts] {
        CourseOutcome.allCases.flatMap { outcome in
            AttendanceState.allCases.flatMap { attendance in
                EvaluationState.allCases.flatMap { evaluation in
                    FeeState.allCases.map { fee in
                        CompletionFacts(outcome: outcome, attendance: attendance, evaluation: evaluation, fee: fee)
                    }
                }
            }
        }
    }
}

/// Whose facts they are: one officer on one course.
public struct Candidacy: Sendable, Hashable {
    public let officer: Officer.ID
    public let course: Course.ID
    public let facts: CompletionFacts

    public init(officer: Officer.ID, course: Course.ID, facts: CompletionFacts) {
        self.officer = officer
        self.course = course
        self.facts = facts
    }
}
