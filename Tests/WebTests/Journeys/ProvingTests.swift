import Academy
import Attestation
import Desk
import FoundationEssentials
import Testing

@testable import Web

@Suite struct `Proving in the browser` {
    /// A site with one issued certificate of PEGAWAI NOMBOR 1 BIN CONTOH, 850101-14-0001.
    private func issued() async throws -> (TestSite, String) {
        let site = try await TestSite()
        let officer = try await site.addOfficer(1)
        let outcome = try await IssueCertificate(site.office)(
            officer: officer.id, course: site.course.id, by: .system(requestID: "test"))
        guard case .issued(let record) = outcome else { throw Missing(what: "certificate") }
        return (site, record.code.text)
    }

    @Test func `is open to strangers, may use the camera, and stays within the policy of the site`() async throws {
        let site = try await TestSite()
        let answer = try await WebClient(site.website).get("/sahkan")
        #expect(answer.status == 200)
        #expect(answer.header("Permissions-Policy")?.contains("camera=(self)") == true)
        #expect(answer.header("Content-Security-Policy") == SecurityHeaders.policy)
        let check = try await WebClient(site.website).get("/semak")
        #expect(check.header("Permissions-Policy")?.contains("camera=()") == true, "the camera is for this page alone")
        #expect(check.text.contains("href=\"/sahkan\""))
        await site.close()
    }

    @Test func `gives the page's texts to the script as JSON in both languages`() throws {
        for language in [Language.malay, .english] {
            let text = ProofTexts.json(try Stationery.checkout.get().wording[language])
            let read = try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
            #expect(read["proof.verdict.altered.word"]?.isEmpty == false)
            #expect(read["verdict.valid.word"]?.isEmpty == false)
        }
    }

    @Test func `has a text for each step, reason and word that the script can say`() throws {
        let words = try Stationery.checkout.get().wording.malay
        let files = try Checkout.files(below: "\(Checkout.assets)/js", ending: ".js")
        let script = try files.map(Checkout.text).joined()
        for match in script.matches(of: /inquiry\.note\(\s*"([a-z]+)"/) {
            #expect(words.keys.contains("proof.step.\(match.1)"))
        }
        for match in script.matches(of: /"(proof\.[A-Za-z.]+[A-Za-z])"/) {
            #expect(words.keys.contains(String(match.1)), "\(match.1)")
        }
    }

    @Test func `keeps itself for times without a network: a worker that names this release's files`() async throws {
        let site = try await TestSite()
        let client = WebClient(site.website)
        let worker = try await client.get("/sw.js")
        #expect(worker.header("Content-Type") == "text/javascript; charset=utf-8")
        #expect(worker.header("Cache-Control") == "no-cache")
        let shell = try #require(worker.text.firstMatch(of: /SHELL = "([^"]+)"/))
        let paths = shell.1.split(separator: " ").map(String.init)
        #expect(paths.count == 9)
        for name in ["sahkan-ms", "sahkan-en"] { #expect(paths.contains { $0.hasPrefix("/assets/\(name).") }) }
        for path in paths { #expect(try await client.get(path).status == 200, "\(path)") }
        #expect(!worker.text.contains("/*version*/"))
        await site.close()
    }

    @Test func `answers yes or no to a last name and to four digits, and nothing else`() async throws {
        let (site, code) = try await issued()
        let client = WebClient(site.website)
        for (name, digits, wanted) in [
            ("contoh", "0001", "{\"answer\":\"known\",\"digits\":\"yes\",\"name\":\"yes\"}"),
            ("Bin Contoh", "", "{\"answer\":\"known\",\"name\":\"yes\"}"),
            ("toh", "0002", "{\"answer\":\"known\",\"digits\":\"no\",\"name\":\"no\"}"),
        ] {
            let answer = try await client.post("/sahkan/padan", ["kod": code, "nama": name, "digit": digits])
            #expect(answer.text == wanted)
        }
        let strange = try await client.post(
            "/sahkan/padan", ["kod": "0000000000000000", "nama": "contoh", "digit": ""])
        #expect(strange.text == "{\"answer\":\"unknown\"}")
        for form in [
            ["kod": "abc", "nama": "contoh", "digit": ""], ["kod": code, "nama": "", "digit": ""],
            ["kod": code, "nama": "", "digit": "123"], ["kod": code, "nama": "", "digit": "١٢٣٤"],
        ] {
            #expect(try await client.post("/sahkan/padan", form).status == 422)
        }
        await site.close()
    }

    @Test func `does not let the digits be found by trying`() async throws {
        let (site, code) = try await issued()
        let client = WebClient(site.website)
        var statuses: [Int] = []
        for number in 1000..<1010 {
            let form = ["kod": code, "nama": "", "digit": String(number)]
            statuses.append(try await client.post("/sahkan/padan", form).status)
        }
        #expect(statuses == [200, 200, 200, 200, 200, 200, 429, 429, 429, 429])
        await site.close()
    }

    @Test func `gives the paper page what to lay beside the signed claims`() async throws {
        let (site, code) = try await issued()
        let page = try await WebClient(site.website).get("/v/\(code)?bahasa=en")
        #expect(page.text.contains("data-check data-verdict=\"valid\""))
        #expect(page.text.contains("data-holder=\"PEGAWAI NOMBOR 1 BIN CONTOH\" data-course=\"Kursus Ujian\""))
        #expect(
            page.text.contains("data-dates=\"18 Mei 2026\""), "in Malay, as it is signed, whatever the page's language")
        await site.close()
    }
}
