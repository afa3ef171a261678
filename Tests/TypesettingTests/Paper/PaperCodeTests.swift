import Attestation
import Testing

@testable import Typesetting

@Suite struct `The QR code of a paper` {
    private static let link = VerificationLink(host: "contoh.my", code: PublicCode(random: [UInt8](1...10)))
    private static let block = """
        - {text: Teks, style: body}
        - {code: 21, alternative: {ms: Kod QR surat, en: QR code of the letter}, gap: 5}
        """

    @Test func `leads to the check without a fragment, begins at the margin, and has its quiet zone`() throws {
        let page = try #require(try SmallPaper.pages(Self.block, link: Self.link).first)
        let symbol = try #require(
            page.items.compactMap { if case .symbol(let symbol) = $0 { symbol } else { nil } }.first)
        #expect(symbol.link == "HTTPS://CONTOH.MY/V/\(Self.link.code.text)")
        #expect(symbol.alternative == "Kod QR surat")
        // 21 modules on 21 mm, and four on each side.
        #expect(abs(symbol.module - Millimetres.points(1)) < 0.001)
        #expect(abs(symbol.box.width - Millimetres.points(29)) < 0.001)
        #expect(abs(symbol.box.x - Millimetres.points(10 - 4)) < 0.001)
        #expect(symbol.box.y > Millimetres.points(40 + 5))
    }

    @Test func `is left out of a paper that has no code`() throws {
        let page = try #require(try SmallPaper.pages(Self.block).first)
        #expect(!page.items.contains { if case .symbol = $0 { true } else { false } })
    }

    @Test func `is not made smaller than phones can read`() {
        #expect(throws: TemplateError.self) { try SmallPaper.template("- {code: 12, alternative: x}") }
        #expect(throws: TemplateError.self) { try SmallPaper.template("- {code: 30}") }
    }
}
