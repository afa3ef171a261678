import Academy
import Attestation
import Desk
import Testing

@testable import Web

/// What strangers can learn of a certificate, and what they cannot.
@Suite struct `The public check and people who mean no good` {
    private func issued() async throws -> (TestSite, Officer, CertificateRecord) {
        let site = try await TestSite()
        let officer = try await site.addOfficer(1)
        let outcome = try await IssueCertificate(site.office)(
            officer: officer.id, course: site.course.id, by: .system(requestID: "test"))
        guard case .issued(let record) = outcome else { throw Missing(what: "certificate") }
        return (site, officer, record)
    }

    @Test func `edge 41: neither the page, the code nor the file holds a MyKad number in full`() async throws {
        let (site, officer, record) = try await issued()
        let forms = [officer.myKad.formatted, officer.myKad.formatted.filter(\.isNumber)]
        let stranger = WebClient(site.website)
        let holder = try await site.signedIn("p1@customs.gov.my")
        let answers = [
            try await stranger.get(Route.check(code: record.code.text).path),
            try await stranger.get(Route.check(code: record.code.text).path, ["Accept": "application/json"]),
            try await holder.get(Route.download(certificate: record.id).path),
        ]
        for answer in answers {
            #expect(answer.status == 200)
            for form in forms { #expect(answer.bytes.firstRange(of: Array(form.utf8)) == nil, "\(form)") }
        }
        let link = VerificationLink(host: "sijil.example.my", code: record.code)
        for form in forms { #expect(!link.qrText.contains(form) && !record.code.text.contains(form)) }
        await site.close()
    }

    @Test func `edge 42: serial numbers, which can be counted up, lead strangers nowhere`() async throws {
        let (site, _, record) = try await issued()
        let stranger = WebClient(site.website)
        for guess in [record.serial.text, "1", record.id] {
            let typed = try await stranger.get(Route.typedCode.path + "?kod=" + PercentCoding.encode(guess))
            let shown = try await stranger.get(Route.check(code: guess).path)
            for answer in [typed, shown] { #expect(!answer.text.contains(record.face.holder), "\(guess)") }
        }
        let unknown = try await stranger.get(Route.check(code: "0000000000000000").path)
        #expect(!unknown.text.contains("SAH</h1>"))
        await site.close()
    }

    @Test func `edge 43: the page shows what to compare with the paper, and at which address it is the academy's`()
        async throws
    {
        let (site, _, record) = try await issued()
        let page = try await WebClient(site.website).get(Route.check(code: record.code.text).path)
        for text in [
            record.face.holder, record.face.courseMalay, record.face.datesMalay, record.serial.text,
            record.code.grouped,
            "sijil.example.my",
        ] {
            #expect(page.text.contains(text), "\(text)")
        }
        let elsewhere = try await WebClient(site.website).get(
            Route.typedCode.path + "?kod=https%3A%2F%2Fsijil.example.my.xyz%2Fv%2F\(record.code.text)")
        #expect(elsewhere.location == Route.check(code: record.code.text).path, "a pasted link is checked here")
        await site.close()
    }
}
