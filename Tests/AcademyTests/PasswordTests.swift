import Academy
import Testing

@Suite struct PasswordTests {
    @Test(arguments: [
        ("Abcdefgh1!", [Password.Rule.length]), ("Abcdefghij1", [.length, .symbol]), ("abcdefghij1!", [.upperCase]),
        ("ABCDEFGHIJ1!", [.lowerCase]),
        ("Abcdefghijk!", [.digit]), ("Abcdefghijk1", [.symbol]), ("Abcdefghij 1", [.symbol]),
        ("", Password.Rule.allCases),
    ])
    func `every broken rule is named`(candidate: String, broken: [Password.Rule]) {
        let rejected = #expect(throws: Password.Rejected.self) { try Password(candidate: candidate) }
        #expect(rejected?.broken == broken)
    }

    @Test(arguments: ["Abcdefghij1!", "Kastam@2026Kuat", "Ab1!👍👍👍👍👍👍👍👍", "Ñandú 1 segala!"])
    func `twelve letters of every class are enough`(candidate: String) throws {
        #expect(try Password(candidate: candidate).text == candidate)
    }

    @Test func `letters are counted as people count them, and none is cut off`() throws {
        let combined = "Ae\u{301}\u{302}bcdefghi1!"
        #expect(combined.count == 12)
        #expect(try Password(candidate: combined).text == combined)
        let long = "Ab1!" + String(repeating: "x", count: 124)
        #expect(try Password(candidate: long).text.count == 128)
        #expect(throws: Password.Rejected.self) { try Password(candidate: long + "x") }
    }
}
