import Academy
import Testing

@Suite struct PersonNameTests {
    @Test(arguments: [
        "NUR AISYAH BINTI AHMAD", "Raju a/l Muthusamy", "DATO' SA’AD BIN YA'KOB", "ALI @ MAT BIN ABU",
        "McGregor d/o Nathan",
        "முத்துசாமி", "陳美玲", "محمد علي بن احمد",
    ])
    func `a name stays as it was typed`(text: String) throws {
        #expect(try PersonName(parsing: text).text == text)
    }

    @Test func `white space is folded and trimmed`() throws {
        #expect(try PersonName(parsing: "  ALI \t BIN\u{A0}ABU ").text == "ALI BIN ABU")
    }

    @Test(arguments: ["ALI\u{202E}ABU", "ALI\u{0}ABU", "ALI\u{200B}ABU", "A\u{FEFF}B"])
    func `invisible and control characters are refused`(text: String) {
        #expect(throws: PersonName.Problem.self) { try PersonName(parsing: text) }
    }

    @Test func `line ends fold into a space`() throws {
        #expect(try PersonName(parsing: "ALI\nBIN ABU").text == "ALI BIN ABU")
    }

    @Test func `an empty and an endless name are refused`() {
        #expect(throws: PersonName.Problem.empty) { try PersonName(parsing: "  \t ") }
        #expect(throws: PersonName.Problem.tooLong(161)) { try PersonName(parsing: String(repeating: "A", count: 161)) }
    }

    @Test func `a particle stays with the word after it`() throws {
        let name = try PersonName(parsing: "ALI @ MAT BIN ABU A/L RAJU")
        let breaks = name.lineBreaks
        #expect(breaks.map(\.afterWord) == [0, 2, 4])
        #expect(breaks.allSatisfy { $0.isPreferred })
        #expect(name.lines(endingAfter: [2]) == ["ALI @ MAT", "BIN ABU A/L RAJU"])
    }

    @Test func `words that are no particles may be parted, though not gladly`() throws {
        let name = try PersonName(parsing: "Princess Aura Nurr binti Ahmad")
        #expect(name.lineBreaks.map(\.afterWord) == [0, 1, 2])
        #expect(name.lineBreaks.map(\.isPreferred) == [false, false, true])
    }

    @Test func `lines put together give the name back`() throws {
        let name = try PersonName(parsing: "NUR AISYAH BINTI AHMAD BIN ABU")
        for line in name.lineBreaks {
            #expect(name.lines(endingAfter: [line.afterWord]).joined(separator: " ") == name.text)
        }
    }
}

@Suite struct DepartmentEmailTests {
    private let domains = ["customs.gov.my"]

    @Test(arguments: [
        "ali@customs.gov.my", " Ali@Customs.GOV.my ", "ali.abu@johor.customs.gov.my", "o'brien+x@customs.gov.my",
    ])
    func `the department's addresses are accepted in lower case`(text: String) throws {
        let email = try DepartmentEmail(parsing: text, domains: domains)
        #expect(email.text == email.text.lowercased())
        #expect(!email.text.contains(" "))
    }

    @Test(arguments: ["x@customs.gov.my.evil.tld", "x@evilcustoms.gov.my", "x@gov.my", "x@gmail.com"])
    func `other domains are refused by name`(text: String) {
        #expect(throws: DepartmentEmail.Problem.self) { try DepartmentEmail(parsing: text, domains: domains) }
    }

    @Test(arguments: [
        "", "ali", "@customs.gov.my", "ali@", "a b@customs.gov.my", "a@b@customs.gov.my", ".a@customs.gov.my",
        "a..b@customs.gov.my",
    ])
    func `what is no address is refused`(text: String) {
        #expect(throws: DepartmentEmail.Problem.notAnAddress) { try DepartmentEmail(parsing: text, domains: domains) }
    }
}
