import Academy
import Desk
import Eligibility
import Records
import SQL
import Testing

@Suite struct `The dashboard` {
    private func home(_ office: Office, _ officer: Officer) async throws -> OfficerHome {
        try await ReadHome(office)(TestOffice.caller(officer))
    }

    @Test func `follows an application from the draft to the approval, with who is awaited and until when`()
        async throws
    {
        let desk = try await ApplyingOffice()
        let officer = try await desk.officer(1)
        let caller = TestOffice.caller(officer)
        let id = try await ApplyForCourse(desk.office).begin(desk.course.id, by: caller)
        let drafted = try #require(try await home(desk.office, officer).journeys.first)
        #expect(drafted.next == .finishApplication)
        #expect(drafted.steps.map(\.standing) == [.current, .ahead, .ahead, .ahead, .ahead])
        #expect(drafted.present?.awaits == .you)
        #expect(drafted.present?.deadline == desk.course.dates.days.first?.adding(days: -14))

        try await ApplyForCourse(desk.office).save(ApplyingOffice.form, to: id, by: caller)
        try await ApplyForCourse(desk.office).submit(id, by: caller)
        let sent = try #require(try await home(desk.office, officer).journeys.first)
        #expect(sent.next == .look)
        #expect(sent.present?.kind == .support)
        #expect(sent.present?.awaits == .supervisor)

        let token = try await desk.token(of: id) ?? ""
        try await DecideSupport(desk.office)(token: token, supports: true, reason: "", requestID: "r")
        #expect(try await home(desk.office, officer).journeys.first?.present?.awaits == .coordinator)

        _ = try await CourseBoard(desk.office).decide(
            .approve, on: [id], of: desk.course.id, by: ApplyingOffice.coordinator)
        let approved = try #require(try await home(desk.office, officer).journeys.first)
        #expect(approved.next == .confirmAttendance)
        #expect(approved.steps.map(\.standing) == [.done, .done, .done, .current, .ahead])
        #expect(approved.steps.prefix(3).allSatisfy { $0.since != nil })
        #expect(approved.conditions.count == 3)
        await desk.test.close()
    }

    @Test func `says why an application ended, and offers another while the course is open`() async throws {
        let desk = try await ApplyingOffice()
        let sent = try await desk.supported(1)
        _ = try await CourseBoard(desk.office).decide(
            .reject(.priority, reason: ""), on: [sent.id], of: desk.course.id, by: ApplyingOffice.coordinator)
        let home = try await home(desk.office, sent.officer)
        #expect(home.journeys.isEmpty)
        let lost = try #require(home.recent.first)
        #expect(lost.rejection == .priority)
        #expect(lost.present?.kind == .approval)
        #expect(lost.present?.standing == .stopped)
        #expect(lost.next == .applyAgain)
        await desk.test.close()
    }

    @Test(arguments: CompletionFacts.all)
    func `offers what the gate lets through, and nothing else`(facts: CompletionFacts) async throws {
        let test = try await TestOffice()
        let course = try await test.course()
        let officer = try await test.officer(1, on: course, facts)
        let home = try await home(test.office, officer)
        let journey = try #require((home.journeys + home.recent).first)
        let verdict = Verdict(on: Candidacy(officer: officer.id, course: course.id, facts: facts))
        #expect(journey.conditions.compactMap(\.obstacle) == verdict.obstacles)
        #expect((journey.next == .collectCertificate) == verdict.obstacles.isEmpty)
        #expect(journey.isActive == !verdict.obstacles.contains { $0.actor == .nobody })
        if journey.isActive, !verdict.obstacles.isEmpty {
            #expect(journey.next.isOwed == verdict.obstacles.contains { $0.actor == .officer })
        }
        await test.close()
    }

    @Test func `lets the certificate be downloaded once it is issued`() async throws {
        let test = try await TestOffice()
        let course = try await test.course()
        let officer = try await test.officer(1, on: course)
        _ = try await test.issue(officer, course, by: TestOffice.caller(officer))
        let home = try await home(test.office, officer)
        #expect(home.journeys.isEmpty)
        #expect(home.recent.first?.next == .downloadCertificate)
        #expect(home.recent.first?.steps.map(\.standing) == Array(repeating: .done, count: 5))
        await test.close()
    }

    @Test func `counts only confirmed hours of this year`() async throws {
        let test = try await TestOffice()
        let course = try await test.course()
        let officer = try await test.officer(1, on: course)
        let other = try await test.officer(
            2, on: course,
            CompletionFacts(outcome: .pending, attendance: .recorded, evaluation: .notOpen, fee: .unpaid))
        #expect(test.clock.now.day.year == 2026)
        #expect(try await home(test.office, officer).training.hours.hoursText == "7.5")
        #expect(try await home(test.office, other).training.hours.minutes == 0)
        await test.close()
    }

    @Test func `shows nobody what is another's`() async throws {
        let test = try await TestOffice()
        await #expect(throws: Refusal.forbidden) { try await ReadHome(test.office)(TestOffice.administrator) }
        await test.close()
    }
}

@Suite struct `Work that waits` {
    @Test func `is counted for the coordinator of the course alone, and for administrators`() async throws {
        let desk = try await ApplyingOffice(quota: 5)
        for number in 1...3 { _ = try await desk.supported(number) }
        let own = try await ReadWaitingWork(desk.office)(ApplyingOffice.coordinator)
        #expect(own.map(\.kind) == [.applications])
        #expect(own.first?.number == 3)
        #expect(own.first?.deadline == desk.course.dates.days.first?.adding(days: -10))
        #expect(try await ReadWaitingWork(desk.office)(ApplyingOffice.stranger) == [])
        #expect(try await ReadWaitingWork(desk.office)(TestOffice.administrator).map(\.kind) == [.applications])
        await desk.test.close()
    }

    @Test func `names a course that is held today, and one whose attendance is to be confirmed`() async throws {
        let fixture = try await AttendanceFixture([("2026-11-24", 180, false), ("2026-11-25", 180, false)])
        let work = ReadWaitingWork(fixture.test.office)
        try fixture.moveClock(to: "2026-11-24", "10:00")
        #expect(try await work(TestOffice.administrator).map(\.kind) == [.attendanceToday])
        try fixture.moveClock(to: "2026-11-26", "10:00")
        #expect(try await work(TestOffice.administrator).map(\.kind) == [.attendanceToConfirm])
        await fixture.test.close()
    }
}
