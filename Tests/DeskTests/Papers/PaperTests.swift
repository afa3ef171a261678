import Academy
import Attestation
import Desk
import Foundation
import OtherPrograms
import Records
import SQL
import Testing
import Vault

/// A document as a PDF reader finds it.
private func text(_ file: PaperFile) throws -> String {
    let path = NSTemporaryDirectory() + "paper-\(UUID().uuidString).pdf"
    try Data(file.bytes).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try OtherProgram.run(["pdftotext", path, "-"]).printed.split(whereSeparator: \.isWhitespace).joined(
        separator: " ")
}

extension Office {
    /// A paper that is given out, and its file.
    func given(_ wanted: WantedPaper, in language: Language, by caller: Caller) async throws -> PaperFile {
        try await GivePaper(self)(wanted, by: caller)
        return try await PrintPaper(self)(wanted, in: language, by: caller)
    }
}

@Suite struct `An attendance list on paper` {
    private static func list(
        _ fixture: AttendanceFixture, _ language: Language = .malay, by caller: Caller = AttendanceFixture.coordinator
    ) async throws -> PaperFile {
        try await PrintAttendanceList(fixture.test.office)(fixture.course.id, in: language, by: caller)
    }

    @Test func `has rows to sign, and spare ones for those who just come`() async throws {
        let fixture = try await AttendanceFixture([("2026-05-18", 180, false), ("2026-05-19", 180, true)])
        let file = try await Self.list(fixture)
        #expect(file.name == "senarai-kehadiran-SK-AKMAL-HDR-001-Kursus-Ujian.pdf")
        let paper = try text(file)
        for word in [
            "SENARAI KEHADIRAN", "Kursus Ujian", "18 Mei", "9.00 pagi", "PEGAWAI NOMBOR 1 BIN CONTOH",
            "******-**-0002", "Penguasa Kastam WK9", "Disahkan oleh Penyelaras Kursus", "Nama: Tarikh:", "2 peserta",
        ] { #expect(paper.contains(word), "\(word)") }
        // The cancelled session is no column.
        #expect(!paper.contains("19 Mei"))
        #expect(paper.contains(" 7 "))
        #expect(!paper.contains("SHA-256"))
        await fixture.test.close()
    }

    @Test func `proves by its seal that the academy made it, and when`() async throws {
        let fixture = try await AttendanceFixture([("2026-05-18", 180, false)])
        let file = try await Self.list(fixture)
        let check = try CheckPresented(fixture.test.office)
        let report = try await check(file: file.bytes)
        #expect(report.verdict == .valid && report.code == nil && report.holder == nil)
        #expect(report.document?.title.contains("AKMAL-HDR-001") == true)
        let now = fixture.test.clock.now
        #expect(report.document?.sealed == Instant(milliseconds: now.milliseconds / 1000 * 1000).iso)
        var changed = file.bytes
        changed[changed.count / 3] ^= 1
        let altered = try await check(file: changed)
        #expect(altered.verdict == .altered && altered.document == nil)
        await fixture.test.close()
    }

    @Test func `has marks, percentages and a digest after the confirmation`() async throws {
        let fixture = try await AttendanceFixture([("2026-05-18", 180, false), ("2026-05-19", 180, false)])
        try fixture.moveClock(to: "2026-05-19", "12:00")
        try await fixture.mark([[.present, .late], [.absent, .present]])
        _ = try await fixture.confirm()
        let paper = try text(try await Self.list(fixture))
        for word in ["100%", "50%", "Jumlah hadir", "H hadir", "19 Mei 2026, 12.00 tengah hari"] {
            #expect(paper.contains(word), "\(word)")
        }
        let digest = try #require(paper.firstMatch(of: /SHA-256\): ([0-9a-f]{64})/)).1
        #expect(try text(try await Self.list(fixture)).contains(digest))
        #expect(try text(try await Self.list(fixture, .english)).contains(digest))
        // Another mark is another record.
        try await fixture.test.office.database.write { transaction throws in
            _ = try transaction.execute("UPDATE attendance_mark SET mark = 'excused' WHERE mark = 'absent'")
        }
        #expect(try !text(try await Self.list(fixture)).contains(digest))
        await fixture.test.close()
    }

    @Test func `is for those who run the course, and for auditors`() async throws {
        let fixture = try await AttendanceFixture([("2026-05-18", 180, false)])
        func refusal(_ caller: Caller) async throws -> Refusal? {
            do {
                _ = try await Self.list(fixture, by: caller)
                return nil
            } catch let refusal as Refusal { return refusal }
        }
        func caller(_ roles: Set<Role>) -> Caller {
            Caller(account: "lain", officer: nil, roles: roles, displayName: "", requestID: "r")
        }
        #expect(try await refusal(TestOffice.administrator) == nil)
        #expect(try await refusal(caller([.auditor])) == nil)
        #expect(try await refusal(caller([.coordinator])) == .notFound)
        #expect(try await refusal(caller([.finance])) == .forbidden)
        #expect(try await refusal(TestOffice.caller(fixture.officers[0])) == .forbidden)
        await fixture.test.close()
    }

    @Test func `with a character that no font has is refused, and not a fault`() async throws {
        let fixture = try await AttendanceFixture([("2026-05-18", 180, false)])
        try await fixture.test.office.database.write { transaction throws in
            _ = try transaction.execute("UPDATE course SET title_malay = 'Kursus 🙂'")
        }
        await #expect(throws: Refusal.conflict(.unprintable)) { try await Self.list(fixture) }
        await fixture.test.close()
    }
}

@Suite struct `An offer letter` {
    private static func letter(
        _ desk: ApplyingOffice, _ id: Application.ID, _ language: Language = .malay, by caller: Caller
    ) async throws -> PaperFile {
        try await desk.office.given(.offerLetter(id), in: language, by: caller)
    }

    @Test func `is dated by the approval, whenever it is made`() async throws {
        let desk = try await ApplyingOffice()
        let (officer, id) = try await desk.approved(1)
        let approved = desk.test.clock.now.day
        desk.test.clock.advance(seconds: 5 * 86_400)
        let caller = TestOffice.caller(officer)
        let file = try await Self.letter(desk, id, by: caller)
        #expect(file.name.hasPrefix("surat-tawaran-ST-2026-000001-PEMOHON-NOMBOR-1-BIN"))
        let paper = try text(file)
        for word in [
            "Ruj. Kami ST/2026/000001", "Tarikh \(DatePhrase.full(approved, .malay))", "PEMOHON NOMBOR 1 BIN CONTOH",
            "Penguasa Kastam WK9", "a.k. Ketua Jabatan", "TAWARAN MENGIKUTI KURSUS MOHD TERBUKA",
            "Dengan segala hormatnya saya diarah merujuk perkara di atas.", "2. Sukacita", "PK/2026/000001",
            "sebelum 9.00 pagi", "RM30.00", "Tawaran ini tertakluk", "Penyelaras (penyelaras@customs.gov.my)",
            "Sekian, terima kasih.", "“BERKHIDMAT UNTUK NEGARA”", "Saya yang menjalankan amanah,",
            "Penyelia – PENYELIA CONTOH BINTI UMPAMA",
        ] { #expect(paper.contains(word), "\(word)") }
        #expect(!paper.contains("menggantikan surat tawaran"))
        #expect(
            try text(try await Self.letter(desk, id, .english, by: caller)).contains("OFFER OF A PLACE ON OPEN COURSE"))
        await desk.test.close()
    }

    @Test func `that follows a change of dates says that it replaces the one before`() async throws {
        let desk = try await ApplyingOffice()
        let (officer, id) = try await desk.approved(1)
        desk.test.clock.advance(seconds: 2 * 86_400)
        let now = desk.test.clock.now
        try await desk.office.database.write { transaction in
            try AuditLog.append(
                AuditEntry(
                    at: now, actor: "penyelaras", action: "application.move_dates", subjectKind: "application",
                    subjectID: id.text, before: "attending", after: "approved", requestID: "r"),
                in: transaction)
        }
        let paper = try text(try await Self.letter(desk, id, by: TestOffice.caller(officer)))
        #expect(
            paper.contains("menggantikan surat tawaran yang dikeluarkan sebelum \(DatePhrase.full(now.day, .malay))"))
        await desk.test.close()
    }

    @Test func `is there for the officer and the course's staff once a seat is given, and for nobody else`()
        async throws
    {
        let desk = try await ApplyingOffice(quota: 2)
        let (officer, id) = try await desk.supported(1)
        await #expect(throws: Refusal.notFound) { try await Self.letter(desk, id, by: TestOffice.caller(officer)) }
        _ = try await CourseBoard(desk.office).decide(
            .approve, on: [id], of: desk.course.id, by: ApplyingOffice.coordinator)
        for caller in [TestOffice.caller(officer), ApplyingOffice.coordinator, TestOffice.administrator] {
            _ = try await Self.letter(desk, id, by: caller)
        }
        let other = try await desk.officer(2)
        for caller in [TestOffice.caller(other), ApplyingOffice.stranger, `A fee`.clerk] {
            await #expect(throws: Refusal.notFound) { try await Self.letter(desk, id, by: caller) }
        }
        try await desk.office.database.write { transaction throws in
            _ = try transaction.execute("UPDATE application SET state = 'released' WHERE id = \(id)")
        }
        await #expect(throws: Refusal.notFound) { try await Self.letter(desk, id, by: TestOffice.caller(officer)) }
        await desk.test.close()
    }
}

@Suite struct `An attendance slip` {
    @Test func `says what was answered and when, and has another code for another answer`() async throws {
        let desk = try await ApplyingOffice()
        let (officer, id) = try await desk.approved(1)
        let caller = TestOffice.caller(officer)
        let slip = { (language: Language, caller: Caller) in
            try await desk.office.given(.attendanceSlip(id), in: language, by: caller)
        }
        let papers = ApplicationPapers(desk.office)
        await #expect(throws: Refusal.notFound) { try await slip(.malay, caller) }
        #expect(try await papers(id, by: caller) == [.offerLetter])
        let answer = AnswerSeat(desk.office)
        try await answer(id, .init(vehicle: .own, plate: "wa-1234 b", diet: "kacang", needsLodging: true), by: caller)
        #expect(try await papers(id, by: caller) == [.offerLetter, .attendanceSlip])
        let file = try await slip(.malay, caller)
        #expect(file.name.hasPrefix("slip-kehadiran-SP-2026-000001-PEMOHON-NOMBOR-1-BIN"))
        let paper = try text(file)
        for word in [
            "SLIP PENGESAHAN KEHADIRAN", officer.name.text, "PK/2026/000001", "HADIR", "Kenderaan persendirian",
            "WA 1234 B", "Diperlukan", "kacang", "Perubahan boleh dibuat",
        ] { #expect(paper.contains(word), "\(word)") }
        let code = try #require(paper.firstMatch(of: /Kod semakan ([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}) \(/)).1
        #expect(try text(try await slip(.english, caller)).contains(code))
        desk.test.clock.advance(seconds: 60)
        try await answer(id, .init(vehicle: Vehicle.Kind.none, needsLodging: false), by: caller)
        let later = try text(try await slip(.malay, ApplyingOffice.coordinator))
        #expect(later.contains("Tiada kenderaan") && !later.contains("WA 1234 B") && !later.contains(code))
        for other in [TestOffice.caller(try await desk.officer(2)), ApplyingOffice.stranger, `A fee`.clerk] {
            await #expect(throws: Refusal.notFound) { try await slip(.malay, other) }
            await #expect(throws: Refusal.notFound) { try await papers(id, by: other) }
        }
        await desk.test.close()
    }
}

@Suite struct `The slip of who will not attend` {
    @Test func `names the reason, the letter, the replacement and what was decided`() async throws {
        let desk = try await ReplacingOffice()
        let replacement = try await desk.desk.officer(2)
        try await desk.ask(for: replacement)
        let waiting = try text(
            try await desk.office.given(.attendanceSlip(desk.seat), in: .malay, by: desk.caller))
        for word in [
            "TIDAK HADIR", "Bertugas di mahkamah pada tarikh kursus.", "surat.pdf", replacement.name.text,
            "Menunggu keputusan akademi",
        ] { #expect(waiting.contains(word), "\(word)") }
        #expect(!waiting.contains("No. plat"))
        await #expect(throws: Refusal.notFound) {
            try await desk.office.given(.attendanceSlip(desk.seat), in: .malay, by: TestOffice.caller(replacement))
        }
        await desk.close()
    }
}

@Suite struct `A receipt slip` {
    @Test func `says who verified what and when, and that it is no receipt`() async throws {
        let desk = try await TestOffice()
        let course = try await desk.course()
        let officer = try await desk.officer(1, on: course, `A fee`.unpaid)
        let caller = TestOffice.caller(officer)
        let own = { (caller: Caller) in
            try await desk.office.given(.ownReceiptSlip(for: course.id), in: .malay, by: caller)
        }
        let id = try await `A fee`.send(desk, officer, course)
        let slip = { (caller: Caller) in try await desk.office.given(.receiptSlip(id), in: .malay, by: caller) }
        await #expect(throws: Refusal.notFound) { try await own(caller) }
        await #expect(throws: Refusal.notFound) { try await slip(`A fee`.clerk) }
        try await ReviewReceipt(desk.office)(id, version: 1, .verify(remark: ""), by: `A fee`.clerk)
        let file = try await own(caller)
        #expect(file.name.hasPrefix("slip-resit-SR-2026-"))
        let paper = try text(file)
        for word in [
            "SLIP PENGESAHAN RESIT", officer.name.text, officer.myKad.masked, "Kursus Ujian", "AKMAL-UJI-001", "iP 100",
            "20 Mei 2026", "RM30.00", "iPayment", "kewangan1, Unit Kewangan",
            "Slip ini bukan resit rasmi Kerajaan.",
        ] { #expect(paper.contains(word), "\(word)") }
        #expect(!paper.contains(officer.myKad.digits.prefix(6)))
        #expect(try await slip(`A fee`.clerk) == file)
        let other = try await desk.officer(2, on: course, `A fee`.unpaid)
        await #expect(throws: Refusal.notFound) { try await own(TestOffice.caller(other)) }
        await #expect(throws: Refusal.notFound) { try await slip(caller) }
        try await ReviewReceipt(desk.office)(
            id, version: 2, .withdraw(remark: "Tiada dalam penyata bulan ini"), by: `A fee`.other)
        await #expect(throws: Refusal.notFound) { try await own(caller) }
        let given = try #require(
            try await desk.office.database.read { try Papers.newest(.receiptSlip, about: id.text, in: $0) })
        guard case .paper(let checked) = try await CheckCertificate(desk.office)(code: given.code) else {
            Issue.record("the slip is not known")
            return
        }
        #expect(checked.standing == .withdrawn && checked.number == given.face.number)
        await desk.close()
    }
}
