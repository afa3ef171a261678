import Academy
import Desk
import Records
import SQL
import Testing

extension CourseOffice {
    func letters(_ kind: String) async throws -> [OutboxMessage] {
        try await office.database.read {
            try Outbox.page(before: nil, limit: 500, in: $0).map(\.message).filter { $0.kind == kind }
        }
    }

    func state(_ id: Application.ID) async throws -> ApplicationState? {
        try await office.database.read { try Applications.find(id, in: $0)?.state }
    }
}

@Suite struct `A new series of a course` {
    @Test func `has the same on other days, as a draft`() async throws {
        let place = try await CourseOffice()
        let source = try await place.made(place.form())
        let duplicate = DuplicateCourse(place.office)
        let id = try await duplicate.open(source, by: CourseOffice.coordinator).id
        let start = place.today.adding(days: 160)
        for _ in 1...2 {
            try await duplicate(
                source, as: id, .init(code: "akmal-bah-002", start: start.iso), by: CourseOffice.coordinator)
        }
        let (old, new) = (
            try await place.edit.open(source, by: CourseOffice.coordinator).form,
            try await place.edit.open(id, by: CourseOffice.coordinator).form
        )
        #expect(new[.code] == "AKMAL-BAH-002")
        #expect(new[.status] == "planned")
        #expect(new.sessions.map(\.day) == [start.iso, start.adding(days: 2).iso])
        #expect(new[.closing] == start.adding(days: -14).iso)
        #expect(Set(new.sessions.map(\.id)).isDisjoint(with: old.sessions.map(\.id)))
        for field in [CourseForm.Field.titleMalay, .venue, .quota, .fee, .objectivesMalay, .minimum] {
            #expect(new[field] == old[field])
        }
        #expect(new.speakers == old.speakers)
        #expect(new.signatories == old.signatories)
        #expect(try await place.audit(of: id).map(\.action) == ["course.duplicated"], "sent twice, made once")
        await place.test.close()
    }

    @Test func `needs a code of its own and a day`() async throws {
        let place = try await CourseOffice()
        let source = try await place.made(place.form())
        let duplicate = DuplicateCourse(place.office)
        let id = try await duplicate.open(source, by: CourseOffice.coordinator).id
        let problems = try await place.problems {
            try await duplicate(source, as: id, .init(code: "AKMAL-BAH-001"), by: CourseOffice.coordinator)
        }
        #expect(problems.map { "\($0.field) \($0.code)" } == ["kod code_taken", "mula missing"])
        await #expect(throws: Refusal.notFound) {
            try await duplicate(
                source, as: id, .init(code: "AKMAL-X-1", start: "2030-01-01"), by: CourseOffice.stranger)
        }
        await place.test.close()
    }
}

@Suite struct `Moving a course` {
    private func moved(_ place: CourseOffice, _ id: Course.ID, _ change: (inout CourseForm) -> Void) async throws {
        let move = MoveCourse(place.office)
        let sheet = try await move.open(id, by: CourseOffice.coordinator).sheet
        var form = sheet.form
        change(&form)
        try await move(form, id, version: sheet.version, by: CourseOffice.coordinator)
    }

    @Test func `edge 49: days that move after confirmation reset it, tell each once, and raise the calendar`()
        async throws
    {
        let place = try await CourseOffice()
        let id = try await place.made(place.form())
        let (officer, attending) = try await place.applicant(1, .attending, on: id)
        let approved = try await place.applicant(2, .approved, on: id).application
        let waiting = try await place.applicant(3, .waiting, on: id).application
        let caller = TestOffice.caller(officer)
        let before = try await TakeCalendar(place.office)(attending, by: caller).text
        let later = place.today.adding(days: 70)
        try await moved(place, id) { form in
            form.sessions[0].day = place.today.adding(days: 67).iso
            form.sessions[1].day = later.iso
        }
        #expect(try await place.state(attending) == .approved)
        #expect(try await place.state(approved) == .approved)
        #expect(try await place.state(waiting) == .waiting)
        let letters = try await place.letters("course.changed")
        #expect(letters.count == 4, "two officers and their supervisors")
        #expect(Set(letters.map(\.recipient)).count == 4)
        #expect(letters.allSatisfy { $0.values["dates"]?.contains("\(later.day) ") == true })
        let after = try await TakeCalendar(place.office)(attending, by: caller).text
        #expect(before.contains("SEQUENCE:0\r\n") && before.contains("STATUS:CONFIRMED"))
        #expect(after.contains("SEQUENCE:1\r\n") && after.contains("STATUS:TENTATIVE"))
        func uids(_ text: String) -> [Substring] { text.split(separator: "\r\n").filter { $0.hasPrefix("UID:") } }
        #expect(uids(after) == uids(before), "calendars move an event and do not double it")
        try await moved(place, id) { _ in }
        #expect(try await place.letters("course.changed").count == 4, "the same form again tells nobody")
        #expect(try await place.audit(of: id).map(\.action) == ["course.created", "course.moved"])
        await place.test.close()
    }

    @Test func `edge 49: days that move onto another course of an officer's are shown as a clash`() async throws {
        let place = try await CourseOffice()
        let (id, other) = (try await place.made(place.form()), try await place.made(place.form("AKMAL-LAIN-1")))
        try await place.change(other) { form in
            form.sessions[0].day = place.today.adding(days: 90).iso
            form.sessions[1].day = place.today.adding(days: 91).iso
        }
        let officer = try await place.applicant(1, .approved, on: id).officer
        let now = place.test.clock.now
        let second = ApplicationRecord(
            id: try place.office.surroundings.newID(), officer: officer.id, course: other, state: .approved,
            createdAt: now, stateAt: now)
        try await place.office.database.write { try Applications.insert(second, in: $0) }
        let move = MoveCourse(place.office)
        #expect(try await move.open(id, by: CourseOffice.coordinator).clashes.isEmpty)
        try await moved(place, id) { $0.sessions[1].day = place.today.adding(days: 91).iso }
        let clashes = try await move.open(id, by: CourseOffice.coordinator).clashes
        #expect(clashes.map(\.name) == [officer.name.text])
        #expect(clashes.map(\.courses) == [["AKMAL-LAIN-1"]])
        await place.test.close()
    }

    @Test func `of a session that is left out cancels it, so that calendars lose it`() async throws {
        let place = try await CourseOffice()
        let id = try await place.made(place.form())
        let (officer, application) = try await place.applicant(1, .approved, on: id)
        try await moved(place, id) { $0.sessions.removeLast() }
        #expect(try await place.course(id)?.sessions.map(\.isCancelled) == [false, true])
        let text = try await TakeCalendar(place.office)(application, by: TestOffice.caller(officer)).text
        #expect(text.matches(of: /STATUS:CANCELLED/).count == 1)
        await place.test.close()
    }

    @Test func `tells everything that is wrong, and is refused to others and after the course`() async throws {
        let place = try await CourseOffice()
        let id = try await place.made(place.form())
        try await place.applicant(1, .approved, on: id)
        let problems = try await place.problems {
            try await moved(place, id) { form in
                (form.sessions[0].day, form[.venue], form[.freeze]) = ("x", "", "y")
            }
        }
        #expect(problems.map(\.field) == ["tempat", "sesi-1-hari", "beku"])
        let move = MoveCourse(place.office)
        await #expect(throws: Refusal.notFound) { try await move.open(id, by: CourseOffice.stranger) }
        try await place.applicant(2, .completed, on: id)
        await #expect(throws: Refusal.conflict(.courseHeld)) { try await move.open(id, by: CourseOffice.coordinator) }
        await place.test.close()
    }
}

@Suite struct `Cancelling a course` {
    private static let reason = "Penceramah tidak dapat hadir."

    @Test func `edge 50: everybody is told, who has paid is listed, nobody waits, and nobody can evaluate`()
        async throws
    {
        let place = try await CourseOffice()
        let id = try await place.made(place.form())
        let (paid, seat) = try await place.applicant(1, .attending, on: id)
        try await place.setFee(.verified, of: paid, on: id)
        var others: [Application.ID] = []
        for (number, state) in [(2, ApplicationState.approved), (3, .waiting), (4, .supported), (5, .draft)] {
            others.append(try await place.applicant(number, state, on: id).application)
        }
        let cancel = CancelCourse(place.office)
        let before = try await cancel.preview(id, by: CourseOffice.coordinator)
        #expect(before.live == [.attending: 1, .approved: 1, .waiting: 1, .supported: 1, .draft: 1])
        #expect(before.paid.map(\.name) == [paid.name.text])
        for _ in 1...2 {
            try await cancel(id, typed: "akmal-bah-001", reason: Self.reason, by: CourseOffice.coordinator)
        }
        for application in others + [seat] { #expect(try await place.state(application) == .courseCancelled) }
        let letters = try await place.letters("course.cancelled")
        #expect(letters.count == 8, "four applicants and their supervisors, once; nobody hears of a draft")
        #expect(letters.allSatisfy { $0.values["reason"] == Self.reason })
        #expect(try await place.audit(of: id).map(\.action) == ["course.created", "course.cancelled"])
        let after = try await cancel.preview(id, by: CourseOffice.coordinator)
        #expect(after.isCancelled && after.live.isEmpty)
        #expect(after.paid.map(\.name) == [paid.name.text])
        let refunds = try await RefundList(place.office).due(after: nil, limit: 9, by: `A fee`.clerk)
        #expect(refunds.rows.map(\.name) == [paid.name.text] && refunds.rows.first?.isCancelled == true)
        let caller = TestOffice.caller(paid)
        await #expect(throws: Refusal.self) { try await FillEvaluation(place.office).send(id, [:], by: caller) }
        let calendar = try await TakeCalendar(place.office)(seat, by: caller)
        #expect(calendar.method == "CANCEL")
        #expect(calendar.text.matches(of: /STATUS:CANCELLED/).count == 2)
        await #expect(throws: Refusal.conflict(.courseCancelled)) { try await place.change(id) { $0[.venue] = "X" } }
        await #expect(throws: Refusal.workflow([.courseNotOpen])) {
            try await ApplyForCourse(place.office).begin(
                id, by: TestOffice.caller(try await place.applicant(9, .withdrawn, on: id).officer))
        }
        await place.test.close()
    }

    @Test func `wants the code and a reason, and is not for a course that was held`() async throws {
        let place = try await CourseOffice()
        let id = try await place.made(place.form())
        let cancel = CancelCourse(place.office)
        let problems = try await place.problems {
            try await cancel(id, typed: "AKMAL", reason: "x", by: CourseOffice.coordinator)
        }
        #expect(problems.map { "\($0.field) \($0.code)" } == ["kod code_differs", "sebab reason_short"])
        await #expect(throws: Refusal.notFound) {
            try await cancel(id, typed: "AKMAL-BAH-001", reason: Self.reason, by: CourseOffice.stranger)
        }
        #expect(try await place.course(id)?.status == .open)
        try await place.applicant(1, .completed, on: id)
        await #expect(throws: Refusal.conflict(.courseHeld)) {
            try await cancel(id, typed: "AKMAL-BAH-001", reason: Self.reason, by: CourseOffice.coordinator)
        }
        await place.test.close()
    }

    @Test func `that was interrupted is finished by the clock, and nobody is told twice`() async throws {
        let place = try await CourseOffice()
        let id = try await place.made(place.form())
        try await place.applicant(1, .approved, on: id)
        try await CancelCourse(place.office)(
            id, typed: "AKMAL-BAH-001", reason: Self.reason, by: CourseOffice.coordinator)
        // As if the power had failed before these.
        for number in 2...4 { try await place.applicant(number, .supported, on: id) }
        #expect(try await KeepDeadlines(place.office)() == .init(cancelled: 1))
        #expect(try await KeepDeadlines(place.office)() == .nothing)
        let counts = try await place.office.database.read { try Applications.counts(of: id, in: $0) }
        #expect(counts == [.courseCancelled: 4])
        let letters = try await place.letters("course.cancelled")
        #expect(letters.count == 8 && letters.allSatisfy { $0.values["reason"] == Self.reason })
        await place.test.close()
    }

    @Test func `of many goes on in batches until nobody is left`() async throws {
        let place = try await CourseOffice()
        let id = try await place.made(place.form())
        for number in 1...53 { try await place.applicant(number, .supported, on: id) }
        try await CancelCourse(place.office)(
            id, typed: "AKMAL-BAH-001", reason: Self.reason, by: CourseOffice.coordinator)
        let counts = try await place.office.database.read { try Applications.counts(of: id, in: $0) }
        #expect(counts == [.courseCancelled: 53])
        await place.test.close()
    }
}

@Suite struct `The calendar of a course` {
    @Test func `has one event a session, in UTC, and is the officer's own`() async throws {
        let place = try await CourseOffice()
        var form = place.form()
        form[.titleMalay] = "Kursus Membaca Tulisan Jawi · كورسوس ممباچ توليسن جاوي; tarif, nilai\\kadar dan lain-lain"
        form[.venue] = "Melaka, blok B; aras 2"
        let id = try await place.made(form)
        let (officer, application) = try await place.applicant(1, .attending, on: id)
        let other = try await place.applicant(2, .approved, on: id)
        let file = try await TakeCalendar(place.office)(application, by: TestOffice.caller(officer))
        #expect(file.name == "kursus-akmal-bah-001.ics")
        #expect(file.text.utf8.suffix(15).elementsEqual("END:VCALENDAR\r\n".utf8))
        let lines = file.text.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 }, "no line is longer than 75 octets")
        let whole = file.text.replacing("\r\n ", with: "")
        let day = place.today.adding(days: 60).iso.replacing("-", with: "")
        #expect(whole.contains("DTSTART:\(day)T010000Z\r\n"))
        #expect(whole.contains("DTEND:\(day)T040000Z\r\n"))
        #expect(whole.contains("LOCATION:Melaka\\, blok B\\; aras 2\r\n"))
        #expect(whole.contains("كورسوس ممباچ توليسن جاوي\\; tarif\\, nilai\\\\kadar"))
        #expect(whole.matches(of: /BEGIN:VEVENT/).count == 2)
        await #expect(throws: Refusal.notFound) {
            try await TakeCalendar(place.office)(other.application, by: TestOffice.caller(officer))
        }
        let draft = try await place.applicant(3, .supported, on: id)
        await #expect(throws: Refusal.notFound) {
            try await TakeCalendar(place.office)(draft.application, by: TestOffice.caller(draft.officer))
        }
        await place.test.close()
    }
}
