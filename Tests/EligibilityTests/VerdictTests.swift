import Academy
import Eligibility
import Testing

@Suite struct VerdictTests {
    private static func verdict(_ facts: CompletionFacts) -> Verdict {
        Verdict(on: Candidacy(officer: Officer.ID("o1"), course: Course.ID("c1"), facts: facts))
    }

    /// The law as the user guide words it (S39, D2.6), written a second time and independently of the gate.
    private static func law(_ facts: CompletionFacts) -> [Bool] {
        [
            facts.outcome == .completed && facts.attendance == .confirmed,
            [.sent, .exempt].contains(facts.evaluation),
            [.notApplicable, .verified, .exempt].contains(facts.fee),
        ]
    }

    @Test func `every combination is judged as the law says`() {
        var entitled = 0
        for facts in CompletionFacts.all {
            let held = Self.law(facts)
            let unmet = zip(Condition.allCases, held).filter { !$1 }.map(\.0)
            switch Self.verdict(facts) {
            case .entitled(let entitlement):
                #expect(unmet.isEmpty, "\(facts)")
                #expect(entitlement.candidacy.facts == facts)
                entitled += 1
            case .withheld(let obstacles):
                #expect(!obstacles.isEmpty)
                #expect(obstacles.map(\.condition) == unmet, "\(facts)")
            }
        }
        #expect(CompletionFacts.all.count == 4 * 4 * 5 * 7)
        #expect(Set(CompletionFacts.all).count == 560)
        #expect(entitled == 1 * 2 * 3)
    }

    @Test func `of the eight ways to meet three conditions only one is enough`() {
        let met = CompletionFacts(outcome: .completed, attendance: .confirmed, evaluation: .sent, fee: .verified)
        let unmet = CompletionFacts(outcome: .pending, attendance: .recorded, evaluation: .open, fee: .unpaid)
        for row in 0..<8 {
            let facts = CompletionFacts(
                outcome: row & 1 == 1 ? met.outcome : unmet.outcome,
                attendance: row & 1 == 1 ? met.attendance : unmet.attendance,
                evaluation: row & 2 == 2 ? met.evaluation : unmet.evaluation, fee: row & 4 == 4 ? met.fee : unmet.fee)
            #expect(Self.verdict(facts).obstacles.isEmpty == (row == 7), "\(facts)")
        }
    }

    @Test func `defect of others 1: a receipt that waits or was refused does not count as paid`() {
        for fee in [FeeState.unpaid, .awaitingReview, .rejected, .refunded] {
            let facts = CompletionFacts(outcome: .completed, attendance: .confirmed, evaluation: .sent, fee: fee)
            #expect(Self.verdict(facts).obstacle(to: .fee) != nil, "\(fee)")
        }
    }

    @Test func `obstacles come in the order in which a participant meets them`() {
        let facts = CompletionFacts(outcome: .pending, attendance: .notRecorded, evaluation: .draft, fee: .rejected)
        #expect(Self.verdict(facts) == .withheld(by: [.attendanceNotRecorded, .evaluationNotSent, .receiptRejected]))
    }

    @Test func `an entitlement knows whose it is`() throws {
        let facts = CompletionFacts(outcome: .completed, attendance: .confirmed, evaluation: .exempt, fee: .exempt)
        guard case .entitled(let entitlement) = Self.verdict(facts) else {
            Issue.record("withheld")
            return
        }
        #expect(entitlement.candidacy.officer == Officer.ID("o1"))
        #expect(entitlement.candidacy.course == Course.ID("c1"))
    }

    @Test(arguments: Obstacle.allCases)
    func `every obstacle belongs to a condition and names who must act`(obstacle: Obstacle) {
        let reachable = CompletionFacts.all.contains { Self.verdict($0).obstacles.contains(obstacle) }
        #expect(reachable, "no facts lead to \(obstacle)")
        if obstacle.actor == .finance { #expect(obstacle.condition == .fee) }
    }
}
