import Academy
import Desk
import Records
import SQL
import Testing

@testable import Web

@Suite struct `The journey from the catalogue to a seat` {
    static func open(_ site: TestSite) async throws -> Course {
        try await site.upcoming(
            "AKMAL-BUKA-9", ("Kursus Terbuka", "Open Course"), days: 60, CourseRules(quota: 1, hasWaitingList: false))
    }

    static func link(_ site: TestSite) async throws -> String {
        try await site.office.database.read { transaction in
            let mail = try Outbox.page(before: nil, limit: 50, in: transaction)
                .first { $0.message.kind == "support.requested" }
            return String(try mail.orThrow.message.values["link"].orThrow.trimmingPrefix(site.office.settings.site))
        }
    }

    @Test func `applies, is supported from a mailed link, approved, and tracked`() async throws {
        let site = try await TestSite()
        let course = try await Self.open(site)
        try await site.addOfficer(1)
        try await site.addOfficer(2)
        try await site.addAccount("pentadbir@customs.gov.my", [.administrator])
        let officer = try await site.signedIn("p1@customs.gov.my")
        #expect(try await officer.get("/katalog?cari=TERBUKA").text.contains("Kursus Terbuka"))
        let offer = try await officer.get(Route.offer(course: course.id.text).path)
        #expect(offer.text.contains("Mohon Kursus"))
        let csrf = try offer.field("csrf")
        let begun = try await officer.post(Route.apply(course: course.id.text).path, ["csrf": csrf])
        let form = try begun.location.orThrow
        let wrong = try await officer.post(
            form, ["csrf": csrf, "name": "AB", "phone": "12", "email": "p1@customs.gov.my"])
        #expect(wrong.status == 422)
        #expect(wrong.text.contains("value=\"12\""), "what was typed is kept")
        let filled = [
            "csrf": csrf, "name": "PENYELIA CONTOH BINTI UMPAMA", "phone": "012-345 6789",
            "email": "penyelia@customs.gov.my", "declaration": "1",
        ]
        let review = try await officer.post(form, filled).location.orThrow
        #expect(try await officer.get(review).text.contains("penyelia@customs.gov.my"))
        let page = try await officer.post(review, ["csrf": csrf]).location.orThrow
        #expect(try await officer.post(review, ["csrf": csrf]).location == page, "a double submit is harmless")
        #expect(try await officer.get(page).text.contains("/000001"))

        let link = try await Self.link(site)
        let telephone = WebClient(site.website)
        let asked = try await telephone.get(link)
        #expect(asked.text.contains("Tidak Sokong"))
        let token = try asked.field("csrf")
        #expect(try await telephone.post(link, ["csrf": "x", "keputusan": "sokong"]).status == 403)
        #expect(try await telephone.post(link, ["csrf": token, "keputusan": "tidak"]).status == 422)
        let again = try await telephone.get(link).field("csrf")
        #expect(try await telephone.post(link, ["csrf": again, "keputusan": "sokong"]).status == 303)
        #expect(try await telephone.get(link).text.contains("Anda telah menyokong"))
        #expect(try await telephone.get("/sokongan/unknown").status == 404)

        let staff = try await site.signedIn("pentadbir@customs.gov.my")
        let board = Route.board(course: course.id.text).path
        let id = try page.split(separator: "/").last.orThrow
        let secret = try await staff.get(board).field("csrf")
        #expect(try await staff.post(board, ["csrf": secret, "tindakan": "lulus"]).status == 422)
        let decided = try await staff.post(board, ["csrf": secret, "tindakan": "lulus", "pilih-\(id)": "1"])
        #expect(decided.text.contains("1 daripada 1 tempat diisi"))
        #expect(try await officer.get(page).text.contains("Diluluskan"))

        let other = try await site.signedIn("p2@customs.gov.my")
        #expect(try await other.get(page).status == 404)
        #expect(try await other.get(board).status == 404)
        #expect(try await other.get(form).status == 404)
        #expect(try await WebClient(site.website).get(page).status == 303, "strangers are sent to sign in")
        await site.close()
    }
}
