import Academy
import Attestation
import Desk
import Records
import SQL
import Testing

@Suite struct `Making a course` {
    @Test func `fills in the days of the workflow's rule and the minutes, and makes its maker the coordinator`()
        async throws
    {
        let place = try await CourseOffice()
        let id = try await place.made(place.form())
        let sheet = try await place.edit.open(id, by: CourseOffice.coordinator)
        let start = place.today.adding(days: 60)
        #expect(sheet.form[.closing] == start.adding(days: -14).iso)
        #expect(sheet.form[.decision] == start.adding(days: -10).iso)
        #expect(sheet.form[.confirmation] == start.adding(days: -7).iso)
        #expect(sheet.form[.freeze] == start.adding(days: -2).iso)
        #expect(sheet.form.sessions.map(\.minutes) == ["180", "180"])
        #expect(sheet.form.coordinators == [place.account.text])
        #expect(sheet.form.signatories == [place.signatory.text, "", ""])
        #expect(sheet.version == 1)
        #expect(try await place.audit(of: id).map(\.action) == ["course.created"])
        let offers = try await CourseCatalogue(place.office).open(search: "baharu")
        #expect(offers.map(\.course.id) == [id])
        await place.test.close()
    }

    @Test func `sent twice makes one course`() async throws {
        let place = try await CourseOffice()
        let id = try await place.edit.blank(by: CourseOffice.coordinator).id
        for _ in 1...2 { try await place.edit.create(id, place.form(), by: CourseOffice.coordinator) }
        #expect(try await place.audit(of: id).count == 1)
        await place.test.close()
    }

    @Test func `tells everything that is wrong at once, in the order of the form`() async throws {
        let place = try await CourseOffice()
        _ = try await place.made(place.form("AKMAL-ADA-001"))
        var form = place.form("akmal-ada-001")
        (form[.titleMalay], form[.venue], form[.quota], form[.fee]) = (" ", "", "dua", "RM-3")
        (form[.minimum], form[.yearlyCap], form[.mode], form[.objectivesMalay]) = ("101", "0", "kapal", "")
        form.sessions[0].end = "08:00"
        form.sessions[1].day = "semalam"
        form.sessions.append(.init(day: form.sessions[0].day, start: "10.00", end: "11.00", minutes: "61"))
        form.speakers.append(.init(name: "", topic: "Tanpa nama"))
        form.signatories = [place.signatory.text, place.signatory.text, ""]
        let problems = try await place.problems { _ = try await place.made(form) }
        #expect(
            problems.map { "\($0.field) \($0.code)" } == [
                "kod code_taken", "tajuk missing", "tempat missing", "kaedah missing",
                "sesi-1-tamat session_ends_early", "sesi-2-hari day_wrong", "sesi-3-minit minutes_wrong",
                "kuota quota_wrong", "yuran fee_wrong", "minimum percent_wrong", "had cap_wrong",
                "penceramah-2-nama missing", "tandatangan-1 signatory_twice", "objektif open_needs",
            ])
        await place.test.close()
    }

    @Test func `names each deadline that is out of order`() async throws {
        let place = try await CourseOffice()
        var form = place.form()
        let start = place.today.adding(days: 60)
        (form[.closing], form[.decision], form[.confirmation], form[.freeze]) = (
            start.adding(days: -9).iso, start.adding(days: -9).iso, start.adding(days: -10).iso, start.iso
        )
        let problems = try await place.problems { _ = try await place.made(form) }
        #expect(problems.map(\.code) == ["closing_order", "decision_order", "freeze_order"])
        form.sessions[0].day = ""
        let without = try await place.problems { _ = try await place.made(form) }
        #expect(without.map(\.code).contains("closing_order"), "also where the timetable is not right yet")
        await place.test.close()
    }

    @Test func `as a draft needs less, and shows it to nobody`() async throws {
        let place = try await CourseOffice()
        var form = place.form(status: .planned)
        (form[.objectivesMalay], form[.targetMalay]) = ("", "")
        let id = try await place.made(form)
        #expect(try await CourseCatalogue(place.office).open().isEmpty)
        let officer = try await place.applicant(1, .draft, on: id).officer
        await #expect(throws: Refusal.notFound) {
            try await CourseCatalogue(place.office).entry(id, for: TestOffice.caller(officer))
        }
        let problems = try await place.problems { try await place.change(id) { $0[.status] = "open" } }
        #expect(problems.map(\.code) == ["open_needs", "open_needs"])
        await place.test.close()
    }

    @Test func `opens none whose closing day has passed`() async throws {
        let place = try await CourseOffice()
        var form = place.form()
        form[.closing] = place.today.adding(days: -1).iso
        #expect(try await place.problems { _ = try await place.made(form) }.map(\.code) == ["closing_past"])
        await place.test.close()
    }

    @Test func `is for coordinators and administrators only`() async throws {
        let place = try await CourseOffice()
        let id = try await place.edit.blank(by: CourseOffice.administrator).id
        try await place.edit.create(id, place.form(status: .planned), by: CourseOffice.administrator)
        #expect(try await place.edit.open(id, by: CourseOffice.administrator).form.coordinators.isEmpty)
        await #expect(throws: Refusal.notFound) { try await place.edit.open(id, by: CourseOffice.coordinator) }
        let officer = try await place.applicant(1, .draft, on: id).officer
        await #expect(throws: Refusal.forbidden) { try await place.edit.blank(by: TestOffice.caller(officer)) }
        await #expect(throws: Refusal.forbidden) {
            try await place.edit.create(.init("x"), place.form(), by: TestOffice.caller(officer))
        }
        await #expect(throws: Refusal.notFound) {
            try await place.edit.create(.init("../x"), place.form(), by: CourseOffice.coordinator)
        }
        await place.test.close()
    }
}

@Suite struct `Changing a course` {
    @Test func `writes what differs, once, into the audit`() async throws {
        let place = try await CourseOffice()
        let id = try await place.made(place.form())
        try await place.change(id) { _ in }
        try await place.change(id) { form in
            form[.titleEnglish] = "New course"
            form.choices = [.clashBlocks, .countsExcused]
        }
        let audit = try await place.audit(of: id)
        #expect(audit.map(\.action) == ["course.created", "course.changed"])
        #expect(audit.last?.after == "tajuk-en=New course; senarai-menunggu=tidak; pertindihan=ya")
        await place.test.close()
    }

    @Test func `in two tabs does not write one over the other`() async throws {
        let place = try await CourseOffice()
        let id = try await place.made(place.form())
        let sheet = try await place.edit.open(id, by: CourseOffice.coordinator)
        try await place.change(id) { $0[.venue] = "Langkawi" }
        var form = sheet.form
        form[.venue] = "Kuching"
        await #expect(throws: Refusal.conflict(.changedMeanwhile)) {
            try await place.edit.save(form, to: id, version: sheet.version, by: CourseOffice.coordinator)
        }
        #expect(try await place.course(id)?.venue == "Langkawi")
        await place.test.close()
    }

    @Test func `of somebody else is not found`() async throws {
        let place = try await CourseOffice()
        let id = try await place.made(place.form())
        let form = place.form()
        await #expect(throws: Refusal.notFound) { try await place.edit.open(id, by: CourseOffice.stranger) }
        await #expect(throws: Refusal.notFound) {
            try await place.edit.save(form, to: id, version: 1, by: CourseOffice.stranger)
        }
        await place.test.close()
    }

    @Test func `leaves days and place alone once somebody holds a seat`() async throws {
        let place = try await CourseOffice()
        let id = try await place.made(place.form())
        try await place.applicant(1, .approved, on: id)
        #expect(try await place.edit.open(id, by: CourseOffice.coordinator).isPromised)
        let problems = try await place.problems {
            try await place.change(id) { form in
                form[.venue] = "Kuching"
                form.sessions[0].start = "08:00"
            }
        }
        #expect(problems.map { "\($0.field) \($0.code)" } == ["tempat promised", "sesi-1-hari promised"])
        try await place.change(id) { $0.sessions[1].isMandatory = true }
        #expect(try await place.course(id)?.sessions.map(\.isMandatory) == [false, true])
        await place.test.close()
    }

    @Test func `keeps the grades it is for, its days of grace and whether excuses count`() async throws {
        let place = try await CourseOffice()
        var form = place.form()
        (form[.gradeLowest], form[.gradeHighest], form[.grace]) = ("98", "99", "5")
        form.choices.remove(.countsExcused)
        let id = try await place.made(form)
        let rules = try await place.office.database.read { try Offerings.find(id, in: $0)?.rules }
        #expect(rules?.grades == GradeRange(lowest: 98, highest: 99))
        #expect(rules?.graceDays == 5 && rules?.countsExcused == false)
        #expect(try await place.edit.open(id, by: CourseOffice.coordinator).form[.gradeHighest] == "99")
        let officer = try await place.applicant(1, .withdrawn, on: id).officer
        await #expect(throws: Refusal.workflow([.notEligible])) {
            try await ApplyForCourse(place.office).begin(id, by: TestOffice.caller(officer))
        }
        let problems = try await place.problems {
            try await place.change(id) { ($0[.gradeLowest], $0[.gradeHighest], $0[.grace]) = ("9", "5", "x") }
        }
        #expect(problems.map(\.code).sorted() == ["grace_wrong", "grade_order"])
        await place.test.close()
    }

    @Test func `edge 8: a quota below the seats that are held needs a reason, and drops nobody`() async throws {
        let place = try await CourseOffice()
        let id = try await place.made(place.form())
        for number in 1...2 { try await place.applicant(number, .approved, on: id) }
        let problems = try await place.problems { try await place.change(id) { $0[.quota] = "1" } }
        #expect(problems == [FieldProblem(field: "sebab", code: "quota_below_held")])
        try await place.change(id) { form in
            (form[.quota], form[.reason]) = ("1", "Dewan yang lebih kecil sahaja ada.")
        }
        let audit = try await place.audit(of: id).last
        #expect(audit?.before == "kuota=2")
        #expect(audit?.after == "kuota=1")
        #expect(audit?.reason == "Dewan yang lebih kecil sahaja ada.")
        let counts = try await place.office.database.read { try Applications.counts(of: id, in: $0) }
        #expect(counts == [.approved: 2])
        // Over its quota, it may still be changed otherwise.
        try await place.change(id) { $0[.titleEnglish] = "Renamed" }
        await place.test.close()
    }

    @Test func `edge 7: a quota that is raised while people wait offers the seats in the same transaction`()
        async throws
    {
        let place = try await CourseOffice()
        let id = try await place.made(place.form())
        for number in 1...2 { try await place.applicant(number, .approved, on: id) }
        var waiting: [Application.ID] = []
        for number in 3...5 {
            place.test.clock.advance(seconds: 60)
            waiting.append(try await place.applicant(number, .waiting, on: id).application)
        }
        try await place.change(id) { $0[.quota] = "4" }
        let counts = try await place.office.database.read { try Applications.counts(of: id, in: $0) }
        #expect(counts == [.approved: 2, .offered: 2, .waiting: 1])
        let last = try await place.office.database.read { [waiting] in try Applications.find(waiting[2], in: $0)?.state
        }
        #expect(last == .waiting, "the first two of the queue are asked")
        try await place.change(id) { $0[.titleEnglish] = "Renamed" }
        let after = try await place.office.database.read { try Applications.counts(of: id, in: $0) }
        #expect(after == counts)
        await place.test.close()
    }

    @Test func `edge 19: a fee that changes leaves what was verified, and follows for the others`() async throws {
        let place = try await CourseOffice()
        let id = try await place.made(place.form())
        let paid = try await place.applicant(1, .attending, on: id).officer
        let unpaid = try await place.applicant(2, .attending, on: id).officer
        try await place.setFee(.verified, of: paid, on: id)
        try await place.change(id) { $0[.fee] = "50" }
        #expect(try await place.fee(paid, on: id) == .verified)
        #expect(try await place.fee(unpaid, on: id) == .unpaid)
        try await place.change(id) { $0[.fee] = "0.00" }
        #expect(try await place.fee(paid, on: id) == .verified)
        #expect(try await place.fee(unpaid, on: id) == .notApplicable)
        try await place.change(id) { $0[.fee] = "20" }
        #expect(try await place.fee(unpaid, on: id) == .unpaid)
        #expect(try await place.fee(paid, on: id) == .verified)
        await place.test.close()
    }

    @Test func `edge 27: a course on single days, over New Year, keeps its list of sessions`() async throws {
        let place = try await CourseOffice()
        var form = place.form()
        form.sessions = ["2026-12-30", "2027-01-02", "2027-01-05"].map {
            .init(day: $0, start: "09:00", end: "17:00", minutes: "420")
        }
        let id = try await place.made(form)
        let course = try await place.course(id)
        #expect(course?.dates.text(in: .malay) == "30 Disember 2026, 2 dan 5 Januari 2027")
        #expect(course?.minutes == 1260)
        let sheet = try await place.edit.open(id, by: CourseOffice.coordinator)
        #expect(sheet.form[.closing] == "2026-12-16", "counted from the first day")
        await place.test.close()
    }

    @Test func `edge 34: a speaker who is replaced stands in the form of the evaluation`() async throws {
        let place = try await CourseOffice()
        let id = try await place.made(place.form())
        let officer = try await place.applicant(1, .attending, on: id).officer
        try await place.change(id) { $0.speakers = [.init(name: "PENGGANTI CONTOH", topic: "Topik"), .init()] }
        let sheet = try await FillEvaluation(place.office).open(id, by: TestOffice.caller(officer))
        #expect(sheet.form.sections.filter { $0.speaker != nil }.map(\.malay).joined().contains("PENGGANTI CONTOH"))
        try await place.change(id) { $0.speakers = [] }
        let none = try await FillEvaluation(place.office).open(id, by: TestOffice.caller(officer))
        #expect(none.form.sections.allSatisfy { $0.speaker == nil })
        await place.test.close()
    }

    @Test func `edge 44: other signatories sign what is issued from now on, and nothing that was issued`() async throws
    {
        let place = try await CourseOffice()
        let course = try await place.test.course()
        let officers = [
            try await place.test.officer(1, on: course), try await place.test.officer(2, on: course),
        ]
        let first = try await place.test.issue(officers[0], course, by: CourseOffice.administrator).record
        try await place.change(course.id, by: CourseOffice.administrator) { form in
            form.signatories = [place.signatory.text, "", ""]
            (form[.quota], form[.objectivesMalay]) = ("10", "Objektif")
        }
        let second = try await place.test.issue(officers[1], course, by: CourseOffice.administrator).record
        let again = try await place.test.issue(officers[0], course, by: CourseOffice.administrator).record
        #expect(again == first)
        #expect(first?.face.signatories.map(\.name) == ["NAMA CONTOH"])
        #expect(second?.face.signatories.map(\.name) == ["NAMA BAHARU"])
        let signs = try await place.office.database.read { try Signatories.of(course.id, in: $0).map(\.id) }
        #expect(signs == [place.signatory])
        await place.test.close()
    }

    @Test func `lets a course that was imported without an offer be opened`() async throws {
        let place = try await CourseOffice()
        let course = try await place.test.course()
        try await place.change(course.id, by: CourseOffice.administrator) { form in
            (form[.quota], form[.objectivesMalay]) = ("10", "Objektif")
        }
        let sheet = try await place.edit.open(course.id, by: CourseOffice.administrator)
        #expect(sheet.version == 1)
        #expect(sheet.form[.quota] == "10")
        await place.test.close()
    }
}

@Suite struct `The list of courses` {
    @Test func `shows a coordinator's own first, and pages through the others`() async throws {
        let place = try await CourseOffice()
        let own = try await place.made(place.form("AKMAL-SAYA-1"))
        var others: [Course.ID] = []
        for number in 1...3 {
            let id = try await place.edit.blank(by: CourseOffice.administrator).id
            try await place.edit.create(
                id, place.form("AKMAL-LAIN-\(number)", status: .planned), by: CourseOffice.administrator)
            others.append(id)
            place.test.clock.advance(seconds: 1)
        }
        try await place.applicant(1, .approved, on: own)
        try await place.applicant(2, .supported, on: own)
        let list = ListCourses(place.office)
        let both = Caller(
            account: CourseOffice.coordinator.account, officer: nil, roles: [.coordinator, .auditor],
            displayName: "Penyelaras", requestID: "r")
        let first = try await list(limit: 2, by: both)
        #expect(first.own.map(\.course.id) == [own])
        #expect(first.own.map { [$0.quota, $0.seatsHeld, $0.undecided] } == [[2, 1, 1]])
        #expect(first.others.map(\.course.id) == [others[2], others[1]])
        let second = try await list(after: first.next, limit: 2, by: both)
        #expect(second.own.isEmpty)
        #expect(second.others.map(\.course.id) == [others[0]])
        #expect(second.next == nil)
        #expect(try await list(search: "lain 2", limit: 9, by: both).others.count == 1)
        #expect(try await list(in: .open, limit: 9, by: CourseOffice.administrator).others.map(\.course.id) == [own])
        await place.test.close()
    }

    @Test func `shows a coordinator no course of others, and pages through the own`() async throws {
        let place = try await CourseOffice()
        var own: [Course.ID] = []
        for number in 1...3 {
            own.append(try await place.made(place.form("AKMAL-SAYA-\(number)")))
            place.test.clock.advance(seconds: 1)
        }
        let foreign = try await place.edit.blank(by: CourseOffice.administrator).id
        try await place.edit.create(
            foreign, place.form("AKMAL-LAIN-1", status: .planned), by: CourseOffice.administrator)
        let list = ListCourses(place.office)
        let first = try await list(limit: 2, by: CourseOffice.coordinator)
        #expect(first.own.map(\.course.id) == [own[2], own[1]])
        #expect(first.others.isEmpty)
        let second = try await list(after: first.next, limit: 2, by: CourseOffice.coordinator)
        #expect(second.own.map(\.course.id) == [own[0]])
        #expect(second.next == nil)
        await place.test.close()
    }
}
