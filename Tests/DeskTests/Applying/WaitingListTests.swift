import Academy
import Records
import SQL
import Testing

@testable import Desk

@Suite struct `The waiting list` {
    private static let form = AnswerOffer.Form(plate: "WXY 1234")

    @Test func `takes those for whom no seat is left, and tells each the place`() async throws {
        let desk = try await WaitingOffice()
        let people = try await desk.queue(1...3)
        #expect(try await desk.states(people.map(\.id)) == [.approved, .waiting, .waiting])
        #expect(try await desk.letter("application.waiting", to: people[2].officer)?.values["position"] == "2")
        let view = try await TrackApplication(desk.office).one(people[2].id, by: TestOffice.caller(people[2].officer))
        #expect(view.position == 2)
        #expect(try await desk.desk.letters("application.approved") == 1)
        await desk.close()
    }

    @Test func `edge 6: of two approvals for the last seat at once, one gets the seat and one the first place`()
        async throws
    {
        let desk = try await WaitingOffice()
        let ids = [try await desk.desk.supported(1).id, try await desk.desk.supported(2).id]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for id in ids { group.addTask { try await desk.approve([id]) } }
            try await group.waitForAll()
        }
        #expect(try await Set(desk.states(ids)) == [.approved, .waiting])
        await desk.close()
    }

    @Test func `edge 7: raising the quota offers the seats in the same transaction, in order`() async throws {
        let desk = try await WaitingOffice()
        let people = try await desk.queue(1...4)
        try await desk.setQuota(3)
        #expect(try await desk.states(people.map(\.id)) == [.approved, .offered, .offered, .waiting])
        let offered = try #require(try await desk.audit(people[1].id).last)
        #expect(offered.actor == "system")
        #expect(offered.action == "application.promote")
        #expect((offered.before, offered.after) == ("waiting", "offered"))
        #expect(try await desk.record(people[1].id)?.offerExpires == desk.clock.now.adding(hours: 48))
        #expect(try await desk.letter("offer.made", to: people[1].officer)?.values["deadline"]?.isEmpty == false)
        await desk.close()
    }

    @Test func `a seat that is declined goes to the next at once, and the answer counts once`() async throws {
        let desk = try await WaitingOffice()
        let people = try await desk.queue(1...4)
        try await desk.setQuota(2)
        let answer = AnswerOffer(desk.office)
        for _ in 1...2 { try await answer.decline(people[1].id, by: TestOffice.caller(people[1].officer)) }
        #expect(try await desk.states(people.map(\.id)) == [.approved, .withdrawn, .offered, .waiting])
        let second = TestOffice.caller(people[2].officer)
        await #expect(throws: Refusal.invalid([FieldProblem(field: "plate", code: "logistics_plate")])) {
            try await answer.accept(people[2].id, with: .init(), by: second)
        }
        for _ in 1...2 { try await answer.accept(people[2].id, with: Self.form, by: second) }
        #expect(try await desk.states(people.map(\.id)) == [.approved, .withdrawn, .attending, .waiting])
        #expect(try await desk.record(people[2].id)?.offerExpires == nil)
        await #expect(throws: Refusal.notFound) { try await answer.decline(people[3].id, by: second) }
        await desk.close()
    }

    @Test func `edge 9: after the cut-off only a coordinator offers a seat, with a reason and in order`() async throws {
        let desk = try await WaitingOffice(graceDays: 3)
        let people = try await desk.queue(1...3)
        desk.pass(days: 54)
        try await desk.setQuota(2)
        #expect(try await desk.states(people.map(\.id)) == [.approved, .waiting, .waiting])
        let list = KeepWaitingList(desk.office)
        func promote(_ index: Int, _ reason: String) async throws {
            try await list.promote(
                people[index].id, reason: reason, of: desk.course, by: ApplyingOffice.coordinator)
        }
        await #expect(throws: Refusal.workflow([.cutOffPassed])) { try await promote(1, "") }
        await #expect(throws: Refusal.workflow([.notFirstInQueue])) { try await promote(2, "peserta menarik diri") }
        try await promote(1, "peserta menarik diri")
        #expect(try await desk.states(people.map(\.id)) == [.approved, .offered, .waiting])
        #expect(try await desk.audit(people[1].id).last?.actor == ApplyingOffice.coordinator.account)
        let expires = try #require(try await desk.record(people[1].id)?.offerExpires)
        #expect(expires == desk.clock.now.adding(hours: 48))
        try await AnswerOffer(desk.office).accept(
            people[1].id, with: Self.form, by: TestOffice.caller(people[1].officer))
        await desk.close()
    }

    @Test func `a coordinator moves somebody forward with a reason, and it is logged`() async throws {
        let desk = try await WaitingOffice()
        let people = try await desk.queue(1...3)
        let list = KeepWaitingList(desk.office)
        func prioritise(_ priority: Int, _ reason: String, by caller: Caller) async throws {
            try await list.prioritise(people[2].id, to: priority, reason: reason, of: desk.course, by: caller)
        }
        let wrong = ["priority": "priority_range", "reason": "reason_too_short"].sorted { $0.key < $1.key }
            .map { FieldProblem(field: $0.key, code: $0.value) }
        await #expect(throws: Refusal.invalid(wrong)) {
            try await prioritise(9, "pendek", by: ApplyingOffice.coordinator)
        }
        await #expect(throws: Refusal.notFound) {
            try await prioritise(1, "tugas operasi segera", by: ApplyingOffice.stranger)
        }
        try await prioritise(1, "tugas operasi segera", by: ApplyingOffice.coordinator)
        let overview = try await list.overview(of: desk.course, by: ApplyingOffice.coordinator)
        #expect(overview.waiters.map(\.id) == [people[2].id, people[1].id])
        #expect(overview.waiters.map(\.isNext) == [true, false])
        #expect(try await desk.audit(people[2].id).last?.reason == "tugas operasi segera")
        try await desk.setQuota(2)
        #expect(try await desk.states(people.map(\.id)) == [.approved, .waiting, .offered])
        #expect(try await desk.record(people[1].id)?.waitingSince != nil)
        await desk.close()
    }

    @Test func `edge 12: who left the service or has a clashing seat meanwhile is passed, and keeps the place`()
        async throws
    {
        let desk = try await WaitingOffice(clashBlocks: true)
        let people = try await desk.queue(1...4)
        let left = people[1].officer
        try await desk.office.database.write { transaction in
            _ = try transaction.execute("UPDATE officer SET active = FALSE WHERE id = \(left.id)")
        }
        try await clash(people[2].officer, desk)
        try await desk.setQuota(2)
        #expect(try await desk.states(people.map(\.id)) == [.approved, .waiting, .waiting, .offered])
        let overview = try await KeepWaitingList(desk.office).overview(of: desk.course, by: ApplyingOffice.coordinator)
        #expect(overview.waiters.map(\.obstacles) == [[.accountInactive], [.dateClash]])
        #expect(overview.offers.map(\.id) == [people[3].id])
        await desk.close()
    }

    /// A seat on another course at the same hours.
    private func clash(_ officer: Officer, _ desk: WaitingOffice) async throws {
        var sessions = desk.desk.course.sessions
        sessions = try sessions.map {
            Session(
                id: try desk.office.surroundings.newID(), day: $0.day,
                start: TimeOfDay(iso: "11:59") ?? $0.start, end: TimeOfDay(iso: "17:00") ?? $0.end, minutes: 180)
        }
        let other = Course(
            id: try desk.office.surroundings.newID(),
            code: CourseCode(parsing: "AKMAL-LAIN-\(officer.id.text.suffix(3))")
                ?? desk.desk.course.code,
            titleMalay: "Kursus Lain", titleEnglish: "", studyCentre: "Pusat", venue: "Melaka", fee: .zero,
            sessions: sessions)
        let now = desk.clock.now
        let seat = ApplicationRecord(
            id: try desk.office.surroundings.newID(), officer: officer.id, course: other.id, state: .approved,
            createdAt: now, stateAt: now)
        try await desk.office.database.write { transaction in
            try Courses.insert(other, in: transaction)
            try Applications.insert(seat, in: transaction)
        }
    }

    @Test
    func
        `edge 56: a clash of one afternoon is told to whoever is offered a seat, and blocks only if the course says so`()
        async throws
    {
        let desk = try await WaitingOffice()
        let people = try await desk.queue(1...2)
        try await clash(people[1].officer, desk)
        try await desk.setQuota(2)
        #expect(try await desk.states(people.map(\.id)) == [.approved, .offered])
        let caller = TestOffice.caller(people[1].officer)
        let offer = try await AnswerOffer(desk.office).read(people[1].id, by: caller)
        #expect(offer.clashes.map(\.titleMalay) == ["Kursus Lain"])
        let supported = try await desk.desk.supported(3)
        try await clash(supported.officer, desk)
        let board = try await CourseBoard(desk.office).overview(
            of: desk.course, in: .supported, after: nil, limit: 50, by: ApplyingOffice.coordinator)
        #expect(board.rows.map { $0.clashes.map(\.titleMalay) } == [["Kursus Lain"]])
        await desk.close()
    }

    @Test func `edge 47: an address that takes no mail holds up nobody, and what is refused writes no letter`()
        async throws
    {
        let desk = try await WaitingOffice(quota: 2)
        var ids: [Application.ID] = []
        for number in 1...3 { ids.append(try await desk.desk.supported(number).id) }
        let (bad, office) = (ids[0], desk.office)
        try await office.database.write { transaction in
            guard let record = try Applications.find(bad, in: transaction) else { return }
            _ = try transaction.execute("UPDATE officer SET email = 'tiada@' WHERE id = \(record.officer)")
        }
        let refused = try await CourseBoard(office).decide(
            .reject(.other, reason: ""), on: [bad], of: desk.course, by: ApplyingOffice.coordinator)
        #expect(refused.map(\.refusals) == [[.reasonMissing]])
        #expect(try await desk.desk.letters("application.unsuccessful") == 0)
        let results = try await desk.approve(ids)
        #expect(results.map(\.state) == [.approved, .approved, .waiting])
        #expect(try await desk.desk.letters("application.approved") == 2)
        await desk.close()
    }
}
