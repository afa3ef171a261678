import Academy
import Attestation
import Desk
import Records
import SQL
import Testing

/// Offer letters and slips under codes that anybody can check.
@Suite struct `A paper that is given out` {
    private struct World {
        let desk: ApplyingOffice
        let officer: Officer
        let id: Application.ID

        init() async throws {
            desk = try await ApplyingOffice()
            (officer, id) = try await desk.approved(1)
        }

        var caller: Caller { TestOffice.caller(officer) }
        var office: Office { desk.office }

        @discardableResult
        func give(_ paper: OfficialPaper = .offerLetter) async throws -> PaperRecord {
            try await GivePaper(office)(paper == .offerLetter ? .offerLetter(id) : .attendanceSlip(id), by: caller)
            return try #require(
                try await office.database.read { try Papers.newest(paper, about: id.text, in: $0) })
        }

        func checked(_ record: PaperRecord) async throws -> CheckedPaper {
            guard case .paper(let paper) = try await CheckCertificate(office)(code: record.code) else {
                throw Refusal.notFound
            }
            return paper
        }

        func entries() async throws -> [AuditEntry] {
            try await office.database.read { try AuditLog.entries(about: "application", id.text, in: $0) }
                .filter { $0.action == "paper.given" }
        }

        func change(_ sql: SQL) async throws {
            try await office.database.write { transaction throws in _ = try transaction.execute(sql) }
        }
    }

    @Test func `is the same paper for the same facts, whoever asks and however often`() async throws {
        let world = try await World()
        let first = try await world.give()
        world.desk.test.clock.advance(seconds: 86_400)
        #expect(try await world.give() == first)
        try await GivePaper(world.office)(.offerLetter(world.id), by: ApplyingOffice.coordinator)
        let print = PrintPaper(world.office)
        let malay = try await print(.offerLetter(world.id), in: .malay, by: world.caller)
        let english = try await print(.offerLetter(world.id), in: .english, by: ApplyingOffice.coordinator)
        for file in [malay, english] {
            let report = try await CheckPresented(world.office)(file: file.bytes)
            #expect(report.verdict == .valid && report.document?.title.contains("ST/2026/000001") == true)
        }
        let entries = try await world.entries()
        #expect(entries.map(\.after) == ["ST/2026/000001 \(first.code.grouped)"])
        #expect(try await world.give() == first)
        await world.desk.test.close()
    }

    @Test func `with its holder's post changed is the same; with another day it is another, and the old one says so`()
        async throws
    {
        let world = try await World()
        let first = try await world.give()
        try await world.change("UPDATE officer SET post = 'Penolong Pengarah', grade = 'WK13'")
        #expect(try await world.give() == first)
        #expect(try await world.checked(first).standing == .valid)
        try await world.change("UPDATE course_session SET day = '2026-12-09'")
        // The check knows before anybody has asked for the new letter.
        let stale = try await world.checked(first)
        #expect(stale.standing == .superseded && stale.face == nil)
        await #expect(throws: Refusal.conflict(.paperNotGiven)) {
            try await PrintPaper(world.office)(.offerLetter(world.id), in: .malay, by: world.caller)
        }
        let second = try await world.give()
        #expect(second.edition == 2 && second.code != first.code)
        #expect(try await world.checked(second).standing == .valid)
        #expect(try await world.checked(first).standing == .superseded)
        let report = CheckReport(.paper(try await world.checked(first)), code: first.code)
        #expect(report.verdict == .superseded && report.successor == nil && report.holder == nil)
        #expect(try await world.entries().map(\.before) == ["", "ST/2026/000001 \(first.code.grouped)"])
        await world.desk.test.close()
    }

    @Test(arguments: [ApplicationState.withdrawn, .released, .replaced, .lapsed, .courseCancelled])
    func `is withdrawn once the seat is given up or taken back`(state: ApplicationState) async throws {
        let world = try await World()
        let letter = try await world.give()
        try await world.change("UPDATE application SET state = \(state) WHERE id = \(world.id)")
        let checked = try await world.checked(letter)
        #expect(checked.standing == .withdrawn && checked.face == nil && checked.verdict == .revoked)
        #expect(CheckReport(.paper(checked), code: letter.code).course == nil)
        await world.desk.test.close()
    }

    @Test func `is for those alone who may see it`() async throws {
        let world = try await World()
        let other = TestOffice.caller(try await world.desk.officer(2))
        for caller in [other, ApplyingOffice.stranger, `A fee`.clerk] {
            await #expect(throws: Refusal.notFound) {
                try await GivePaper(world.office)(.offerLetter(world.id), by: caller)
            }
        }
        // Nothing was answered yet.
        await #expect(throws: Refusal.notFound) {
            try await GivePaper(world.office)(.attendanceSlip(world.id), by: world.caller)
        }
        #expect(try await world.entries().isEmpty)
        await #expect(throws: Refusal.conflict(.paperNotGiven)) {
            try await PrintPaper(world.office)(.offerLetter(world.id), in: .malay, by: world.caller)
        }
        await world.desk.test.close()
    }

    @Test func `is given out by no auditor, who can have it afterwards`() async throws {
        let world = try await World()
        let auditor = Caller(account: "audit", officer: nil, roles: [.auditor], displayName: "", requestID: "r")
        let (give, papers) = (GivePaper(world.office), ApplicationPapers(world.office))
        await #expect(throws: Refusal.forbidden) { try await give(.offerLetter(world.id), by: auditor) }
        #expect(try await papers(world.id, by: auditor).isEmpty)
        #expect(try await papers(world.id, by: ApplyingOffice.coordinator) == [.offerLetter])
        let letter = try await world.give()
        #expect(try await papers(world.id, by: auditor) == [.offerLetter])
        try await give(.offerLetter(world.id), by: auditor)
        _ = try await PrintPaper(world.office)(.offerLetter(world.id), in: .malay, by: auditor)
        #expect(try await world.give() == letter)
        #expect(try await world.entries().count == 1)
        await world.desk.test.close()
    }

    @Test func `tells a stranger what is printed on it, and no MyKad number, address, plate or id`() async throws {
        let world = try await World()
        try await AnswerSeat(world.office)(
            world.id, .init(vehicle: .own, plate: "WXY 4321", diet: "kacang", needsLodging: true), by: world.caller)
        for paper in [OfficialPaper.offerLetter, .attendanceSlip] {
            let record = try await world.give(paper)
            let face = try #require(try await world.checked(record).face)
            #expect(face.holder == world.officer.name.text && !face.courseMalay.isEmpty && !face.datesMalay.isEmpty)
            let report = CheckReport(.paper(try await world.checked(record)), code: record.code)
            #expect(report.verdict == .valid && report.holder == world.officer.name.text)
            let told = "\(report) \(try await world.checked(record)) \(record.face)"
            for secret in [
                world.officer.myKad.digits, world.officer.myKad.formatted, world.officer.email.text, "WXY", "kacang",
                world.id.text, world.officer.id.text,
            ] { #expect(!told.contains(secret), "\(secret)") }
        }
        await world.desk.test.close()
    }

    @Test func `is found by its code as it is typed, and by claims of somebody's own never`() async throws {
        let world = try await World()
        let letter = try await world.give()
        let check = try CheckPresented(world.office)
        for text in [letter.code.grouped.lowercased(), "https://sijil.example.my/v/\(letter.code.text)"] {
            let report = try #require(try await check(text: text))
            #expect(report.verdict == .valid && report.paper?.number == "ST/2026/000001" && report.steps == nil)
            #expect(report.paper?.kind.en == "Offer Letter" && report.serial == nil)
        }
        let forged = try #require(try await check(text: "HTTPS://SIJIL.EXAMPLE.MY/V/\(letter.code.text)#12345"))
        #expect(forged.verdict == .altered && forged.paper == nil && forged.holder == nil)
        #expect(
            try await MatchHolder(world.office)(code: letter.code, lastName: "CONTOH", digits: "") == .unknown)
        await world.desk.test.close()
    }
}

@Suite struct `The standing of a paper` {
    @Test func `is decided by what would be given out now`() {
        for isNewest in [true, false] {
            for saysTheSame in [true, false] {
                #expect(PaperStanding(isDue: false, saysTheSame: saysTheSame, isNewest: isNewest) == .withdrawn)
                let standing = PaperStanding(isDue: true, saysTheSame: saysTheSame, isNewest: isNewest)
                #expect(standing == (saysTheSame && isNewest ? .valid : .superseded))
            }
        }
    }
}
