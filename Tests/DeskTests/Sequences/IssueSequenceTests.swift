import Academy
import Attestation
import Eligibility
import Records
import SQL
import SeededRandom
import Testing

@testable import Desk

/// Random stories of conditions that come and go while certificates are asked for; after each the register is judged.
///
/// A failure names the seed; the same seed tells the same story.
@Suite struct `Stories of certificates` {
    private static let officers = 4
    private static let steps = 40

    /// I3: none was issued while a condition did not hold.
    ///
    /// I6: serial numbers go up by one and none comes twice.
    @Test(arguments: 0..<12)
    func `no story issues what was not earned, or draws a serial twice`(seed: Int) async throws {
        let test = try await TestOffice()
        let course = try await test.course()
        var random = SplitMix(seed: UInt64(seed))
        var people: [Person] = []
        for number in 0..<Self.officers {
            let facts = Self.facts(&random)
            people.append(Person(officer: try await test.officer(number, on: course, facts), facts: facts))
        }
        var issued: [CertificateRecord] = []
        for step in 0..<Self.steps {
            let place = Int.random(in: 0..<people.count, using: &random)
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<5:
                people[place].facts = Self.facts(&random)
                try await Self.write(people[place], in: test)
            case 5..<9:
                let person = people[place]
                let outcome = try await test.issue(person.officer, course, by: TestOffice.caller(person.officer))
                let place = "seed \(seed), step \(step)"
                switch outcome {
                case .issued(let record):
                    #expect(person.facts.isEarned, "\(place)")
                    #expect(!issued.contains { $0.officer == record.officer }, "\(place)")
                    issued.append(record)
                case .already(let record): #expect(issued.contains(record), "\(place)")
                case .withheld: #expect(!person.facts.isEarned, "\(place)")
                }
            default: try await Self.crash(in: test)
            }
            test.clock.advance(seconds: 60)
        }
        try await Self.judge(issued, seed: seed, in: test)
        await test.close()
    }

    private struct Person {
        let officer: Officer
        var facts: CompletionFacts
    }

    /// Nearly earned as often as not, so that each condition decides somewhere.
    private static func facts(_ random: inout SplitMix) -> CompletionFacts {
        var facts = CompletionFacts.earned
        switch Int.random(in: 0..<6, using: &random) {
        case 0: facts = CompletionFacts.all.randomElement(using: &random) ?? facts
        case 1: facts.evaluation = EvaluationState.allCases.randomElement(using: &random) ?? .open
        case 2: facts.fee = FeeState.allCases.randomElement(using: &random) ?? .unpaid
        case 3: facts.attendance = AttendanceState.allCases.randomElement(using: &random) ?? .recorded
        default: break
        }
        return facts
    }

    private static func write(_ person: Person, in test: TestOffice) async throws {
        let (facts, officer) = (person.facts, person.officer.id)
        try await test.office.database.write { transaction in
            _ = try transaction.execute(
                """
                UPDATE participation SET outcome = \(facts.outcome.rawValue), attendance = \(facts.attendance.rawValue),
                evaluation = \(facts.evaluation.rawValue), fee = \(facts.fee.rawValue) WHERE officer_id = \(officer)
                """)
        }
    }

    /// As after a kill between the two transactions of the latest certificate, and a new start.
    private static func crash(in test: TestOffice) async throws {
        try await test.office.database.write { transaction in
            _ = try transaction.execute(
                """
                UPDATE certificate SET status = 'issuing', document_sha256 = NULL, document_size = NULL
                WHERE id = (SELECT max(id) FROM certificate)
                """)
        }
        _ = try await FinishIssuing(test.office)()
    }

    private static func judge(_ issued: [CertificateRecord], seed: Int, in test: TestOffice) async throws {
        #expect(issued.map(\.serial.number) == Array(1..<issued.count + 1), "seed \(seed)")
        #expect(Set(issued.map(\.code)).count == issued.count, "seed \(seed)")
        for record in issued {
            let stored = try await test.office.database.read { try Certificates.find(record.id, in: $0) }
            #expect(stored?.record == record && stored?.document != nil, "seed \(seed)")
            #expect(CompletionFacts(evidence: record.evidence)?.isEarned == true, "seed \(seed)")
        }
    }
}

extension CompletionFacts {
    /// Said a second time, without the gate's own code.
    fileprivate var isEarned: Bool {
        outcome == .completed && attendance == .confirmed && [.sent, .exempt].contains(evaluation)
            && [.verified, .exempt, .notApplicable].contains(fee)
    }
}
