import Academy
import Testing

@Suite struct MyKadTests {
    @Test(arguments: [
        "850101145677", "850101-14-5677", "850101 14 5677", "８５０１０１１４５６７７", "850101–14–5677", " 850101-14-5677 ",
    ])
    func `every accepted spelling is the same number`(text: String) throws {
        #expect(try MyKad(parsing: text).digits == "850101145677")
    }

    @Test(arguments: [
        ("85010114567", MyKad.Problem.wrongLength(11)), ("8501011456771", .wrongLength(13)), ("", .wrongLength(0)),
        ("850231145677", .noSuchDate("850231")), ("851301145677", .noSuchDate("851301")),
        ("290229145677", .noSuchDate("290229")), ("850100145677", .noSuchDate("850100")),
        ("850101005677", .unknownPlaceOfBirth("00")), ("850101175677", .unknownPlaceOfBirth("17")),
        ("850101975677", .unknownPlaceOfBirth("97")), ("A1234567", .otherDocument), ("1234567", .otherDocument),
        ("T1234567", .otherDocument), ("850101_14_5677", .unexpectedCharacter("_")),
    ])
    func `a wrong number says what is wrong`(text: String, problem: MyKad.Problem) {
        #expect(throws: problem) { try MyKad(parsing: text) }
    }

    @Test func `eighty-six places of birth are known`() {
        let known = (0...99).filter { code in
            let digits = code < 10 ? "0\(code)" : "\(code)"
            return (try? MyKad(parsing: "850101\(digits)5677")) != nil
        }
        #expect(known.count == 86)
        #expect(Set(0...99).subtracting(known).sorted() == [0, 17, 18, 19, 20, 69, 70, 73, 80, 81, 94, 95, 96, 97])
    }

    @Test func `a leap day of one century is enough`() throws {
        #expect(try MyKad(parsing: "000229145677").digits == "000229145677")
    }

    @Test func `printing hides all but the last four digits`() throws {
        let myKad = try MyKad(parsing: "850101145677")
        #expect(myKad.masked == "******-**-5677")
        #expect(myKad.formatted == "850101-14-5677")
    }

    @Test(arguments: [("850101145677", MyKad.Sex.male), ("850101145678", .female), ("850101145670", .female)])
    func `the last digit tells the sex`(text: String, sex: MyKad.Sex) throws {
        #expect(try MyKad(parsing: text).sex == sex)
    }

    @Test(arguments: [
        ("850101145677", 1985), ("050101145677", 2005), ("090101145677", 2009), ("560101145677", 1956),
        ("550101145677", 1955),
        ("100101145677", 2010), ("990101145677", 1999),
    ])
    func `the century is the one of a working age`(text: String, year: Int) throws {
        let today = try #require(Day(year: 2026, month: 3, day: 1))
        #expect(try MyKad(parsing: text).birthDay(asOf: today)?.year == year)
    }
}
