import Academy
import Records
import SQL
import Testing

@Suite struct `The catalogue` {
    @Test func `counts the seats that the academy's law counts, whatever state an application is in`() async throws {
        let register = try await Register()
        let states = ApplicationState.allCases
        try await register.database.write { transaction throws in
            try Courses.insert(Sample.course(1), in: transaction)
            let start = Day(daysSinceEpoch: 21_000)
            try Offerings.insert(
                OfferingRecord(
                    course: Sample.id("course", 1), objectives: .init(malay: ""), target: .init(malay: ""),
                    rules: CourseRules(quota: 40, hasWaitingList: true),
                    days: .init(try Deadlines(start: start, end: start))),
                in: transaction)
            for (number, state) in states.enumerated() {
                try Officers.insert(Sample.officer(number), in: transaction)
                try Applications.insert(
                    ApplicationRecord(
                        id: Sample.id("application", number), officer: Sample.id("officer", number),
                        course: Sample.id("course", 1), state: state, createdAt: Sample.moment, stateAt: Sample.moment),
                    in: transaction)
            }
            let entries = try Catalogue.open(notBefore: Day(daysSinceEpoch: 20_000), in: transaction)
            #expect(try entries.map(\.course) == [Sample.course(1)])
            #expect(entries.map(\.seatsHeld) == [states.count { $0.holdsSeat }])
            #expect(entries.map(\.quota) == [40])
            #expect(try Catalogue.open(notBefore: start, in: transaction).isEmpty, "what is closed is not listed")
        }
    }
}
