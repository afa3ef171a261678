import Academy
import Desk
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
}
