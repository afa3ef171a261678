import Academy
import Desk
import Eligibility
import Testing

@testable import Web

@Suite struct `A coordinator's journey` {
    @Test func `sees who is ready, issues for all of them, follows the progress and takes the ZIP file`() async throws {
        let site = try await TestSite()
        for number in 1...3 { try await site.addOfficer(number) }
        try await site.addOfficer(
            4, CompletionFacts(outcome: .completed, attendance: .confirmed, evaluation: .sent, fee: .rejected))
        try await site.addAccount("penyelaras@customs.gov.my", [.coordinator])
        let client = try await site.signedIn("penyelaras@customs.gov.my")

        #expect(try await client.get("/pentadbir").text.contains("Kursus Ujian"))
        let page = try await client.get(Route.course(site.course.id.text).path)
        #expect(page.text.contains("Jana semua yang layak (3)"))
        #expect(page.text.contains("Resit ditolak"))

        let started = try await client.post(
            Route.issueAll(course: site.course.id.text).path, ["csrf": try page.field("csrf")])
        let job = try started.location.orThrow
        #expect(try await client.get(job).text.contains("http-equiv=\"refresh\""))
        let twice = try await client.post(
            Route.issueAll(course: site.course.id.text).path, ["csrf": try page.field("csrf")])
        #expect(twice.location == job)

        let runner = Task { await BulkIssueRunner(site.office, pause: .milliseconds(10)).run() }
        let state = try await finished(job, client)
        runner.cancel()
        await runner.value
        #expect(state.contains("\"issued\":3"))
        #expect(state.contains("\"withheld\":1"))
        let done = try await client.get(job)
        #expect(done.text.contains("3 sijil dikeluarkan"))
        #expect(done.text.contains("PEGAWAI NOMBOR 4 BIN CONTOH"))
        #expect(done.text.contains("Yuran: Resit ditolak"))

        let archive = try await client.get(Route.archive(course: site.course.id.text).path)
        #expect(archive.header("Content-Type") == "application/zip")
        #expect(archive.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
        #expect(archive.bytes.firstRange(of: Array("manifest.csv".utf8)) != nil)
        await site.close()
    }

    @Test(arguments: ["/pentadbir", "/pentadbir/kursus/x", "/pentadbir/kursus/x/sijil.zip", "/pentadbir/kerja/x"])
    func `is not open to officers`(path: String) async throws {
        let site = try await TestSite()
        try await site.addOfficer(1)
        #expect(try await site.signedIn("p1@customs.gov.my").get(path).status == 403)
        await site.close()
    }

    @Test func `is looked at, but not made, by an auditor`() async throws {
        let site = try await TestSite()
        try await site.addOfficer(1)
        try await site.addAccount("juruaudit@customs.gov.my", [.auditor])
        let client = try await site.signedIn("juruaudit@customs.gov.my")
        let page = try await client.get(Route.course(site.course.id.text).path)
        #expect(page.status == 200)
        #expect(!page.text.contains("/jana"))
        let forced = try await client.post(
            Route.issueAll(course: site.course.id.text).path, ["csrf": try page.field("csrf")])
        #expect(forced.status == 403)
        await site.close()
    }

    @Test func `pages through the participants by key`() async throws {
        let site = try await TestSite()
        for number in 1...26 { try await site.addParticipant(number) }
        try await site.addAccount("penyelaras@customs.gov.my", [.coordinator])
        let client = try await site.signedIn("penyelaras@customs.gov.my")
        let first = try await client.get(Route.course(site.course.id.text).path)
        #expect(first.text.matches(of: /scope="row"/).count == 25)
        let next = try first.text.firstMatch(of: /href="([^"]+)" rel="next"/).orThrow.1
        let second = try await client.get(String(next))
        #expect(second.text.matches(of: /scope="row"/).count == 1)
        #expect(!second.text.contains("rel=\"next\""))
        await site.close()
    }

    /// The job's JSON once it is finished.
    private func finished(_ job: String, _ client: WebClient) async throws -> String {
        for _ in 0..<200 {
            let state = try await client.get(job, ["Accept": "application/json"])
            if state.text.contains("\"state\":\"finished\"") { return state.text }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw Missing(what: "the end of the issue")
    }
}
