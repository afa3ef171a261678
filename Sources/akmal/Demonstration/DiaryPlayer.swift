import Academy
import Desk
import Foundation
import Records
import SQL
import Synchronization

/// Carries out a diary through the very deeds that the site has, each at its own time, so that audit, letters and
/// certificates are what they would have been.
struct DiaryPlayer {
    /// Its clock stands where the diary is.
    let office: Office
    let people: [String: Caller]
    let courses: [CourseCode: Course.ID]
    let officers: [MyKad: Officer.ID]
    private let clock: DiaryClock
    private let files: (String) throws -> [UInt8]

    /// - Parameter files: bytes of a receipt or a letter by its folder and name.
    init(_ office: Office, _ academy: AcademyFiles, files: @escaping (String) throws -> [UInt8]) async throws {
        let clock = DiaryClock(office.surroundings.now())
        self.clock = clock
        self.files = files
        self.office = Office(
            database: office.database, vault: office.vault, press: office.press, directory: office.directory,
            keys: office.cabinet,
            surroundings: Surroundings(now: { clock.now }, random: office.surroundings.random),
            settings: office.settings, logger: office.logger)
        let read = try await office.database.read { transaction in
            var courses: [CourseCode: Course.ID] = [:]
            for course in try Courses.all(in: transaction) { courses[course.code] = course.id }
            var officers: [MyKad: Officer] = [:]
            for row in academy.officers { officers[row.myKad] = try Officers.find(myKad: row.myKad, in: transaction) }
            return (courses, officers)
        }
        courses = read.0
        officers = read.1.mapValues(\.id)
        people = Self.callers(academy, read.1)
    }

    /// Officers without an account of their own act under their address all the same.
    private static func callers(_ academy: AcademyFiles, _ officers: [MyKad: Officer]) -> [String: Caller] {
        var callers: [String: Caller] = [:]
        for officer in officers.values {
            callers[officer.email.text] = Caller(
                account: officer.email.text, officer: officer.id, roles: [.officer], displayName: officer.name.text,
                requestID: "demo")
        }
        for account in academy.accounts {
            callers[account.name] = Caller(
                account: account.name, officer: account.officer.flatMap { officers[$0]?.id }, roles: account.roles,
                displayName: account.displayName, requestID: "demo")
        }
        return callers
    }

    /// What lies in the future has not happened.
    /// - Throws: ``DiaryFault`` with the line that could not be carried out.
    func play(_ diary: Diary) async throws {
        let end = clock.now
        for entry in diary.entries(until: end) {
            clock.move(to: entry.at)
            do {
                try await perform(entry)
            } catch {
                throw DiaryFault(line: entry.line, deed: entry.deed.rawValue, error: error)
            }
        }
        clock.move(to: end)
    }

    private func perform(_ entry: Diary.Entry) async throws {
        guard let caller = people[entry.account], let course = courses[entry.course] else { throw Refusal.notFound }
        switch entry.deed {
        case .draft: _ = try await ApplyForCourse(office).begin(course, by: caller)
        case .apply: try await apply(entry, course, caller)
        case .support, .decline: try await decideSupport(entry, course)
        case .approve, .reject: try await decide(entry, course, caller)
        case .withdraw:
            try await ApplyForCourse(office).withdraw(try await application(of: caller.officer, course), by: caller)
        case .attend: try await attend(entry, course, caller)
        case .absent: try await askRelease(entry, course, caller)
        case .acceptNomination: try await acceptNomination(entry, course, caller)
        case .replace, .release, .refuseRelease: try await decideRelease(entry, course, caller)
        case .mark: try await mark(entry, course, caller)
        case .confirm:
            let preview = try await ConfirmAttendance(office).preview(course, by: caller)
            _ = try await ConfirmAttendance(office)(course, seen: preview.token, by: caller)
        case .reopen: try await reopen(entry, course, caller)
        case .receipt: try await sendReceipt(entry, course, caller)
        case .verify, .rejectReceipt: try await review(entry, course, caller)
        case .exemption:
            try await ExemptFromFee(office).propose(
                myKad: entry.about, course: entry.course.text, basis: entry.details["basis"] ?? "", by: caller)
        case .evaluate: try await evaluate(entry, course, caller)
        case .correction: try await askCorrection(entry, caller)
        case .issue:
            let issue = try await StartBulkIssue(office)(course: course, by: caller)
            try await BulkIssueRun(office)(issue)
        }
    }

    func file(_ path: String) throws -> [UInt8] { try files(path) }

    /// The officer's latest application for a course.
    func application(of officer: Officer.ID?, _ course: Course.ID) async throws -> Application.ID {
        guard let officer,
            let found = try await office.database.read({
                try Applications.of(officer: officer, course: course, in: $0).first
            })
        else { throw Refusal.notFound }
        return found.id
    }

    func officer(_ myKad: String) throws -> Officer.ID {
        guard let officer = officers[try MyKad(parsing: myKad)] else { throw Refusal.notFound }
        return officer
    }
}

/// Stands where it was put.
private final class DiaryClock: Sendable {
    private let time: Mutex<Instant>

    init(_ now: Instant) { time = Mutex(now) }

    var now: Instant { time.withLock { $0 } }

    func move(to moment: Instant) { time.withLock { $0 = moment } }
}

/// A line of the diary that the product would not carry out.
struct DiaryFault: Error, CustomStringConvertible {
    let line: Int
    let deed: String
    let error: any Error

    var description: String { "Assets/demo/diary.csv:\(line): \(deed) failed: \(error)" }
}
