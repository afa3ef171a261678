import Academy
import Testing

@Suite struct VehiclePlateTests {
    @Test(arguments: [
        ("abc 1234", "ABC1234", "ABC 1234"), ("WA1234B", "WA1234B", "WA 1234 B"), ("jrr 8", "JRR8", "JRR 8"),
        ("SD-1", "SD1", "SD 1"), ("QAA 4567 C", "QAA4567C", "QAA 4567 C"), ("w\u{A0}1234.a", "W1234A", "W 1234 A"),
        ("ZA 4567", "ZA4567", "ZA 4567"), ("HAB4567", "HAB4567", "HAB 4567"), ("ＷＡ １", "WA1", "WA 1"),
        ("KV 4567 B", "KV4567B", "KV 4567 B"), ("a 2341 a", "A2341A", "A 2341 A"),
    ])
    func `a usual plate is folded and shown in its groups`(typed: String, normalised: String, display: String) throws {
        let plate = try VehiclePlate(parsing: typed)
        #expect(plate.normalised == normalised)
        #expect(plate.display == display)
        #expect(!plate.looksUnusual)
    }

    @Test(arguments: [
        ("putrajaya 1", "PUTRAJAYA1", "PUTRAJAYA 1"), ("1m4u 88", "1M4U88", "1M4U 88"),
        ("12-34-DC", "1234DC", "12-34-DC"), ("IOI 12", "IOI12", "IOI 12"), ("ABC 0123", "ABC0123", "ABC 0123"),
        ("ABC12345", "ABC12345", "ABC12345"),
    ])
    func `an unusual plate is accepted and asks to look again`(typed: String, normalised: String, display: String)
        throws
    {
        let plate = try VehiclePlate(parsing: typed)
        #expect(plate.normalised == normalised)
        #expect(plate.display == display)
        #expect(plate.looksUnusual)
    }

    @Test(arguments: [
        ("", VehiclePlate.Problem.empty), (" - ", .empty), ("ABCDEF", .noDigit), ("1", .wrongLength(1)),
        ("PUTRAJAYA12345", .wrongLength(14)), ("AB_12", .unexpectedCharacter("_")),
        ("ÄB 12", .unexpectedCharacter("Ä")),
    ])
    func `what cannot be a plate is refused`(typed: String, problem: VehiclePlate.Problem) {
        #expect(throws: problem) { try VehiclePlate(parsing: typed) }
    }

    @Test func `two ways of writing one plate are one plate`() throws {
        #expect(try VehiclePlate(parsing: "WA 1234 B") == VehiclePlate(parsing: "wa-1234b"))
    }
}

@Suite struct LogisticsTests {
    @Test func `a ticked box wins over a typed plate`() throws {
        let logistics = try Logistics(plate: "???", hasNoVehicle: true, diet: "  tanpa   daging ", needsLodging: true)
        #expect(logistics == Logistics(vehicle: .none, diet: "tanpa daging", needsLodging: true))
    }

    @Test func `both wrong fields are told at once`() {
        let rejected = #expect(throws: Logistics.Rejected.self) {
            try Logistics(plate: "", hasNoVehicle: false, diet: String(repeating: "x", count: 201), needsLodging: false)
        }
        #expect(rejected?.problems == [.plate: .plate(.empty), .diet: .dietTooLong(201)])
    }
}

@Suite struct PhoneNumberTests {
    @Test(arguments: [
        ("012-345 6789", "+60123456789", ""), ("(03) 8882 2100", "+60388822100", ""),
        ("011-1234 5678", "+601112345678", ""),
        ("+60 12 345 6789", "+60123456789", ""), ("60123456789", "+60123456789", ""),
        ("082-421 234", "+6082421234", ""),
        ("0060388822100", "+60388822100", ""), ("+65 6123 4567", "+6561234567", ""),
        ("03-8882 2100 ext 123", "+60388822100", "123"), ("03-88822100 x12", "+60388822100", "12"),
        ("03-88822100 samb. 9", "+60388822100", "9"), ("03-88822100 #44", "+60388822100", "44"),
    ])
    func `numbers are kept as they can be called`(typed: String, e164: String, dialOn: String) throws {
        let number = try PhoneNumber(parsing: typed)
        #expect(number.e164 == e164)
        #expect(number.dialOn == dialOn)
    }

    @Test(arguments: [
        ("", PhoneNumber.Problem.empty), ("12345678", .noAreaCode), ("012-345", .wrongLength(6)),
        ("012-345678901", .wrongLength(12)), ("03-8882 2100 ext", .badExtension), ("o12", .unexpectedCharacter("o")),
        ("+1234567", .wrongLength(7)), ("012+3456789", .unexpectedCharacter("+")),
        ("03 88822100 dan", .unexpectedCharacter("d")),
    ])
    func `what cannot be called is refused`(typed: String, problem: PhoneNumber.Problem) {
        #expect(throws: problem) { try PhoneNumber(parsing: typed) }
    }
}

@Suite struct ReasonTextTests {
    @Test(arguments: [
        ("", ReasonText.Problem.empty), ("          ", .empty), ("sakit", .tooShort(5)), ("a         b", .tooShort(3)),
        (String(repeating: "x", count: 501), .tooLong(501)), (String(repeating: "👨‍👩‍👧‍👦", count: 9), .tooShort(9)),
    ])
    func `what says nothing or too much is refused`(typed: String, problem: ReasonText.Problem) {
        #expect(throws: problem) { try ReasonText(parsing: typed) }
    }

    @Test func `ten and five hundred letters are reasons`() throws {
        #expect(try ReasonText(parsing: "  cuti sakit\n").text == "cuti sakit")
        #expect(try ReasonText(parsing: String(repeating: "é", count: 500)).text.count == 500)
    }
}

@Suite struct SupervisorDetailsTests {
    private static let domains = ["customs.gov.my"]

    private static func applicant() throws -> Officer {
        try Officer(
            id: Officer.ID("o1"), name: PersonName(parsing: "ALI BIN ABU"), myKad: MyKad(parsing: "850101145677"),
            email: DepartmentEmail(parsing: "ali@customs.gov.my", domains: domains), post: "", grade: "WK5",
            station: "", state: .perak)
    }

    private static func details(_ name: String, _ phone: String, _ email: String) throws -> SupervisorDetails {
        try SupervisorDetails(name: name, phone: phone, email: email, domains: domains, applicant: applicant())
    }

    @Test func `three right fields are a supervisor`() throws {
        let details = try Self.details("SITI BINTI OMAR", "03-8882 2100", "Siti@KL.customs.gov.my")
        #expect(details.email.text == "siti@kl.customs.gov.my")
        #expect(details.differs(fromReportingOfficer: DepartmentEmail(stored: "omar@customs.gov.my")))
        #expect(!details.differs(fromReportingOfficer: details.email))
        #expect(!details.differs(fromReportingOfficer: nil))
    }

    @Test func `every wrong field is told at once`() throws {
        let rejected = #expect(throws: SupervisorDetails.Rejected.self) { try Self.details("", "", "") }
        #expect(
            rejected?.problems == [.name: .name(.empty), .phone: .phone(.empty), .email: .email(.notAnAddress)])
    }

    @Test(arguments: ["x@customs.gov.my.evil.tld", "x@evilcustoms.gov.my", "x@gmail.com", "x@gov.my"])
    func `a foreign domain is refused, also one that only looks like the department's`(address: String) {
        #expect(throws: SupervisorDetails.Rejected.self) { try Self.details("SITI", "0388822100", address) }
    }

    @Test func `nobody supervises an own application`() throws {
        let rejected = #expect(throws: SupervisorDetails.Rejected.self) {
            try Self.details("Ali bin  Abu", "0388822100", "ALI@customs.gov.my")
        }
        #expect(rejected?.problems == [.name: .isApplicant, .email: .isApplicant])
    }
}

@Suite struct AbsenceTests {
    private static let ali = Officer.ID("ali")

    private static func absence(
        _ letter: Letter.ID?, _ reason: String, _ replacement: Officer.ID?, without: Bool = false
    ) throws -> Absence {
        try Absence(
            letter: letter, reason: reason, replacement: replacement, applicant: ali, mayGoWithout: without)
    }

    @Test func `letter, reason and replacement make a request`() throws {
        let absence = try Self.absence(Letter.ID("l"), "cuti bersalin isteri", Officer.ID("siti"))
        #expect(absence.replacement == Officer.ID("siti"))
        #expect(try Self.absence(Letter.ID("l"), "cuti bersalin isteri", nil, without: true).replacement == nil)
    }

    @Test func `everything that is missing is told at once`() {
        let rejected = #expect(throws: Absence.Rejected.self) { try Self.absence(nil, " ", nil) }
        #expect(
            rejected?.problems
                == [.letter: .letterMissing, .reason: .reason(.empty), .replacement: .replacementMissing])
        let own = #expect(throws: Absence.Rejected.self) {
            try Self.absence(Letter.ID("l"), "cuti bersalin isteri", Self.ali, without: true)
        }
        #expect(own?.problems == [.replacement: .replacementIsApplicant])
    }
}

@Suite struct ReplacementCandidateTests {
    private static let eligible = ReplacementCandidate(
        officer: Officer.ID("siti"), original: Officer.ID("ali"), isActive: true, meetsCourseRules: true,
        hasLiveApplication: false, hasClosedApplication: false, hasClash: false, isSupervisor: false, chain: [])

    private static func changed(_ change: (inout ReplacementCandidate) -> Void) -> [ReplacementCandidate.Obstacle] {
        var candidate = eligible
        change(&candidate)
        return candidate.obstacles
    }

    @Test func `an active officer who fits and is free is eligible`() {
        #expect(Self.eligible.obstacles.isEmpty)
    }

    @Test func `each obstacle is told by itself`() {
        #expect(Self.changed { $0.officer = $0.original } == [.isOriginal])
        #expect(Self.changed { $0.chain = [Officer.ID("omar"), $0.officer] } == [.wasInChain])
        #expect(Self.changed { $0.isActive = false } == [.inactive])
        #expect(Self.changed { $0.meetsCourseRules = false } == [.notEligible])
        #expect(Self.changed { $0.hasLiveApplication = true } == [.onThisCourse])
        #expect(Self.changed { $0.hasClosedApplication = true } == [.tookPartBefore])
        #expect(Self.changed { $0.hasClash = true } == [.dateClash])
        #expect(Self.changed { $0.isSupervisor = true } == [.isSupervisor])
    }

    @Test func `all obstacles are told together, in one order`() {
        let candidate = ReplacementCandidate(
            officer: Officer.ID("ali"), original: Officer.ID("ali"), isActive: false, meetsCourseRules: false,
            hasLiveApplication: true, hasClosedApplication: true, hasClash: true, isSupervisor: true,
            chain: [Officer.ID("ali")])
        #expect(candidate.obstacles == ReplacementCandidate.Obstacle.allCases)
    }
}
