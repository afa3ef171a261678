import Academy
import Attestation
import Desk
import Digests
import Drawing
import Eligibility
import FoundationEssentials
import Logging
import PlanWatch
import Records
import SQL
import SQLiteDriver
import Sealing
import Testing
import Vault

@testable import Web

/// A whole site on a database and a vault of its own, with three made-up officers on one course.
struct TestSite {
    let website: Website
    let office: Office
    let course: Course
    private let folder: String
    private let watch = PlanWatch()

    static let password = "Kata-Laluan-Ujian-2026"
    private static let press = Result {
        try Press(
            templates: "\(Checkout.root)/Templates", assets: Checkout.assets, fonts: "\(Checkout.root)/Fonts")
    }

    init(_ settings: WebSettings = WebSettings()) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "akmal-web-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let watch = watch
        var options = SQLiteOptions()
        options.observer = { watch.note($0) }
        let database = try SQLiteDatabase(at: "\(folder)/test.sqlite", options)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        _ = try await Migrator(Schema.migrations).migrate(database, at: Surroundings.live.now().iso)
        office = Office(
            database: database, vault: try DocumentVault(at: "\(folder)/documents"), press: try Self.press.get(),
            keys: KeyCabinet(try TestKeys.ring.get()), settings: OfficeSettings(host: "sijil.example.my"),
            logger: logger)
        website = try Website(
            office: office, settings: settings,
            files: try await SiteFiles(
                templates: "\(Checkout.root)/Templates", assets: Checkout.assets, fonts: Checkout.fonts),
            logger: logger)
        course = try await Self.addCourse(to: office)
    }

    func close() async {
        for offence in (try? await watch.offences(in: office.database)) ?? [] { Issue.record("\(offence)") }
        await office.database.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// A fault to come.
    func closeDatabase() async { await office.database.close() }

    private static func addCourse(to office: Office) async throws -> Course {
        let course = Course(
            id: try office.surroundings.newID(), code: try CourseCode(parsing: "AKMAL-UJI-001").orThrow,
            titleMalay: "Kursus Ujian", titleEnglish: "Test Course", studyCentre: "Pusat Pengajian",
            venue: "AKMAL, Melaka", fee: Sen(3000),
            sessions: [
                Session(
                    id: try office.surroundings.newID(), day: try Day(iso: "2026-05-18").orThrow,
                    start: try TimeOfDay(iso: "09:00").orThrow, end: try TimeOfDay(iso: "12:00").orThrow, minutes: 180)
            ])
        let signatory = SignatoryRecord(
            id: try office.surroundings.newID(), name: "NAMA CONTOH", postMalay: "Pengarah", postEnglish: "Director",
            image: "")
        try await office.database.write { transaction in
            try Courses.insert(course, in: transaction)
            try Signatories.insert(signatory, in: transaction)
            try Signatories.assign([signatory.id], to: course.id, in: transaction)
        }
        return course
    }
}

extension TestSite {
    /// Where an officer asks for the own certificate.
    var issuePath: String { Route.issueOwn(course: course.id.text).path }

    static let earned = CompletionFacts(outcome: .completed, attendance: .confirmed, evaluation: .sent, fee: .verified)

    /// The n-th officer, on the course with the given facts, with an account.
    @discardableResult
    func addOfficer(_ number: Int, _ facts: CompletionFacts = earned) async throws -> Officer {
        let officer = try await addParticipant(number, facts)
        try await addAccount("p\(number)@customs.gov.my", [.officer], officer.id)
        return officer
    }

    /// The same without an account: hashing a password takes its time.
    @discardableResult
    func addParticipant(_ number: Int, _ facts: CompletionFacts = earned) async throws -> Officer {
        let officer = Officer(
            id: try office.surroundings.newID(), name: try PersonName(parsing: "PEGAWAI NOMBOR \(number) BIN CONTOH"),
            myKad: try MyKad(parsing: "85010114\(String(10_000 + number).suffix(4))"),
            email: DepartmentEmail(stored: "p\(number)@customs.gov.my"), post: "Penguasa Kastam", grade: "WK9",
            station: "Melaka", state: .melaka)
        let step = ParticipationRecord.Step(by: "penyelaras", at: office.surroundings.now())
        let record = ParticipationRecord(
            id: try office.surroundings.newID(), officer: officer.id, course: course.id, outcome: facts.outcome,
            attendance: facts.attendance, tally: AttendanceTally(attended: 180, total: 180), attended: step,
            evaluation: facts.evaluation, evaluated: step, fee: facts.fee, receiptNumber: "iP\(number)", paid: step)
        try await office.database.write { transaction in
            try Officers.insert(officer, in: transaction)
            try Participations.insert(record, in: transaction)
        }
        return officer
    }

    /// A coordinator is given the site's course, unless told otherwise.
    func addAccount(
        _ name: String, _ roles: Set<Role>, _ officer: Officer.ID? = nil, isAppointed: Bool = true,
        mustChangePassword: Bool = false
    ) async throws {
        try await AddAccount(office)(
            name: name, password: try Password(candidate: Self.password), roles: roles, officer: officer,
            displayName: name, mustChangePassword: mustChangePassword, by: .system(requestID: "test"))
        if isAppointed, roles.contains(.coordinator) { try await appoint(name, to: course) }
    }

    /// Makes an account a coordinator of a course.
    func appoint(_ name: String, to course: Course) async throws {
        try await office.database.write { transaction in
            let account = try Accounts.find(name: name, in: transaction)
            try Offerings.addCoordinator(try account.orThrow.id, to: course.id, in: transaction)
        }
    }

    /// A browser in which somebody has signed in through the form.
    func signedIn(_ name: String) async throws -> WebClient {
        let client = WebClient(website)
        let page = try await client.get("/masuk")
        let answer = try await client.post(
            "/masuk", ["csrf": try page.field("csrf"), "id": name, "kata-laluan": Self.password])
        guard answer.status == 303 else { throw Missing(what: "sign-in: \(answer.status)") }
        return client
    }
}

/// What a test could not go on without.
struct Missing: Error, CustomStringConvertible {
    let what: String
    var description: String { "missing: \(what)" }
}

extension Optional {
    var orThrow: Wrapped {
        get throws {
            guard let self else { throw Missing(what: "\(Wrapped.self)") }
            return self
        }
    }
}

extension WebClient.Answer {
    /// The value of a form's hidden field.
    func field(_ name: String) throws -> String {
        guard let start = text.firstRange(of: "name=\"\(name)\" value=\"")?.upperBound,
            let end = text[start...].firstIndex(of: "\"")
        else { throw Missing(what: "field \(name)") }
        return String(text[start..<end])
    }
}
