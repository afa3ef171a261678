import Testing

@testable import Web

@Suite struct `Percent-encoding` {
    @Test(arguments: ["", "abc-._~09", "a b&c=d", "NUR ’AISYAH 陳", "%41", "../x?y#z"])
    func `brings every text back`(text: String) {
        #expect(PercentCoding.decode(PercentCoding.encode(text)) == text)
    }

    @Test func `leaves only unreserved characters as they are`() {
        #expect(PercentCoding.encode("a/b c~é") == "a%2Fb%20c~%C3%A9")
        #expect(PercentCoding.decode("a+b", plusIsSpace: true) == "a b")
        #expect(PercentCoding.decode("a+b") == "a+b")
    }

    @Test(arguments: ["%", "%4", "%4G", "%FF", "%C3", "a%00b"])
    func `refuses what is broken`(text: String) {
        #expect(PercentCoding.decode(text) == nil)
    }
}
