import Academy
import Records
import SQL
import Testing

@Suite struct `Courses on offer` {
    private static func day(_ number: Int) -> Day { Day(daysSinceEpoch: 20_500 + number) }

    @Test func `come back as they were stored, with coordinators and speakers`() async throws {
        let register = try await Register().withParticipants(0)
        let course: Course.ID = Sample.id("course", 1)
        let offering = OfferingRecord(
            course: course, mode: .hybrid, objectives: .init(malay: "Objektif", english: "Objective"),
            target: .init(malay: "Sasaran"), rules: CourseRules(quota: 12, hasWaitingList: true, yearlyCap: 2),
            days: .init(closing: Self.day(1), decision: Self.day(5), confirmation: Self.day(8), freeze: Self.day(13)))
        let speakers = [SpeakerRecord(name: "A", topic: "B"), SpeakerRecord(name: "C", topic: "")]
        let account = AccountRecord(
            id: .init("account-1"), name: "p@customs.gov.my", passwordHash: "x", roles: [.coordinator], officer: nil,
            displayName: "Penyelaras", language: .english)
        try await register.database.write { transaction throws in
            try Offerings.insert(offering, in: transaction)
            try Offerings.setSpeakers(speakers, of: course, in: transaction)
            try Accounts.insert(account, at: Sample.moment, in: transaction)
            for _ in 1...2 { try Offerings.addCoordinator(account.id, to: course, in: transaction) }
        }
        try await register.database.read { transaction throws in
            #expect(try Offerings.find(course, in: transaction) == offering)
            #expect(try Offerings.speakers(of: course, in: transaction) == speakers)
            #expect(try Offerings.isCoordinator("P@customs.gov.my", of: course, in: transaction))
            #expect(try !Offerings.isCoordinator("q@customs.gov.my", of: course, in: transaction))
            #expect(try Offerings.coordinated(by: account.name, in: transaction) == [course])
            #expect(try Offerings.coordinators(of: course, in: transaction).map(\.email) == [account.name])
            #expect(try Offerings.closing(notBefore: Self.day(1), in: transaction).count == 1)
            #expect(try Offerings.closing(notBefore: Self.day(2), in: transaction).isEmpty)
        }
    }
}
