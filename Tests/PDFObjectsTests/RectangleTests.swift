import Testing

@testable import PDFObjects

@Suite struct `Paths of four corners` {
    private func shortened(_ content: String) -> String {
        String(decoding: RectanglePaths(Array(content.utf8)).shortened(), as: UTF8.self)
    }

    @Test func `are written with one operator, also where Cairo broke the line`() {
        let content = "q\n0 0 0 rg /a0 gs\n0 0 m 7 0 l 7 1 l 0 1 l h\n8 12 m 11 12 l 11\n 13 l 8 13 l h\nf\nQ\n"
        #expect(shortened(content) == "q\n0 0 0 rg /a0 gs\n0 0 7 1 re\n8 12 3 1 re\nf\nQ\n")
    }

    @Test(arguments: [
        "0 0 m 7 0 l 7 1 l 1 1 l h\n", "0 0 m 7 0 l 7 1 l h\n", "0.5 0 m 7 0 l 7 1 l 0.5 1 l h\n",
        "0 0 m 7 0 l 7 1 l 0 1 l\n", "0 0 m 7 0 l 7 1 l 0 1 c h\n", "0 0 m 7 0 l 7 1 l 0 1 l h", "", "\n0 0 m",
        "1234567 0 m 7 0 l 7 1 l 0 1 l h\n",
    ])
    func `are left alone when they are no rectangle of whole numbers`(content: String) {
        #expect(shortened(content) == content)
    }
}
