import Academy
import Attestation
import Desk
import Eligibility
import Testing

@testable import Web

@Suite struct `Texts` {
    private let wording: Wording

    init() throws { wording = try Wording(folder: Checkout.strings) }

    @Test func `have the same keys in both languages`() {
        #expect(wording.malay.keys.subtracting(wording.english.keys).sorted() == [])
        #expect(wording.english.keys.subtracting(wording.malay.keys).sorted() == [])
    }

    @Test func `have the same values to fill in`() {
        for key in wording.malay.keys {
            let places = [wording.malay(key), wording.english(key)].map { text in
                Set(text.matches(of: /\{[a-z]+\}/).map { String($0.0) })
            }
            #expect(places[0] == places[1], "\(key)")
        }
    }

    @Test func `are there for every key that is used, and every key is used`() throws {
        let used = try Self.usedKeys()
        // The script of the check is given all of these.
        let families = try Self.usedFamilies().union(["proof."])
        #expect(used.subtracting(wording.malay.keys).sorted() == [])
        let unused = wording.malay.keys.subtracting(used).filter { key in !families.contains { key.hasPrefix($0) } }
        #expect(unused.sorted() == [])
    }

    @Test func `are there for every code`() {
        var keys = Obstacle.allCases.flatMap { ["obstacle.\($0.rawValue)", "obstacleShort.\($0.rawValue)"] }
        keys += Actor.allCases.map { "actor.\($0.rawValue)" }
        keys += CertificateStatus.allCases.map { "status.\($0.rawValue)" }
        keys += CertificateStatus.allCases.filter { $0 != .valid }.map { "own.foot.\($0.rawValue)" }
        keys += CheckPage.verdicts.flatMap { ["verdict.\($0.rawValue).word", "verdict.\($0.rawValue).sentence"] }
        keys += ProblemPage.Kind.allCases.flatMap { ["problem.\($0.rawValue).heading", "problem.\($0.rawValue).text"] }
        keys += JobPage.State.allCases.map { "job.heading.\($0.rawValue)" }
        keys += AttendanceMark.allCases.map { "mark.\($0.rawValue)" }
        keys += CourseOutcome.allCases.map { "outcome.\($0.rawValue)" }
        keys += AttendanceState.allCases.filter { $0 != .confirmed }.map { "attendance.state.\($0.rawValue)" }
        keys += ReopeningPage.Problem.allCases.map { "reopen.problem.\($0.rawValue)" }
        keys += [
            (Condition.attendance, ["confirmed"]), (.evaluation, ["sent", "exempt"]),
            (.fee, ["verified", "exempt", "not_applicable"]),
        ].flatMap { condition, states in
            states.flatMap { ["condition.\(condition.rawValue).\($0)", "short.\($0)"] }
        }
        keys += Role.allCases.map { "role.\($0.rawValue)" } + Role.given.map { "roleHint.\($0.rawValue)" }
        keys += UserDeedName.allCases.flatMap { ["userDone.\($0.key)", "userDeed.\($0.key).heading"] }
        keys += CertificateDeedName.allCases.map { "certDeed.\($0.key).button" }
        keys += ["superseded", "revoked", "suspended", "restored"].map { "auditAction.certificate.\($0)" }
        keys += LetterSummary.kinds.map { "letterKind.\($0)" }
        keys += (LetterSummary.kinds + ReadNotices.withoutLetter).map { "noticeText.\($0)" }
        keys += ReadNotices.withoutLetter.map { "noticeKind.\($0)" }
        keys += PaperStanding.allCases.flatMap { ["checkPaper.\($0.key).word", "checkPaper.\($0.key).sentence"] }
        keys += AuditPage.kinds.map { "auditKind.\($0)" }
        keys += ApplicationEvent.allCases.map { "auditAction.application.\($0.rawValue)" }
        keys += StaffField.allCases.map { "profileField.\($0.rawValue)" }
        keys += PersonalDetails.Field.allCases.map { "profileField.\($0.rawValue)" }
        #expect(Set(keys).subtracting(wording.malay.keys).sorted() == [])
    }

    @Test func `count one in the singular and everything else in the plural`() {
        let today = Day(daysSinceEpoch: 20_000)
        func left(_ days: Int, _ words: Phrases) -> String { words.left(until: today.adding(days: days), today: today) }
        #expect([-1, -2, 3].map { left($0, wording.english) } == ["1 day late", "2 days late", "3 days left"])
        #expect([-1, -2, 3].map { left($0, wording.malay) } == ["lewat 1 hari", "lewat 2 hari", "3 hari lagi"])
        #expect(wording.english.sentence("noticeText.digest.daily", ["count": "1"]) == "1 thing waits for you.")
        #expect(wording.english.sentence("noticeText.digest.daily", ["count": "11"]) == "11 things wait for you.")
        #expect(wording.english("board.seats", ["held": "1", "quota": "1"]) == "1 of 1 seat taken")
        let fixed = /\{(?:n|m|count|all|quota|total)\} (?:[a-z-]+ )?(?!does)(?:[a-z-]{2,}s|people)\b/
        let plural = wording.english.keys.filter { wording.english($0).contains(fixed) }
        #expect(plural.sorted() == [], "a number is followed by {n|one|many}")
    }

    @Test(arguments: [
        ("{n} hari", "3", "3 hari"), ("ada {n|day|days}.", "1", "ada day."), ("ada {n|day|days}.", "3", "ada days."),
        ("{n}{n}", "–", "––"), ("{x} {n}", "a", "{x} a"), ("{n|a} {} {n|a|b|c}", "1", "{n|a} {} {n|a|b|c}"),
        ("tiada", "1", "tiada"), ("{n", "1", "{n"), ("n}{n} – é", "é", "n}é – é"),
    ])
    func `show a value where its name stands, and leave every other brace`(text: String, value: String, shown: String) {
        #expect(Phrase(text).text == text)
        #expect(Phrase(text).filled { $0 == "n" ? value : nil } == shown)
    }

    @Test func `name the file and the place when they cannot be read`() {
        #expect(throws: PhrasesError.self) { try Phrases(language: .malay, files: [("x.yaml", "a: [1]")]) }
        #expect(throws: PhrasesError.self) { try Phrases(language: .malay, files: [("x.yaml", "")]) }
        #expect(throws: PhrasesError.self) { try Phrases(language: .malay, files: [("x.yaml", "a: 1\na: 2")]) }
        do throws(PhrasesError) {
            _ = try Phrases(language: .malay, files: [("x.yaml", "a:\n  b: [1]")])
        } catch {
            #expect("\(error)" == "x.yaml: “a.b” is neither a text nor a group of texts")
        }
    }

    /// Keys that stand whole in a template or in the sources.
    private static func usedKeys() throws -> Set<String> {
        var keys: Set<String> = []
        for file in try Checkout.files(below: Checkout.templates, ending: ".mustache") {
            keys.formUnion(try Checkout.text(file).matches(of: /\{\{[#^]?w\.([A-Za-z_.]+)\}\}/).map { String($0.1) })
        }
        for file in try Checkout.files(below: "\(Checkout.root)/Sources/Web", ending: ".swift") {
            keys.formUnion(
                try Checkout.text(file).matches(of: /"([a-z][A-Za-z]+(?:\.[a-z][A-Za-z_]+)+)"/).map { String($0.1) })
        }
        return keys.filter { key in families.contains { key.hasPrefix("\($0).") } }
    }

    /// Beginnings of keys that are put together from a code: `obstacle.`.
    private static func usedFamilies() throws -> Set<String> {
        var found: Set<String> = []
        for file in try Checkout.files(below: "\(Checkout.root)/Sources/Web", ending: ".swift") {
            found.formUnion(
                try Checkout.text(file).matches(of: /"([a-z][A-Za-z]+\.(?:[a-z][A-Za-z]+\.)*)\\\(/).map { String($0.1) }
            )
        }
        return found
    }

    /// The first part of every key.
    private static let families: Set<String> = [
        "site", "nav", "duration", "landing", "signIn", "check", "verdict", "condition", "short", "actor", "obstacle",
        "obstacleShort", "status", "own", "courses", "course", "courseStatus", "courseNav",
        "courseForm", "courseFault", "walkIn", "courseSeries", "courseMove", "courseCancel", "job", "problem",
        "register",
        "forgot", "mailSent",
        "password", "fieldProblem", "formProblem", "dashboard",
        "attendance", "mark", "outcome", "confirm", "reopen", "sheet",
        "formFault", "fees", "receipt", "finance", "refunds", "refund", "exemption", "evaluation", "statistics",
        "catalogue", "offer", "apply", "track", "support", "board", "publicStatus", "state", "rejection", "refusal",
        "mode", "done", "paper",
        "profile", "profileField", "profileHint", "profileFault", "correction", "corrections",
        "training", "journey", "work", "due", "waiting", "seatOffer",
        "users", "role", "roleHint", "usersFault", "userDone", "userDeed", "userRefusal", "letters", "letterKind",
        "letterRefusal", "signatory", "audit", "auditKind", "auditAction", "notices", "noticeKind", "noticeText",
        "absence", "replacement", "nomination", "release", "step", "awaited",
        "merge", "mergeObstacle", "conflicts",
        "checkPaper", "proof", "seat", "logistics", "exports", "certs", "certDeed", "certField", "certFault",
        "certRefusal",
    ]
}
