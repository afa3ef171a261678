import Academy
import Records
import SQL
import Testing

@testable import Desk

@Suite struct `Keeping deadlines` {
    private static func keep(_ desk: WaitingOffice) async throws -> KeepDeadlines.Result {
        try await KeepDeadlines(desk.office)()
    }

    @Test func `edge 10: an offer that nobody answers goes to the next, and not to the same person first`() async throws
    {
        let desk = try await WaitingOffice()
        let people = try await desk.queue(1...3)
        try await desk.setQuota(2)
        desk.pass(days: 2)
        #expect(try await Self.keep(desk) == .nothing, "forty-eight hours to the millisecond are still in time")
        desk.clock.advance(seconds: 1)
        #expect(try await Self.keep(desk) == .init(expired: 1))
        #expect(try await desk.states(people.map(\.id)) == [.approved, .lapsed, .offered])
        #expect(try await desk.audit(people[1].id).last?.actor == "system")
        #expect(try await desk.letter("application.lapsed", to: people[1].officer) != nil)
        await #expect(throws: Refusal.workflow([.offerExpired])) {
            desk.pass(days: 3)
            try await AnswerOffer(desk.office).accept(
                people[2].id, with: .init(hasNoVehicle: true), by: TestOffice.caller(people[2].officer))
        }
        #expect(try await Self.keep(desk) == .init(expired: 1))
        #expect(try await desk.states(people.map(\.id)) == [.approved, .lapsed, .lapsed])
        await desk.close()
    }

    /// Closing after 46 days, the academy's decision after 50, confirmation after 53.
    @Test func `edge 5 and 52: each state ends after its own day, at the end of it in Kuala Lumpur`() async throws {
        let desk = try await WaitingOffice(lapsesUnconfirmed: true)
        let draft = try await ApplyForCourse(desk.office).begin(
            desk.course, by: TestOffice.caller(try await desk.desk.officer(9)))
        let submitted = try await desk.desk.sent(8).id
        let late = try await desk.desk.sent(7)
        let supported = try await desk.desk.supported(6).id
        let people = try await desk.queue(1...2).map(\.id)
        let all = [draft, submitted, supported] + people
        let file = try #require(
            await desk.office.database.read { try CourseFile.open(desk.course, in: $0) })
        func at(_ day: Day, after seconds: Int64) async throws -> [ApplicationState?] {
            let moment = Instant.end(of: day).adding(seconds: seconds)
            desk.clock.advance(seconds: (moment.milliseconds - desk.clock.now.milliseconds) / 1000)
            _ = try await Self.keep(desk)
            return try await desk.states(all)
        }
        let days = file.deadlines
        #expect(try await at(days.closing, after: -1) == [.draft, .submitted, .supported, .approved, .waiting])
        #expect(try await at(days.closing, after: 1) == [.lapsed, .submitted, .supported, .approved, .waiting])
        try await DecideSupport(desk.office)(
            token: try await desk.desk.token(of: late.id) ?? "", supports: true, reason: "", requestID: "r")
        #expect(try await desk.states([late.id]) == [.supported], "sent in time, supported after closing")
        #expect(try await at(days.decision, after: -1) == [.lapsed, .submitted, .supported, .approved, .waiting])
        #expect(try await at(days.decision, after: 1) == [.lapsed, .lapsed, .lapsed, .approved, .waiting])
        #expect(try await at(days.confirmation, after: -1) == [.lapsed, .lapsed, .lapsed, .approved, .waiting])
        #expect(try await at(days.confirmation, after: 1) == [.lapsed, .lapsed, .lapsed, .lapsed, .unsuccessful])
        #expect(try await desk.record(people[1])?.rejection == .quotaFull)
        let drafts = try await desk.office.database.read { transaction in
            try Outbox.page(before: nil, limit: 500, in: transaction).map(\.message)
                .filter { $0.kind == "application.lapsed" }.map { $0.values["reference"] }
        }
        #expect(drafts.contains("draf"))
        await desk.close()
    }

    @Test func `an unconfirmed seat stays where the course does not say that it lapses, and grace holds back the end`()
        async throws
    {
        let desk = try await WaitingOffice(graceDays: 2)
        let people = try await desk.queue(1...2).map(\.id)
        desk.pass(days: 55)
        #expect(try await Self.keep(desk) == .nothing)
        desk.pass(days: 1)
        #expect(try await Self.keep(desk) == .init(lapsed: 1))
        #expect(try await desk.states(people) == [.approved, .unsuccessful])
        await desk.close()
    }

    @Test func `edge 53: running twice, at once, after a long stop or on a clock that jumped back ends each once`()
        async throws
    {
        let desk = try await WaitingOffice()
        var ids: [Application.ID] = []
        for number in 1...6 { ids.append(try await desk.desk.sent(number).id) }
        desk.pass(days: 200)
        let results = try await withThrowingTaskGroup(of: KeepDeadlines.Result.self) { group in
            for _ in 1...4 { group.addTask { try await Self.keep(desk) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.map(\.lapsed).reduce(0, +) == 6)
        desk.pass(days: -180)
        #expect(try await Self.keep(desk) == .nothing)
        desk.pass(days: 180)
        #expect(try await Self.keep(desk) == .nothing)
        #expect(try await Set(desk.states(ids)) == [.lapsed])
        for id in ids { #expect(try await desk.audit(id).count { $0.action == "application.lapse" } == 1) }
        #expect(try await desk.desk.letters("application.lapsed") == 12, "officer and supervisor, once each")
        #expect(try await desk.office.database.read { try AuditLog.firstBreak(in: $0) } == nil)
        await desk.close()
    }

    @Test func `a stop in the middle loses nothing: one that cannot be ended holds up no other`() async throws {
        let desk = try await WaitingOffice()
        let ids = [try await desk.desk.sent(1).id, try await desk.desk.sent(2).id]
        desk.pass(days: 51)
        let (broken, office) = (ids[0], desk.office)
        try await office.database.write { transaction in
            _ = try transaction.execute("UPDATE officer SET state = 'tiada' WHERE email = 'm1@customs.gov.my'")
        }
        #expect(try await Self.keep(desk) == .init(lapsed: 1, failed: 1))
        try await office.database.write { transaction in
            _ = try transaction.execute("UPDATE officer SET state = 'melaka' WHERE email = 'm1@customs.gov.my'")
        }
        #expect(try await desk.states([broken]) == [.submitted])
        #expect(try await Self.keep(desk) == .init(lapsed: 1))
        #expect(try await Set(desk.states(ids)) == [.lapsed])
        await desk.close()
    }

    @Test func `who could not sit when a seat became free is offered it as soon as nothing is in the way`() async throws
    {
        let desk = try await WaitingOffice()
        let people = try await desk.queue(1...2)
        let (office, left) = (desk.office, people[1].officer.id)
        func setActive(_ isActive: Bool) async throws {
            try await office.database.write { transaction in
                _ = try transaction.execute("UPDATE officer SET active = \(isActive) WHERE id = \(left)")
            }
        }
        try await setActive(false)
        try await desk.setQuota(2)
        #expect(try await Self.keep(desk) == .nothing)
        try await setActive(true)
        #expect(try await Self.keep(desk) == .init(offered: 1))
        #expect(try await desk.states(people.map(\.id)) == [.approved, .offered])
        await desk.close()
    }

    @Test func `a worker looks at the clock until it is cancelled`() async throws {
        let desk = try await WaitingOffice()
        let id = try await desk.desk.sent(1).id
        desk.pass(days: 51)
        let worker = Task { await DeadlineWorker(desk.office, pause: .milliseconds(5)).run() }
        while try await desk.states([id]) != [.lapsed] { try await Task.sleep(for: .milliseconds(5)) }
        worker.cancel()
        await worker.value
        await desk.close()
    }
}
