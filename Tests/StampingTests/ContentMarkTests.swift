import Testing

@testable import Stamping

@Suite struct `The marks of a page's content` {
    private func marks(_ text: String) throws -> [ContentMark] { try ContentMark.all(in: Array(text.utf8)) }

    private func lines(_ text: String) throws -> [String]? {
        try marks(text).first?.lines?.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `are cut out with what stands between them`() throws {
        let found = try marks(
            "1 0 0 -1 0 5 cm q /NonStruct <</MCID 0>> BDC 0 0 1 1 re f EMC /P <</MCID 1>> BDC BT ET EMC Q")
        #expect(found.map(\.tag) == ["NonStruct", "P"])
        #expect(String(decoding: found[0].content, as: UTF8.self) == " 0 0 1 1 re f ")
    }

    @Test func `of a string are no marks`() throws {
        #expect(try marks("/P BMC BT (EMC \\( BDC) Tj ET EMC").count == 1)
    }

    @Test(arguments: ["0 0 1 1 re f", "EMC", "/P BMC BT", "/P BMC (x Tj EMC"])
    func `are refused when the content is not as Cairo writes it`(text: String) {
        #expect(throws: StampingProblem.self) { try marks(text) }
    }

    @Test func `give a paragraph's lines without size and place`() throws {
        let text = "/P BMC 0 0 1 rg BT 9 0 0 -9 1 2 Tm /f-0-0 1 Tf [(A)-12(B)]TJ 9 0 0 -9 1 12 Tm (C) Tj ET EMC"
        #expect(try lines(text) == ["/f-0-0 1 Tf\n[(A)-12(B)]TJ\n", "/f-0-0 1 Tf\n(C) Tj\n"])
    }

    @Test func `give the next line where it is told from the one before, and keep what a stretch stands for`() throws {
        let text =
            "/P BMC BT 9 0 0 -9 1 2 Tm /Span <</ActualText <FEFF>>> BDC /f-1-1 1 Tf <01>Tj EMC 0 -1 Td (C) Tj ET EMC"
        #expect(
            try lines(text) == [
                "/Span <</ActualText <FEFF>>> BDC\n/f-1-1 1 Tf\n<01>Tj\nEMC\n", "/f-1-1 1 Tf\n(C) Tj\n",
            ])
    }

    @Test func `give no lines where more than letters is shown`() throws {
        #expect(try lines("/P BMC q 1 0 0 1 0 0 cm /x5 Do Q EMC") == nil)
    }
}

@Suite struct `Numbers of content` {
    @Test(arguments: [
        (0, "0"), (1, "1"), (-1, "-1"), (0.5, "0.5"), (-0.00004, "0"), (12.34567, "12.3457"), (841.889764, "841.8898"),
        (0.0008, "0.0008"), (99.99999, "100"), (-7.25, "-7.25"),
    ])
    func `have four digits behind the point at most`(value: Double, text: String) {
        var bytes: [UInt8] = []
        NumberText.append(value, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }

    @Test(arguments: [(0, "0"), (7, "7"), (-12, "-12"), (1000, "1000")])
    func `are whole where they are`(value: Int, text: String) {
        var bytes: [UInt8] = []
        NumberText.append(value, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }
}
