import Academy
import Records
import SQL
import Testing

@testable import Desk

/// Edge cases 11 to 14 stand here by their numbers.
@Suite struct `Giving a seat back` {
    @Test func `moves it to a replacement who said yes and is supported, in one step`() async throws {
        let office = try await ReplacingOffice()
        let other = try await office.desk.officer(2)
        let id = try await office.agree(on: other)
        #expect(try await office.state() == .releaseRequested)
        #expect(try await office.seatsHeld() == 1, "the seat stays with its officer until the decision")
        for _ in 1...2 { try await office.decide(.accept(replacement: id)) }
        #expect(try await office.state() == .replaced)
        #expect(try await office.state(of: id) == .attending)
        #expect(try await office.seatsHeld() == 1)
        #expect(
            try await office.audit(office.seat).suffix(2) == [
                "application.request_release", "application.accept_replacement",
            ])
        #expect(
            try await office.audit(id) == [
                "application.nominate", "application.accept_nomination", "application.supervisor_supports",
                "application.take_seat",
            ])
        let granted = try #require(try await office.letter("release.granted"))
        #expect(granted.recipient == office.holder.email.text)
        #expect(granted.values["replacement"] == other.name.text)
        #expect(try await office.desk.letters("release.granted") == 1)
        await office.close()
    }

    @Test func `tells coordinator, supervisor and replacement, who is told to register first`() async throws {
        let office = try await ReplacingOffice()
        let other = try await office.desk.officer(2)
        try await office.ask(for: other)
        #expect(try await office.desk.letters("release.requested") == 2)
        let wanted = try #require(try await office.letter("release.requested"))
        #expect(wanted.values["replacement"] == other.name.text)
        let proposed = try #require(try await office.letter("replacement.proposed"))
        #expect(proposed.recipient == other.email.text)
        #expect(proposed.values["proposer"] == office.holder.name.text)
        #expect(proposed.values["register"]?.hasSuffix("/daftar") == true)
        let id = try #require(try await office.nominee())
        #expect(proposed.values["link"]?.hasSuffix("/permohonan/\(id.text)/pencalonan") == true)
        try await office.accept(id, by: other)
        let supervisor = ReplacingOffice.supervisor.email
        let support = try #require(try await office.letter("support.requested", to: supervisor))
        #expect(support.values["original"] == office.holder.name.text)
        let letter = try await DecideSupport(office.office).read(
            token: try await office.desk.token(of: id) ?? "")
        #expect(letter.replaces == office.holder.name.text)
        #expect(letter.standing == .open)
        await office.close()
    }

    @Test func `sends a request once, however often it is sent`() async throws {
        let office = try await ReplacingOffice()
        let other = try await office.desk.officer(2)
        let form = ReleaseForm(
            reason: "Bertugas di mahkamah pada tarikh kursus.", upload: try await office.letter(of: office.holder),
            replacement: other.id)
        for _ in 1...3 { try await RequestRelease(office.office)(office.seat, form, by: office.caller) }
        #expect(try await office.audit(office.seat).count { $0 == "application.request_release" } == 1)
        #expect(try await office.desk.letters("replacement.proposed") == 1)
        await #expect(throws: Refusal.workflow([.wrongState])) { try await office.ask(for: other) }
        await office.close()
    }

    @Test func `needs letter, reason and a replacement, and tells all that is missing`() async throws {
        let office = try await ReplacingOffice()
        let missing = Refusal.invalid([
            FieldProblem(field: "surat", code: "letter_missing"),
            FieldProblem(field: "alasan", code: "reason_too_short"),
            FieldProblem(field: "pengganti", code: "replacement_missing"),
        ])
        await #expect(throws: missing) {
            try await RequestRelease(office.office)(
                office.seat, ReleaseForm(reason: "sakit", goesWithout: true), by: office.caller)
        }
        let other = try await office.desk.officer(2)
        let foreign = try await office.letter(of: other)
        await #expect(throws: Refusal.self) {
            try await RequestRelease(office.office)(
                office.seat,
                ReleaseForm(reason: "Bertugas di mahkamah.", upload: foreign, replacement: other.id),
                by: office.caller)
        }
        await #expect(throws: Refusal.notFound) {
            try await RequestRelease(office.office)(
                office.seat, ReleaseForm(reason: "Bertugas di mahkamah."), by: TestOffice.caller(other))
        }
        #expect(try await office.state() == .approved)
        await office.close()
    }

    @Test func `goes without a replacement where the course permits it, and frees the seat`() async throws {
        let office = try await ReplacingOffice { $0.permitsAbsenceWithoutReplacement = true }
        try await office.ask(for: nil)
        for _ in 1...2 { try await office.decide(.grant) }
        #expect(try await office.state() == .released)
        #expect(try await office.seatsHeld() == 0)
        #expect(try await office.letter("release.granted")?.values["replacement"] == "")
        await office.close()
    }

    @Test func `is refused with a reason, and the open nomination ends`() async throws {
        let office = try await ReplacingOffice()
        let other = try await office.desk.officer(2)
        try await office.ask(for: other)
        let id = try #require(try await office.nominee())
        await #expect(throws: Refusal.invalid([FieldProblem(field: "sebab", code: "reason_too_short")])) {
            try await office.decide(.refuse(reason: "tidak"))
        }
        for _ in 1...2 { try await office.decide(.refuse(reason: "Kursus wajib bagi tugas anda.")) }
        #expect(try await office.state() == .approved)
        #expect(try await office.state(of: id) == .lapsed)
        #expect(try await office.letter("release.refused")?.values["reason"] == "Kursus wajib bagi tugas anda.")
        #expect(try await office.desk.letters("replacement.closed") == 1)
        // Asking again is another request, also with the same replacement.
        office.clock.advance(seconds: 1)
        try await office.ask(for: other)
        #expect(try await office.state() == .releaseRequested)
        let view = try await TrackApplication(office.office).one(office.seat, by: office.caller)
        #expect(view.releases.map(\.outcome) == [.waiting, .refused])
        await office.close()
    }

    @Test func `is decided by the course's coordinators alone, and never on an own request`() async throws {
        let office = try await ReplacingOffice()
        let other = try await office.desk.officer(2)
        let id = try await office.agree(on: other)
        for caller in [ApplyingOffice.stranger, office.caller, TestOffice.caller(other)] {
            await #expect(throws: Refusal.notFound) { try await office.decide(.accept(replacement: id), by: caller) }
            await #expect(throws: Refusal.notFound) {
                try await DecideRelease(office.office).overview(of: office.desk.course.id, by: caller)
            }
        }
        let own = Caller(
            account: ApplyingOffice.coordinator.account, officer: office.holder.id, roles: [.coordinator, .officer],
            displayName: "Penyelaras", requestID: "r")
        await #expect(throws: Refusal.workflow([.ownApplication])) {
            try await office.decide(.accept(replacement: id), by: own)
        }
        #expect(try await office.state() == .releaseRequested)
        await office.close()
    }

    @Test func `waits for yes and support, and for the one who is shown`() async throws {
        let office = try await ReplacingOffice()
        let other = try await office.desk.officer(2)
        try await office.ask(for: other)
        let id = try #require(try await office.nominee())
        await #expect(throws: Refusal.workflow([.replacementNotAccepted, .replacementNotSupported])) {
            try await office.decide(.accept(replacement: id))
        }
        try await office.accept(id, by: other)
        await #expect(throws: Refusal.workflow([.replacementNotSupported])) {
            try await office.decide(.accept(replacement: id))
        }
        try await office.support(id)
        await #expect(throws: Refusal.conflict(.applicationChanged)) {
            try await office.decide(.accept(replacement: .init("another")))
        }
        try await office.decide(.accept(replacement: id))
        #expect(try await office.state() == .replaced)
        await office.close()
    }

    @Test func `the letter is opened by its officer and the course's coordinators, by nobody else`() async throws {
        let office = try await ReplacingOffice()
        let other = try await office.desk.officer(2)
        let draft = try await PrepareRelease(office.office)(
            office.seat,
            ReleaseForm(
                reason: "Bertugas di mahkamah.", file: OfferedFile(name: "surat.png", bytes: `Uploaded files`.png),
                replacement: other.id),
            by: office.caller)
        #expect(draft.problems.isEmpty)
        let upload = UploadRecord.ID(try #require(draft.upload?.id))
        let open = OpenUpload(office.office)
        let auditor = Caller(account: "juruaudit", officer: nil, roles: [.auditor], displayName: "", requestID: "r")
        for caller in [office.caller, ApplyingOffice.coordinator, TestOffice.administrator, auditor] {
            #expect(try await open(upload, asPicture: false, by: caller).mediaType == "image/png")
        }
        for caller in [TestOffice.caller(other), ApplyingOffice.stranger] {
            await #expect(throws: Refusal.notFound) { try await open(upload, asPicture: false, by: caller) }
        }
        await office.close()
    }
}

@Suite struct `The form of Tidak Hadir` {
    @Test func `keeps a letter that was chosen once, whatever else is wrong`() async throws {
        let office = try await ReplacingOffice()
        let prepare = PrepareRelease(office.office)
        let file = OfferedFile(name: "surat.png", bytes: `Uploaded files`.png)
        let first = try await prepare(
            office.seat, ReleaseForm(reason: "pendek", file: file), by: office.caller)
        #expect(first.problems.map(\.field) == ["alasan", "pengganti"])
        let upload = try #require(first.upload)
        let again = try await prepare(
            office.seat, ReleaseForm(reason: "Bertugas di mahkamah.", upload: .init(upload.id)), by: office.caller)
        #expect(again.upload == upload)
        #expect(again.problems.map(\.field) == ["pengganti"])
        await office.close()
    }

    @Test func `edge 23: a letter that is no document is refused by its content`() async throws {
        let office = try await ReplacingOffice()
        for (bytes, code) in [
            (Array("<html><script>alert(1)</script></html>".utf8), FileProblem.notAllowed),
            ([UInt8](repeating: 0x25, count: OfferedFile.longest + 1), .tooLarge),
        ] {
            let draft = try await PrepareRelease(office.office)(
                office.seat,
                ReleaseForm(reason: "Bertugas di mahkamah.", file: OfferedFile(name: "surat.pdf", bytes: bytes)),
                by: office.caller)
            #expect(draft.problems.first == FieldProblem(field: "surat", code: code.rawValue))
            #expect(draft.upload == nil)
        }
        await office.close()
    }

    @Test func `a search judges nothing else, masks MyKad numbers and keeps who is chosen`() async throws {
        let office = try await ReplacingOffice()
        let other = try await office.desk.officer(2)
        _ = try await office.desk.officer(3)
        let draft = try await PrepareRelease(office.office)(
            office.seat,
            ReleaseForm(replacement: other.id, search: "pemohon NOMBOR", isSearching: true), by: office.caller)
        #expect(draft.problems.isEmpty)
        #expect(draft.replacement?.officer == other.id)
        let findings = try #require(draft.findings)
        #expect(findings.choices.map(\.officer).contains(other.id))
        #expect(findings.choices.count == 2)
        #expect(findings.unfit == 1, "the officer whose seat it is")
        #expect(findings.choices.allSatisfy { $0.maskedMyKad.hasPrefix("******") })
        for text in ["", " ", "a"] {
            let none = try await PrepareRelease(office.office)(
                office.seat, ReleaseForm(search: text, isSearching: true), by: office.caller)
            #expect(none.findings?.isEmptyQuery == true)
        }
        await office.close()
    }

    @Test func `edge 12: nobody with an obstacle is on the list, or comes through when named all the same`()
        async throws
    {
        let office = try await ReplacingOffice(quota: 9)
        let desk = office.desk
        let applied = try await desk.sent(2).officer
        let nominated = try await desk.officer(3)
        let second = try await desk.supported(4)
        _ = try await CourseBoard(desk.office).decide(
            .approve, on: [second.id], of: desk.course.id, by: ApplyingOffice.coordinator)
        try await office.ask(second.id, of: second.officer, for: nominated)
        let inactive = try await desk.officer(5, isActive: false)
        let supervisor = try await desk.officer(6, email: ApplyingOffice.form.email)
        let elsewhere = try await office.elsewhere(7)
        let fit = try await desk.officer(8)
        let draft = try await PrepareRelease(desk.office)(
            office.seat, ReleaseForm(search: "pemohon nombor", isSearching: true), by: office.caller)
        #expect(draft.findings?.choices.map(\.officer) == [fit.id])
        for officer in [office.holder, applied, nominated, second.officer, inactive, supervisor, elsewhere] {
            await #expect(throws: Refusal.self, "\(officer.name.text)") { try await office.ask(for: officer) }
        }
        #expect(try await office.state() == .approved)
        try await office.ask(for: fit)
        await office.close()
    }

    @Test func `edge 12: who cannot take the seat any more at the decision does not get it`() async throws {
        let office = try await ReplacingOffice()
        let other = try await office.desk.officer(2)
        let id = try await office.agree(on: other)
        try await office.seat(other, elsewhere: "AKMAL-LAIN-007")
        let overview = try await DecideRelease(office.office).overview(
            of: office.desk.course.id, by: ApplyingOffice.coordinator)
        #expect(overview.open.first?.obstacles == [.dateClash])
        #expect(overview.open.first?.acceptance == [.replacementNotEligible])
        await #expect(throws: Refusal.workflow([.replacementNotEligible])) {
            try await office.decide(.accept(replacement: id))
        }
        #expect(try await office.state() == .releaseRequested)
        #expect(try await office.state(of: id) == .nominated)
        await office.close()
    }

    @Test func `edge 11: the day before, Tidak Hadir is still possible, and the coordinator names who comes`()
        async throws
    {
        let office = try await ReplacingOffice()
        let other = try await office.desk.officer(2)
        office.advance(toHoursBefore: 20)
        let start = try await PrepareRelease(office.office).start(office.seat, by: office.caller)
        #expect(start.mayGoWithout && start.isFrozen)
        try await office.ask(for: nil)
        let name = NameReplacement(office.office)
        await #expect(throws: Refusal.workflow([.logisticsFrozen])) {
            try await name(office.seat, other.id, by: office.caller)
        }
        try await name(office.seat, other.id, by: ApplyingOffice.coordinator)
        let id = try #require(try await office.nominee())
        try await office.accept(id, by: other)
        try await office.support(id)
        try await office.decide(.accept(replacement: id))
        #expect(try await office.state(of: id) == .attending)
        await office.close()
    }

    @Test func `edge 11: once the course has begun it is too late`() async throws {
        let office = try await ReplacingOffice()
        office.advance(toHoursBefore: 0)
        await #expect(throws: Refusal.workflow([.courseStarted])) {
            try await PrepareRelease(office.office).start(office.seat, by: office.caller)
        }
        await #expect(throws: Refusal.workflow([.courseStarted])) { try await office.ask(for: nil) }
        await office.close()
    }
}
