import Academy
import Desk
import Eligibility
import Testing

@testable import Web

/// A coordinator keeps the list of a course that is over, and everybody else stays out.
@Suite struct `The attendance list` {
    private static let fresh = CompletionFacts(
        outcome: .pending, attendance: .notRecorded, evaluation: .notOpen, fee: .unpaid)

    private func site(participants: Int = 2) async throws -> (TestSite, WebClient) {
        let site = try await TestSite()
        for number in 1...participants { try await site.addParticipant(number, Self.fresh) }
        try await site.addAccount("penyelaras@customs.gov.my", [.coordinator])
        return (site, try await site.signedIn("penyelaras@customs.gov.my"))
    }

    /// The form of a page with every cell set to a mark, in the order of the rows.
    private func form(_ page: WebClient.Answer, _ marks: [String]) throws -> [String: String] {
        var fields = ["csrf": try page.field("csrf"), "versi": try page.field("versi")]
        var names: [String] = []
        for match in page.text.matches(of: /name="(h\.[0-9a-f]+\.[0-9a-f]+)"/) where !names.contains(String(match.1)) {
            names.append(String(match.1))
        }
        for (name, mark) in zip(names, marks) { fields[name] = mark }
        return fields
    }

    @Test func `defect of others 9: is marked, shown before it is confirmed, confirmed once, and then frozen`()
        async throws
    {
        let (site, client) = try await site()
        let path = Route.attendance(course: site.course.id.text).path
        let confirm = Route.attendanceConfirmation(course: site.course.id.text).path
        #expect(try await client.get(Route.course(site.course.id.text).path).text.contains(path))

        let early = try await client.get(confirm)
        #expect(early.text.contains("Senarai belum lengkap") && early.text.contains("PEGAWAI NOMBOR 2 BIN CONTOH"))
        #expect(!early.text.contains("name=\"versi\""))

        let saved = try await client.post(path, try form(try await client.get(path), ["present", "absent"]))
        #expect(saved.status == 303)
        #expect(try await client.get(try saved.location.orThrow).text.contains("2 tanda disimpan."))

        let preview = try await client.get(confirm)
        #expect(preview.text.contains("Kurang 2 jam 24 minit"))
        let act = ["csrf": try preview.field("csrf"), "versi": try preview.field("versi")]
        for _ in 1...2 { #expect(try await client.post(confirm, act).status == 303, "a double press is harmless") }
        let done = try await client.get(confirm)
        #expect(done.text.contains("Tamat: 1 · Tidak hadir: 1"))
        let frozen = try await client.get(path)
        #expect(!frozen.text.contains("name=\"h.") && frozen.text.contains("Kehadiran disahkan"))
        await site.close()
    }

    @Test func `is filled with one press, also past the page that is shown`() async throws {
        let (site, client) = try await site(participants: 26)
        let path = Route.attendance(course: site.course.id.text).path
        let page = try await client.get(path)
        var fields = try form(page, ["absent"] + [String](repeating: "", count: 24))
        fields["semua-hadir"] = try site.course.sessions.first.orThrow.id.text
        let saved = try await client.post(path, fields)
        #expect(try saved.location.orThrow.hasSuffix("disimpan=26"))
        let second = try await client.get(path + "?halaman=2")
        #expect(second.text.contains("value=\"present\" checked"))
        await site.close()
    }

    @Test func `keeps what was typed when somebody else was quicker`() async throws {
        let (site, client) = try await site()
        let path = Route.attendance(course: site.course.id.text).path
        let page = try await client.get(path)
        _ = try await client.post(path, try form(page, ["absent", ""]))
        let answer = try await client.post(path, try form(page, ["present", "late"]))
        #expect(answer.status == 409)
        #expect(answer.text.contains("Senarai ini telah diubah oleh orang lain"))
        #expect(answer.text.contains("Kini: Tidak hadir"))
        #expect(answer.text.matches(of: /value="(present|late)" checked/).count == 2)
        // The form that came back can be sent as it is.
        #expect(try await client.post(path, try form(answer, ["present", "late"])).status == 303)
        await site.close()
    }

    @Test func `is reopened by two people with a reason`() async throws {
        let (site, client) = try await site()
        let course = site.course.id.text
        let path = Route.attendance(course: course).path
        _ = try await client.post(path, try form(try await client.get(path), ["present", "present"]))
        let confirm = Route.attendanceConfirmation(course: course).path
        let preview = try await client.get(confirm)
        _ = try await client.post(
            confirm, ["csrf": try preview.field("csrf"), "versi": try preview.field("versi")])

        let reopen = Route.attendanceReopening(course: course).path
        let page = try await client.get(reopen)
        let box = try String(page.text.firstMatch(of: /name="(p\.[0-9a-f]+)"/).orThrow.1)
        var fields = ["csrf": try page.field("csrf"), box: "1", "sebab": "silap"]
        let wrong = try await client.post(reopen, fields)
        #expect(wrong.status == 422)
        #expect(wrong.text.contains("Sebab mesti sekurang-kurangnya 10 aksara"))
        #expect(wrong.text.contains(">silap</textarea>") && wrong.text.contains("value=\"1\" checked"))
        fields["sebab"] = "Pegawai menunjukkan slip kehadiran"
        #expect(try await client.post(reopen, fields).status == 303)
        let waiting = try await client.get(reopen)
        #expect(waiting.text.contains("Pegawai menunjukkan slip kehadiran") && !waiting.text.contains("keputusan\""))

        try await site.addAccount("pentadbir@customs.gov.my", [.administrator])
        let administrator = try await site.signedIn("pentadbir@customs.gov.my")
        let request = try await administrator.get(reopen)
        let decision = [
            "csrf": try request.field("csrf"), "permintaan": try request.field("permintaan"), "keputusan": "ya",
        ]
        let decided = Route.reopeningDecision(course: course).path
        #expect(try await administrator.post(decided, decision).status == 303)
        #expect(try await administrator.post(decided, decision).status == 404, "decided once")
        #expect(try await client.get(path).text.contains("name=\"h."))
        await site.close()
    }

    @Test func `edge 64: goes to paper and into a table with masked numbers, and nothing in it runs`() async throws {
        let (site, client) = try await site()
        let sheet = try await client.get(Route.attendanceSheet(course: site.course.id.text).path)
        #expect(sheet.text.contains("******-**-0001") && !sheet.text.contains("850101-14-0001"))
        #expect(sheet.text.matches(of: /paper-spare/).count == AttendanceSheetPage.spareRows)
        let table = try await client.get(Route.attendanceTable(course: site.course.id.text).path)
        #expect(table.header("Content-Type") == "text/csv; charset=utf-8")
        #expect(table.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(table.text.contains("1,PEGAWAI NOMBOR 1 BIN CONTOH,******-**-0001,Melaka,\r\n"))
        #expect(CSVFile.text([["=1+1", "@x", "-1"]]).hasSuffix("'=1+1,'@x,'-1\r\n"))
        await site.close()
    }

    @Test(arguments: Role.allCases)
    func `opens to those who may read it, and takes forms from those who keep it`(role: Role) async throws {
        let site = try await TestSite()
        try await site.addParticipant(1, Self.fresh)
        try await site.addAccount("x@customs.gov.my", [role])
        let client = try await site.signedIn("x@customs.gov.my")
        let course = site.course.id.text
        let mayKeep = role == .coordinator || role == .administrator
        let mayRead = mayKeep || role == .auditor
        for route in [
            Route.attendance(course: course), .attendanceConfirmation(course: course), .attendanceSheet(course: course),
            .attendanceTable(course: course),
        ] { #expect(try await client.get(route.path).status == (mayRead ? 200 : 403), "\(route)") }
        let reopening = Route.attendanceReopening(course: course)
        #expect(try await client.get(reopening.path).status == (mayKeep ? 200 : 403))
        let csrf = try await client.get("/").field("csrf")
        for route in [
            Route.attendance(course: course), .attendanceConfirmation(course: course), reopening,
            .reopeningDecision(course: course),
        ] {
            let form = ["csrf": csrf, "versi": "x", "permintaan": "x", "keputusan": "ya", "sebab": "x"]
            let status = try await client.post(route.path, form).status
            #expect(mayKeep == (status != 403), "\(route): \(status)")
            #expect(try await client.post(route.path, ["csrf": "wrong"]).status == 403)
            #expect(try await WebClient(site.website).post(route.path, form).status == 401)
        }
        #expect(
            try await client.get(Route.attendance(course: "nowhere").path).status == (mayRead ? 404 : 403))
        await site.close()
    }
}
