import Academy
import Records
import SQL
import Testing

@testable import Desk

@Suite struct `A nominated replacement` {
    @Test func `says no, and another is named`() async throws {
        let office = try await ReplacingOffice()
        let (first, second) = (try await office.desk.officer(2), try await office.desk.officer(3))
        try await office.ask(for: first)
        let id = try #require(try await office.nominee())
        let name = NameReplacement(office.office)
        await #expect(throws: Refusal.workflow([.replacementPending])) {
            try await name(office.seat, second.id, by: office.caller)
        }
        for _ in 1...2 { try await AnswerNomination(office.office).decline(id, by: TestOffice.caller(first)) }
        #expect(try await office.state(of: id) == .withdrawn)
        #expect(try await office.desk.letters("replacement.needed") == 1)
        #expect(try await office.letter("replacement.needed")?.recipient == office.holder.email.text)
        for _ in 1...2 { try await name(office.seat, second.id, by: office.caller) }
        let next = try #require(try await office.nominee())
        #expect(next != id)
        #expect(try await office.desk.letters("replacement.proposed") == 2)
        let view = try await TrackApplication(office.office).one(office.seat, by: office.caller)
        #expect(Set(view.releases.first?.nominees.map(\.state) ?? []) == [.withdrawn, .nominated])
        #expect(view.releases.first?.openNominee?.name == second.name.text)
        await office.close()
    }

    @Test func `who is not supported does not come, and the officer is asked for another name`() async throws {
        let office = try await ReplacingOffice()
        let other = try await office.desk.officer(2)
        try await office.ask(for: other)
        let id = try #require(try await office.nominee())
        try await office.accept(id, by: other)
        try await office.support(id, false)
        #expect(try await office.state(of: id) == .notSupported)
        #expect(try await office.desk.letters("replacement.needed") == 1)
        #expect(try await office.nominee() == nil)
        let view = try await TrackApplication(office.office).one(office.seat, by: office.caller)
        #expect(view.timeline.allSatisfy { $0.why != "Diperlukan di pejabat." }, "the words stay between them")
        await office.close()
    }

    @Test func `runs out after 48 hours, once`() async throws {
        let office = try await ReplacingOffice()
        let other = try await office.desk.officer(2)
        try await office.ask(for: other)
        let id = try #require(try await office.nominee())
        office.clock.advance(seconds: 48 * 3600)
        #expect(try await office.expire() == 0)
        office.clock.advance(seconds: 1)
        await #expect(throws: Refusal.workflow([.nominationExpired])) { try await office.accept(id, by: other) }
        #expect(try await office.expire() == 1)
        #expect(try await office.expire() == 0)
        #expect(try await office.state(of: id) == .lapsed)
        #expect(try await office.desk.letters("replacement.needed") == 1)
        #expect(try await office.desk.letters("application.lapsed") == 1)
        // Named again: the first nomination is over.
        try await NameReplacement(office.office)(office.seat, other.id, by: office.caller)
        #expect(try await office.nominee() != nil)
        await office.close()
    }

    @Test func `gives the supervisor 48 hours of their own, and whom all agree to does not run out`() async throws {
        let office = try await ReplacingOffice()
        let other = try await office.desk.officer(2)
        try await office.ask(for: other)
        let id = try #require(try await office.nominee())
        office.clock.advance(seconds: 47 * 3600)
        try await office.accept(id, by: other)
        office.clock.advance(seconds: 47 * 3600)
        #expect(try await office.expire() == 0)
        try await office.support(id)
        office.clock.advance(seconds: 100 * 3600)
        #expect(try await office.expire() == 0)
        try await office.decide(.accept(replacement: id))
        #expect(try await office.state(of: id) == .attending)
        await office.close()
    }

    @Test func `has a link that ends with the nomination`() async throws {
        let office = try await ReplacingOffice()
        let other = try await office.desk.officer(2)
        try await office.ask(for: other)
        let id = try #require(try await office.nominee())
        try await office.accept(id, by: other)
        office.clock.advance(seconds: 48 * 3600 + 1)
        let token = try #require(try await office.desk.token(of: id))
        #expect(try await DecideSupport(office.office).read(token: token).standing == .expired)
        await #expect(throws: Refusal.workflow([.linkExpired])) { try await office.support(id) }
        #expect(try await office.expire() == 1)
        #expect(try await DecideSupport(office.office).read(token: token).standing == .ended)
        await office.close()
    }

    @Test func `names the same supervisor with one tick, and the supervisor still decides`() async throws {
        let office = try await ReplacingOffice()
        let other = try await office.desk.officer(2)
        try await office.ask(for: other)
        let id = try #require(try await office.nominee())
        let undeclared = Refusal.invalid([FieldProblem(field: "declaration", code: "declaration_missing")])
        await #expect(throws: undeclared) {
            try await AnswerNomination(office.office).accept(
                id, .init(name: "", phone: "", email: "", declares: false), isSameSupervisor: true,
                by: TestOffice.caller(other))
        }
        for _ in 1...2 { try await office.accept(id, by: other, isSameSupervisor: true) }
        #expect(try await office.letter("support.requested")?.recipient == ApplyingOffice.form.email)
        let overview = try await DecideRelease(office.office).overview(
            of: office.desk.course.id, by: ApplyingOffice.coordinator)
        #expect(overview.open.first?.acceptance == [.replacementNotSupported])
        try await office.support(id)
        #expect(try await AnswerNomination(office.office).read(id, by: TestOffice.caller(other)).supportedAt != nil)
        await office.close()
    }

    @Test func `cannot be supported before having said yes, nor answered by anybody else`() async throws {
        let office = try await ReplacingOffice()
        let other = try await office.desk.officer(2)
        try await office.ask(for: other)
        let id = try #require(try await office.nominee())
        let answer = AnswerNomination(office.office)
        for caller in [office.caller, ApplyingOffice.coordinator, ApplyingOffice.stranger] {
            await #expect(throws: Refusal.notFound) { try await answer.read(id, by: caller) }
            await #expect(throws: Refusal.notFound) { try await answer.decline(id, by: caller) }
        }
        #expect(try await answer.read(id, by: TestOffice.caller(other)).isOpen)
        var form = ReplacingOffice.supervisor
        form.email = other.email.text
        await #expect(throws: Refusal.invalid([FieldProblem(field: "email", code: "supervisor_self")])) {
            try await answer.accept(id, form, isSameSupervisor: false, by: TestOffice.caller(other))
        }
        // An ordinary application of the same officer is no nomination.
        let plain = try await office.desk.sent(3)
        await #expect(throws: Refusal.notFound) {
            try await answer.read(plain.id, by: TestOffice.caller(plain.officer))
        }
        await office.close()
    }

    @Test func `edge 13: a seat goes on from hand to hand, but never back`() async throws {
        let office = try await ReplacingOffice()
        let (second, third) = (try await office.desk.officer(2), try await office.desk.officer(3))
        let first = try await office.agree(on: second)
        try await office.decide(.accept(replacement: first))
        await #expect(throws: Refusal.self) { try await office.ask(first, of: second, for: office.holder) }
        let findings = try await PrepareRelease(office.office)(
            first, ReleaseForm(search: "pemohon nombor", isSearching: true), by: TestOffice.caller(second)
        ).findings
        #expect(findings?.choices.map(\.officer) == [third.id])
        try await office.ask(first, of: second, for: third)
        let next = try #require(try await office.nominee(of: first))
        try await office.accept(next, by: third)
        try await office.support(next)
        try await office.decide(.accept(replacement: next), on: first)
        #expect(try await office.state(of: next) == .attending)
        #expect(try await office.seatsHeld() == 1)
        for officer in [office.holder, second] {
            await #expect(throws: Refusal.self) { try await office.ask(next, of: third, for: officer) }
        }
        await office.close()
    }

    @Test func `edge 13: one who is named already cannot be named by another`() async throws {
        let office = try await ReplacingOffice(quota: 2)
        let second = try await office.desk.supported(2)
        _ = try await CourseBoard(office.office).decide(
            .approve, on: [second.id], of: office.desk.course.id, by: ApplyingOffice.coordinator)
        let third = try await office.desk.officer(3)
        try await office.ask(for: third)
        await #expect(throws: Refusal.self) { try await office.ask(second.id, of: second.officer, for: third) }
        await #expect(throws: Refusal.self) { try await office.ask(second.id, of: second.officer, for: office.holder) }
        #expect(try await office.state(of: second.id) == .approved)
        await office.close()
    }

    @Test func `edge 14: what the first has paid does not follow the seat`() async throws {
        let office = try await ReplacingOffice()
        let other = try await office.desk.officer(2)
        try await office.pay(office.holder)
        let id = try await office.agree(on: other)
        let open = try await DecideRelease(office.office).overview(
            of: office.desk.course.id, by: ApplyingOffice.coordinator
        ).open
        #expect(open.map(\.fee) == [.verified])
        try await office.decide(.accept(replacement: id))
        #expect(try await office.fee(of: other) == .unpaid)
        await office.close()
    }

    @Test func `is told on the page who is awaited, at every step, and the supervisor is reminded once an hour`()
        async throws
    {
        let office = try await ReplacingOffice()
        let other = try await office.desk.officer(2)
        let track = TrackApplication(office.office)
        func awaited(_ id: Application.ID, by caller: Caller) async throws -> Awaited.Party? {
            try await track.one(id, by: caller).awaited?.party
        }
        #expect(try await awaited(office.seat, by: office.caller) == .you)
        #expect(try await awaited(office.seat, by: ApplyingOffice.coordinator) == .applicant)
        try await office.ask(for: other)
        let id = try #require(try await office.nominee())
        #expect(try await awaited(office.seat, by: office.caller) == .replacement)
        #expect(try await awaited(id, by: TestOffice.caller(other)) == .you)
        let remind = RemindSupervisor(office.office)
        await #expect(throws: Refusal.workflow([.wrongState])) {
            try await remind(id, by: TestOffice.caller(other))
        }
        try await office.accept(id, by: other)
        #expect(try await awaited(office.seat, by: office.caller) == .replacementSupervisor)
        #expect(try await track.one(id, by: TestOffice.caller(other)).mayRemind)
        try await remind(id, by: TestOffice.caller(other))
        await #expect(throws: Refusal.throttled(retryAfterSeconds: 3600)) {
            try await remind(id, by: TestOffice.caller(other))
        }
        await #expect(throws: Refusal.notFound) { try await remind(id, by: office.caller) }
        #expect(try await office.desk.letters("support.requested") == 3, "the holder's, this one's, and once more")
        try await office.support(id)
        #expect(try await awaited(office.seat, by: office.caller) == .coordinator)
        let steps = try await track.one(office.seat, by: office.caller).timeline
        #expect(
            steps.suffix(5).map(\.event) == [.requestRelease, .nominate, .acceptNomination, nil, .supervisorSupports])
        #expect(steps.last?.about == other.name.text)
        #expect(steps.last?.who == ReplacingOffice.supervisor.name)
        await office.close()
    }
}
