import Academy
import Attestation
import Eligibility

extension CompletionFacts {
    /// The facts that a certificate's evidence states, so that the gate can judge them again.
    ///
    /// A confirmed attendance is evidence of a completed course: the gate lets nothing else through.
    init?(evidence: [Evidence]) {
        func state(_ condition: Condition) -> String? {
            evidence.first { $0.condition == condition.rawValue }?.state
        }
        guard let attendance = state(.attendance).flatMap(AttendanceState.init(rawValue:)),
            let evaluation = state(.evaluation).flatMap(EvaluationState.init(rawValue:)),
            let fee = state(.fee).flatMap(FeeState.init(rawValue:))
        else { return nil }
        self.init(
            outcome: attendance == .confirmed ? .completed : .pending, attendance: attendance, evaluation: evaluation,
            fee: fee)
    }
}
