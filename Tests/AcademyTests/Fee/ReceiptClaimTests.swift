import Academy
import Testing

@Suite struct ReceiptNumberTests {
    @Test(arguments: [
        ("  ip-2026/000 123 ", "IP2026000123"), ("IP2026000123", "IP2026000123"), ("#ip.2026_000123", "IP2026000123"),
        ("ＩＰ２０２６", "IP2026"), ("1234", "1234"),
    ])
    func `ways of typing one number are one number`(typed: String, normalised: String) throws {
        #expect(try ReceiptNumber(parsing: typed).normalised == normalised)
    }

    @Test func `numbers are equal by what was meant, and show what was typed`() throws {
        let one = try ReceiptNumber(parsing: "ip-2026 001")
        #expect(try one == ReceiptNumber(parsing: "IP2026001"))
        #expect(try Set([one, ReceiptNumber(parsing: "IP2026001")]).count == 1)
        #expect(one.display == "ip-2026 001")
    }

    @Test(arguments: [
        ("", ReceiptNumber.Problem.empty), ("---", .empty), ("123", .wrongLength(3)), ("RESIT", .noDigit),
        ("RM150+1", .unexpectedCharacter("+")), (String(repeating: "1", count: 41), .wrongLength(41)),
    ])
    func `what is no number is refused`(typed: String, problem: ReceiptNumber.Problem) {
        #expect(throws: problem) { try ReceiptNumber(parsing: typed) }
    }
}

@Suite struct ReceiptClaimTests {
    private static func claim(_ number: String, _ date: String, _ amount: String) throws -> ReceiptClaim {
        try ReceiptClaim(
            number: number, date: date, amount: amount, opened: #require(Day(iso: "2026-02-01")),
            today: #require(Day(iso: "2026-03-09")))
    }

    @Test(arguments: ["2026-02-01", "2026-03-09"])
    func `the day of opening and today are payment dates`(date: String) throws {
        let claim = try Self.claim("IP 0001", date, "RM150.00")
        #expect(claim.paid.iso == date)
        #expect(claim.amount == Sen(15_000))
    }

    @Test func `every wrong field is told at once`() throws {
        let rejected = #expect(throws: ReceiptClaim.Rejected.self) { try Self.claim("", "2026-02-30", "0.00") }
        #expect(rejected?.problems == [.number: .number(.empty), .date: .notADay, .amount: .notAnAmount])
    }

    @Test func `a payment is neither tomorrow's nor older than the course`() throws {
        let tomorrow = #expect(throws: ReceiptClaim.Rejected.self) { try Self.claim("IP0001", "2026-03-10", "1") }
        #expect(try tomorrow?.problems == [.date: .inTheFuture(today: #require(Day(iso: "2026-03-09")))])
        let early = #expect(throws: ReceiptClaim.Rejected.self) { try Self.claim("IP0001", "2026-01-31", "1") }
        #expect(try early?.problems == [.date: .beforeTheCourseOpened(#require(Day(iso: "2026-02-01")))])
    }

    @Test func `edge 20: one sen is a difference, unless the tolerance allows it`() throws {
        let claim = try Self.claim("IP0001", "2026-03-01", "149.99")
        #expect(claim.differs(from: Sen(15_000)))
        #expect(claim.differs(from: Sen(14_998)))
        #expect(!claim.differs(from: Sen(14_999)))
        #expect(!claim.differs(from: Sen(15_000), tolerance: Sen(1)))
        #expect(claim.differs(from: Sen(15_001), tolerance: Sen(1)))
    }
}
