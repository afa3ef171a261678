import Academy
import Attestation
import Desk
import Records
import SQL
import Testing

@testable import Web

@Suite struct `Documents on the site` {
    @Test func `come as files of their own, in the language that was asked for`() async throws {
        let site = try await TestSite()
        try await site.addOfficer(1)
        try await site.addAccount("penyelaras@customs.gov.my", [.coordinator])
        let client = try await site.signedIn("penyelaras@customs.gov.my")
        let page = try await client.get(Route.attendance(course: site.course.id.text).path)
        let path = Route.paper(.attendanceList(course: site.course.id.text)).path
        #expect(page.text.contains("href=\"\(path)?bahasa=ms\""))
        #expect(page.text.contains("href=\"\(path)?bahasa=en\""))
        let malay = try await client.get(path)
        let english = try await client.get("\(path)?bahasa=en")
        for answer in [malay, english] {
            #expect(answer.status == 200)
            #expect(answer.header("Content-Type") == "application/pdf")
            #expect(answer.header("Cache-Control") == "private, no-store")
            #expect(
                answer.header("Content-Disposition")?.hasPrefix("attachment; filename=\"senarai-kehadiran-SK-") == true)
        }
        // The site goes on in the language that it had.
        #expect(english.header("Set-Cookie") == nil)
        #expect(try await client.get(Route.courses.path).text.contains("lang=\"ms\""))
        await site.close()
    }

    private struct Letter {
        let site: TestSite
        let officer: Officer
        let id: Academy.Application.ID
        var path: String { Route.paper(.offerLetter(application: id.text)).path }

        init() async throws {
            site = try await TestSite()
            let office = site.office
            let now = office.surroundings.now()
            let course = try await site.upcoming(
                "AKMAL-SRT-1", ("Kursus Surat", "Letters Course"), days: 30, CourseRules(quota: 9))
            officer = try await site.addOfficer(7351)
            let record = ApplicationRecord(
                id: try office.surroundings.newID(), officer: officer.id, course: course.id, state: .approved,
                reference: "PK/2026/000123",
                supervisor: .init(name: "PENYELIA CONTOH", phone: "+60123456789", email: "penyelia@customs.gov.my"),
                declaredAt: now, submittedAt: now, createdAt: now, stateAt: now)
            id = record.id
            try await office.database.write { try Applications.insert(record, in: $0) }
        }

        func code() async throws -> String {
            let given = try await site.office.database.read {
                try Papers.newest(.offerLetter, about: id.text, in: $0)
            }
            return try given.orThrow.code.text
        }
    }

    @Test func `go out when they are asked for, and never by an address alone`() async throws {
        let letter = try await Letter()
        let client = try await letter.site.signedIn("p7351@customs.gov.my")
        let page = try await client.get(Route.application(letter.id.text).path)
        #expect(page.text.contains("action=\"\(letter.path)?bahasa=ms\""))
        #expect(page.text.contains("formaction=\"\(letter.path)?bahasa=en\""))
        let early = try await client.get(letter.path)
        #expect(early.status == 303 && early.location == Route.application(letter.id.text).path)
        #expect(try await client.post(letter.path, [:]).status == 403, "a form has the session's secret")
        let csrf = try page.field("csrf")
        for language in ["en", "en", "ms"] {
            let answer = try await client.post("\(letter.path)?bahasa=\(language)", ["csrf": csrf])
            #expect(answer.status == 303 && answer.location == "\(letter.path)?bahasa=\(language)")
        }
        let file = try await client.get("\(letter.path)?bahasa=en")
        #expect(file.status == 200 && file.header("Content-Type") == "application/pdf")
        let count = try await letter.site.office.database.read { transaction throws in
            try transaction.one("SELECT count(*) AS n FROM paper") { try $0["n"] as Int }
        }
        #expect(count == 1)
        await letter.site.close()
    }

    @Test func `are told to strangers by their code, in both languages and to programs, until they hold no more`()
        async throws
    {
        let letter = try await Letter()
        let caller = Caller(
            account: "p", officer: letter.officer.id, roles: [.officer], displayName: "", requestID: "r")
        try await GivePaper(letter.site.office)(.offerLetter(letter.id), by: caller)
        let code = try await letter.code()
        let stranger = WebClient(letter.site.website)
        let path = Route.check(code: code).path
        let typed = try await stranger.get(Route.typedCode.path + "?kod=\(code.lowercased())")
        #expect(typed.location == path)
        let malay = try await stranger.get(path)
        for words in ["Surat Tawaran", "SAH", "ST/2026/000123", letter.officer.name.text, "sijil.example.my"] {
            #expect(malay.text.contains(words), "\(words)")
        }
        let english = try await stranger.get(path + "?bahasa=en")
        #expect(english.text.contains("Offer Letter") && english.text.contains("still holds"))
        let json = try await stranger.get(path, ["Accept": "application/json"])
        #expect(json.text.contains("\"verdict\":\"valid\"") && json.text.contains("\"number\":\"ST/2026/000123\""))
        let secrets = [
            letter.officer.myKad.digits, letter.officer.myKad.formatted, letter.officer.email.text, letter.id.text,
            letter.officer.id.text, "@customs.gov.my",
        ]
        for answer in [malay, english, json] {
            #expect(answer.status == 200 && answer.header("Vary") == "Accept, Cookie")
            for secret in secrets { #expect(!answer.text.contains(secret), "\(secret)") }
        }
        try await letter.site.office.database.write { transaction throws in
            _ = try transaction.execute("UPDATE application SET state = 'withdrawn' WHERE id = \(letter.id)")
        }
        let after = try await stranger.get(path + "?bahasa=ms")
        #expect(after.status == 200 && after.text.contains("DITARIK BALIK"))
        #expect(!after.text.contains(letter.officer.name.text))
        let told = try await stranger.get(path + ".json")
        #expect(told.text.contains("\"verdict\":\"revoked\"") && !told.text.contains("holder"))
        await letter.site.close()
    }
}
