import Academy
import Attestation
import Desk
import Digests
import Drawing
import Eligibility
import Foundation
import Logging
import PlanWatch
import Records
import SQL
import SQLiteDriver
import Sealing
import Synchronization
import Testing
import Vault

/// An office on a database and a vault of its own, with a clock that tests set; the press and its fonts are the real ones.
struct TestOffice {
    let office: Office
    let clock: TestClock
    let folder: URL
    private let watch = PlanWatch()

    static let press = Result {
        try Press(
            templates: checkout.appending(path: "Templates").path, assets: checkout.appending(path: "Assets").path,
            fonts: checkout.appending(path: "Fonts").path)
    }

    static var checkout: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }

    init(directory: StaffDirectory? = nil, timekeeper: (any TimestampAuthority)? = nil) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "akmal-desk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        clock = TestClock()
        let watch = watch
        var options = SQLiteOptions()
        options.observer = { watch.note($0) }
        let database = try SQLiteDatabase(at: folder.appending(path: "test.sqlite").path, options)
        _ = try await Migrator(Schema.migrations).migrate(database, at: clock.now.iso)
        let clock = clock
        office = Office(
            database: database, vault: try DocumentVault(at: folder.appending(path: "documents").path),
            press: try Self.press.get(), directory: directory, keys: KeyCabinet(try TestKeys.ring.get()),
            timekeeper: timekeeper,
            surroundings: Surroundings(now: { clock.now }, random: { try SecureRandom.bytes($0) }),
            settings: OfficeSettings(host: "sijil.example.my"),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    func close() async {
        for offence in (try? await watch.offences(in: office.database)) ?? [] { Issue.record("\(offence)") }
        await office.database.close()
        try? FileManager.default.removeItem(at: folder)
    }

    /// How many documents are kept, whole or as tails; what tails stand behind is none.
    var documents: Int {
        let files = FileManager.default.enumerator(
            at: folder.appending(path: "documents"), includingPropertiesForKeys: [.isRegularFileKey])
        var (count, shared): (Int, Set<Data>) = (0, [])
        for case let url as URL in files ?? .init() {
            guard (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true else { continue }
            if url.deletingLastPathComponent().lastPathComponent != "packs" { count += 1 }
            guard url.pathExtension == "pack", let pack = try? Data(contentsOf: url) else { continue }
            var place = 0
            while place + 96 <= pack.count {
                shared.insert(pack[place + 40..<place + 72])
                if pack[place + 84] == 1 { shared.insert(pack[place + 96..<place + 128]) }
                place += 96 + (0..<4).reduce(0) { $0 | Int(pack[place + 80 + $1]) << ($1 * 8) }
                count += 1
            }
        }
        return count - shared.count
    }
}

/// Stands still until it is moved.
final class TestClock: Sendable {
    private let time = Mutex(Instant(milliseconds: 1_780_000_000_000))

    var now: Instant { time.withLock { $0 } }

    func advance(seconds: Int64) { time.withLock { $0 = $0.adding(seconds: seconds) } }
}

extension CompletionFacts {
    static let earned = CompletionFacts(outcome: .completed, attendance: .confirmed, evaluation: .sent, fee: .verified)
}

extension TestOffice {
    static let administrator = Caller(
        account: "admin", officer: nil, roles: [.administrator], displayName: "Pentadbir", requestID: "r1")

    static func caller(_ officer: Officer) -> Caller {
        Caller(
            account: officer.email.text, officer: officer.id, roles: [.officer], displayName: officer.name.text,
            requestID: "r2")
    }

    /// Stores a caller's account, and makes a coordinator the course's.
    func account(of caller: Caller, on course: Course) async throws {
        let account = AccountRecord(
            id: try office.surroundings.newID(), name: caller.account, passwordHash: "x", roles: caller.roles,
            officer: caller.officer, displayName: caller.displayName)
        let now = office.surroundings.now()
        try await office.database.write { transaction throws in
            try Accounts.insert(account, at: now, in: transaction)
            if caller.has(.coordinator) { try Offerings.addCoordinator(account.id, to: course.id, in: transaction) }
        }
    }

    func issue(_ officer: Officer, _ course: Course, by caller: Caller) async throws -> IssueOutcome {
        try await IssueCertificate(office)(officer: officer.id, course: course.id, by: caller)
    }

    func course(_ code: String = "AKMAL-UJI-001") async throws -> Course {
        let days = ["2026-05-18", "2026-05-19", "2026-05-21"].compactMap(Day.init(iso:))
        let course = Course(
            id: try office.surroundings.newID(), code: CourseCode(parsing: code) ?? .init(parsing: "XX")!,
            titleMalay: "Kursus Ujian",
            titleEnglish: "Test Course", studyCentre: "Pusat Pengajian", venue: "AKMAL, Melaka", fee: Sen(3000),
            sessions: try days.map {
                Session(
                    id: try office.surroundings.newID(), day: $0, start: TimeOfDay(iso: "09:00") ?? .midnight,
                    end: TimeOfDay(iso: "12:00") ?? .midnight, minutes: 150)
            })
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

    /// The n-th officer, on a course with the given facts.
    @discardableResult
    func officer(_ number: Int, named name: String? = nil, on course: Course, _ facts: CompletionFacts = .earned)
        async throws -> Officer
    {
        let digits = String(10_000 + number).suffix(4)
        let officer = Officer(
            id: try office.surroundings.newID(),
            name: try PersonName(parsing: name ?? "PEGAWAI NOMBOR \(number) BIN CONTOH"),
            myKad: try MyKad(parsing: "85010114\(digits)"), email: DepartmentEmail(stored: "p\(number)@customs.gov.my"),
            post: "Penguasa Kastam", grade: "WK9", station: "Melaka", state: .melaka)
        let now = clock.now
        let step = ParticipationRecord.Step(by: "penyelaras", at: now)
        let record = ParticipationRecord(
            id: try office.surroundings.newID(), officer: officer.id, course: course.id, outcome: facts.outcome,
            attendance: facts.attendance, tally: AttendanceTally(attended: 450, total: 450), attended: step,
            evaluation: facts.evaluation, evaluated: step, fee: facts.fee, receiptNumber: "iP\(number)", paid: step)
        try await office.database.write { transaction in
            try Officers.insert(officer, in: transaction)
            try Participations.insert(record, in: transaction)
        }
        return officer
    }
}

extension IssueOutcome {
    /// nil for the withheld.
    var record: CertificateRecord? {
        switch self {
        case .issued(let record), .already(let record): record
        case .withheld: nil
        }
    }
}

extension CheckAnswer {
    var certificate: CheckedCertificate? {
        if case .known(let certificate) = self { certificate } else { nil }
    }
}
