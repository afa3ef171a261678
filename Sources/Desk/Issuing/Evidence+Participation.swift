import Academy
import Attestation
import Eligibility
import Records

extension ParticipationRecord {
    /// The facts that the gate judges.
    var facts: CompletionFacts {
        CompletionFacts(outcome: outcome, attendance: attendance, evaluation: evaluation, fee: fee)
    }

    var candidacy: Candidacy { Candidacy(officer: officer, course: course, facts: facts) }

    /// Who confirmed what and when, in the order of ``Condition``.
    var evidence: [Evidence] {
        [
            Evidence(
                condition: Condition.attendance.rawValue, state: attendance.rawValue, by: attended.by,
                at: attended.at?.iso ?? "", detail: "\(tally.attended)/\(tally.total) min"),
            Evidence(
                condition: Condition.evaluation.rawValue, state: evaluation.rawValue, by: evaluated.by,
                at: evaluated.at?.iso ?? "", detail: evaluated.basis),
            Evidence(
                condition: Condition.fee.rawValue, state: fee.rawValue, by: paid.by, at: paid.at?.iso ?? "",
                detail: receiptNumber.isEmpty ? paid.basis : receiptNumber),
        ]
    }

    /// Since when a condition stands as it does.
    func since(_ condition: Condition) -> Instant? {
        switch condition {
        case .attendance: attended.at
        case .evaluation: evaluated.at
        case .fee: paid.at
        }
    }
}
