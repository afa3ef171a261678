import Academy
import Attestation
import NIOCore
import Testing

@testable import Web

@Suite struct `Compiled pages` {
    @Test(arguments: CheckPage.verdicts.filter { $0 != .unknown }, Language.allCases)
    func `are the template's pages, to the byte`(verdict: CheckVerdict, language: Language) throws {
        let stationery = try Stationery.checkout.get()
        let press = CheckPress(stationery: stationery, isDemonstration: true)
        var page = Sample.check(verdict)
        for round in 0..<4 {
            // Not the page that was compiled: other texts, also such as need escaping, and other shapes.
            page.face?.holder = "<b>N’OR \"\(round)\" & 'LIM' 陳</b>"
            page.face?.serial = "AKMAL/2026/00000\(round)"
            if round == 2 { page.face?.courseEnglish = "" }
            if round == 3 { page.reason = "" }
            let frame = Frame(
                language: language, location: Route.check(code: page.code).path, section: .check, isDemonstration: true)
            #expect(String(buffer: try press.html(page, in: language)) == (try stationery.html(page, in: frame)))
        }
    }

    @Test func `put values where their marks were, escaped`() {
        let page = CompiledPage(
            html: "<a href=\"\(CompiledPage.mark(1))\">\(CompiledPage.mark(0))</a>\(CompiledPage.mark(1))")
        let values = ["<&>", "'\""]
        #expect(
            String(buffer: page.filled { values[$0] }) == "<a href=\"&#39;&quot;\">&lt;&amp;&gt;</a>&#39;&quot;")
        #expect(String(buffer: CompiledPage(html: "plain").filled { _ in "" }) == "plain")
    }
}
