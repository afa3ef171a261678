import Academy
import Desk
import Records
import SQL
import Testing

@Suite struct `Applying for a course` {
    @Test func `leads from a draft to a reference number, and a double submit sends once`() async throws {
        let desk = try await ApplyingOffice()
        let officer = try await desk.officer(1)
        let caller = TestOffice.caller(officer)
        let apply = ApplyForCourse(desk.office)
        let id = try await apply.begin(desk.course.id, by: caller)
        #expect(try await apply.begin(desk.course.id, by: caller) == id)
        try await apply.save(ApplyingOffice.form, to: id, by: caller)
        for _ in 1...2 { try await apply.submit(id, by: caller) }
        let view = try await TrackApplication(desk.office).one(id, by: caller)
        #expect(view.reference.hasSuffix("/000001"))
        #expect(view.status == .inProcess)
        #expect(view.timeline.map(\.state) == [.draft, .draft, .submitted])
        #expect(try await desk.letters("support.requested") == 1)
        #expect(try await desk.letters("application.received") == 1)
        await desk.test.close()
    }

    @Test
    func `edge 2, defect of others 5: refuses the own address and a foreign one that looks like the department's`()
        async throws
    {
        let desk = try await ApplyingOffice()
        let officer = try await desk.officer(1)
        let caller = TestOffice.caller(officer)
        let id = try await ApplyForCourse(desk.office).begin(desk.course.id, by: caller)
        for (email, code) in [
            (officer.email.text, "supervisor_self"), ("x@customs.gov.my.evil.example", "supervisor_domain"),
        ] {
            var form = ApplyingOffice.form
            form.email = email
            form.declares = false
            let wrong = Refusal.invalid([
                FieldProblem(field: "email", code: code),
                FieldProblem(field: "declaration", code: "declaration_missing"),
            ])
            await #expect(throws: wrong) { try await ApplyForCourse(desk.office).save(form, to: id, by: caller) }
        }
        await #expect(throws: Refusal.workflow([.supervisorMissing, .declarationMissing])) {
            try await ApplyForCourse(desk.office).submit(id, by: caller)
        }
        await desk.test.close()
    }

    @Test func `edge 1 and 3: a link shows without deciding, and is outdated by a change`() async throws {
        let desk = try await ApplyingOffice()
        let (officer, id) = try await desk.sent(1)
        let support = DecideSupport(desk.office)
        let old = try #require(try await desk.token(of: id))
        for _ in 1...3 { #expect(try await support.read(token: old).standing == .open) }
        var form = ApplyingOffice.form
        form.email = "penyelia.baharu@customs.gov.my"
        desk.test.clock.advance(seconds: 1)
        try await ApplyForCourse(desk.office).save(form, to: id, by: TestOffice.caller(officer))
        let new = try #require(try await desk.token(of: id))
        #expect(new != old)
        #expect(try await support.read(token: old).standing == .outdated)
        await #expect(throws: Refusal.workflow([.applicationRevised])) {
            try await support(token: old, supports: true, reason: "", requestID: "r")
        }
        for _ in 1...2 { try await support(token: new, supports: true, reason: "", requestID: "r") }
        #expect(try await support.read(token: new).standing == .supported)
        #expect(try await desk.letters("application.supported") == 1)
        await desk.test.close()
    }

    @Test func `defect of others 8: a supervisor declines with words, and the officer may apply again`() async throws {
        let desk = try await ApplyingOffice()
        let (officer, id) = try await desk.sent(1)
        let token = try #require(try await desk.token(of: id))
        let support = DecideSupport(desk.office)
        await #expect(throws: Refusal.invalid([FieldProblem(field: "reason", code: "reason_too_short")])) {
            try await support(token: token, supports: false, reason: "   tidak   ", requestID: "r")
        }
        try await support(token: token, supports: false, reason: "Diperlukan di pejabat.", requestID: "r")
        #expect(try await support.read(token: token).standing == .declined)
        let again = try await ApplyForCourse(desk.office).begin(desk.course.id, by: TestOffice.caller(officer))
        #expect(again != id)
        await desk.test.close()
    }

    @Test func `an expired link says so and decides nothing`() async throws {
        let desk = try await ApplyingOffice()
        let (_, id) = try await desk.sent(1)
        let token = try #require(try await desk.token(of: id))
        desk.test.clock.advance(seconds: 51 * 86_400)
        #expect(try await DecideSupport(desk.office).read(token: token).standing == .expired)
        await #expect(throws: Refusal.self) {
            try await DecideSupport(desk.office)(token: token, supports: true, reason: "", requestID: "r")
        }
        await desk.test.close()
    }

    @Test func `edge 6, defect of others 3: sixty-four approvals for the last seats at once fill exactly the quota`()
        async throws
    {
        let desk = try await ApplyingOffice(quota: 3)
        var ids: [Application.ID] = []
        for number in 1...64 { ids.append(try await desk.supported(number).id) }
        let results = try await withThrowingTaskGroup(of: [CourseBoard.Result].self) { group in
            for id in ids {
                group.addTask {
                    try await CourseBoard(desk.office).decide(
                        .approve, on: [id], of: desk.course.id, by: ApplyingOffice.coordinator)
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(results.count { $0.state == .approved } == 3)
        #expect(results.count { $0.refusals == [.quotaFull] } == 61)
        let overview = try await CourseBoard(desk.office).overview(
            of: desk.course.id, in: .approved, after: nil, limit: 50, by: ApplyingOffice.coordinator)
        #expect(overview.seatsHeld == 3)
        #expect(try await desk.letters("application.approved") == 3)
        let people = try await desk.office.database.read { transaction in
            try Participations.page(of: desk.course.id, after: nil, limit: 10, in: transaction).map(\.record.fee)
        }
        #expect(people == [.unpaid, .unpaid, .unpaid])
        await desk.test.close()
    }

    @Test func `edge 54: nobody decides an own application, and strangers find none`() async throws {
        let desk = try await ApplyingOffice()
        let (officer, id) = try await desk.supported(1)
        let own = Caller(
            account: ApplyingOffice.coordinator.account, officer: officer.id, roles: [.coordinator, .officer],
            displayName: "Penyelaras", requestID: "r")
        let board = CourseBoard(desk.office)
        let results = try await board.decide(.approve, on: [id], of: desk.course.id, by: own)
        #expect(results.map(\.refusals) == [[.ownApplication]])
        let other = try await desk.officer(2)
        for caller in [ApplyingOffice.stranger, TestOffice.caller(other)] {
            await #expect(throws: Refusal.notFound) { try await TrackApplication(desk.office).one(id, by: caller) }
            await #expect(throws: Refusal.notFound) {
                try await board.decide(.approve, on: [id], of: desk.course.id, by: caller)
            }
            await #expect(throws: Refusal.notFound) { try await ApplyForCourse(desk.office).withdraw(id, by: caller) }
        }
        await desk.test.close()
    }

    @Test func `edge 57 and 63: the catalogue is searched by any spelling, and withdrawing is free before approval`()
        async throws
    {
        let desk = try await ApplyingOffice()
        let catalogue = CourseCatalogue(desk.office)
        for words in ["", "muhammad", "MD terbuka", "akmal buka"] {
            #expect(try await catalogue.open(search: words).count == 1, "\(words)")
        }
        #expect(try await catalogue.open(search: "kapal").isEmpty)
        let (officer, id) = try await desk.sent(1)
        let caller = TestOffice.caller(officer)
        #expect(try await catalogue.entry(desk.course.id, for: caller).refusals == [.alreadyApplied])
        for _ in 1...2 { try await ApplyForCourse(desk.office).withdraw(id, by: caller) }
        #expect(try await catalogue.entry(desk.course.id, for: caller).mayApply)
        #expect(try await desk.letters("application.withdrawn") == 2, "officer and supervisor, once each")
        await desk.test.close()
    }
}
