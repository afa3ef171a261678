import Academy
import Desk
import Digests
import Foundation
import Records
import SQL

/// An office with one course that is open for application, its coordinator, and officers.
struct ApplyingOffice {
    let test: TestOffice
    let course: Course

    static let coordinator = Caller(
        account: "penyelaras@customs.gov.my", officer: nil, roles: [.coordinator], displayName: "Penyelaras",
        requestID: "r3")
    static let stranger = Caller(
        account: "lain@customs.gov.my", officer: nil, roles: [.coordinator], displayName: "Lain", requestID: "r4")

    static let form = ApplyForCourse.Form(
        name: "PENYELIA CONTOH BINTI UMPAMA", phone: "012-345 6789", email: "penyelia@customs.gov.my", declares: true)

    /// - Parameter rules: in place of a course of so many seats without a waiting list.
    init(quota: Int = 1, rules: CourseRules? = nil) async throws {
        test = try await TestOffice()
        let office = test.office
        let start = office.surroundings.now().day.adding(days: 60)
        var course = try await test.course("AKMAL-BUKA-001")
        course.sessions = [
            Session(
                id: try office.surroundings.newID(), day: start, start: TimeOfDay(iso: "09:00") ?? .midnight,
                end: TimeOfDay(iso: "12:00") ?? .midnight, minutes: 180)
        ]
        let opened = Course(
            id: try office.surroundings.newID(), code: CourseCode(parsing: "AKMAL-BUKA-002") ?? course.code,
            titleMalay: "Kursus Mohd Terbuka", titleEnglish: "Open Course", studyCentre: "Pusat", venue: "Melaka",
            fee: Sen(3000), sessions: course.sessions)
        self.course = opened
        let offering = OfferingRecord(
            course: opened.id, objectives: .init(malay: "Objektif"), target: .init(malay: "Sasaran"),
            rules: rules ?? CourseRules(quota: quota, hasWaitingList: false),
            days: .init(try Deadlines(start: start, end: start)))
        let account = AccountRecord(
            id: try office.surroundings.newID(), name: Self.coordinator.account, passwordHash: "x",
            roles: [.coordinator], officer: nil, displayName: "Penyelaras", language: .malay)
        let now = office.surroundings.now()
        try await office.database.write { transaction throws in
            try Courses.insert(opened, in: transaction)
            try Offerings.insert(offering, in: transaction)
            try Accounts.insert(account, at: now, in: transaction)
            try Offerings.addCoordinator(account.id, to: opened.id, in: transaction)
        }
    }

    var office: Office { test.office }

    func officer(_ number: Int, email: String? = nil, isActive: Bool = true) async throws -> Officer {
        let digits = String(20_000 + number).suffix(4)
        let officer = Officer(
            id: try office.surroundings.newID(), name: try PersonName(parsing: "PEMOHON NOMBOR \(number) BIN CONTOH"),
            myKad: try MyKad(parsing: "86010114\(digits)"),
            email: DepartmentEmail(stored: email ?? "m\(number)@customs.gov.my"), post: "Penguasa Kastam",
            grade: "WK9", station: "Melaka", state: .melaka, isActive: isActive)
        try await office.database.write { try Officers.insert(officer, in: $0) }
        return officer
    }

    /// The n-th officer's application, sent.
    func sent(_ number: Int) async throws -> (officer: Officer, id: Application.ID) {
        let officer = try await officer(number)
        let caller = TestOffice.caller(officer)
        let apply = ApplyForCourse(office)
        let id = try await apply.begin(course.id, by: caller)
        try await apply.save(Self.form, to: id, by: caller)
        try await apply.submit(id, by: caller)
        return (officer, id)
    }

    func supported(_ number: Int) async throws -> (officer: Officer, id: Application.ID) {
        let sent = try await sent(number)
        try await DecideSupport(office)(
            token: try await token(of: sent.id) ?? "", supports: true, reason: "", requestID: "r")
        return sent
    }

    func approved(_ number: Int) async throws -> (officer: Officer, id: Application.ID) {
        let supported = try await supported(number)
        _ = try await CourseBoard(office).decide(.approve, on: [supported.id], of: course.id, by: Self.coordinator)
        return supported
    }

    func state(_ id: Application.ID) async throws -> ApplicationState? {
        try await office.database.read { try Applications.find(id, in: $0)?.state }
    }

    /// The academy's clock at a time of a day before or after the course's only day.
    func moveClock(days: Int, _ time: String) throws {
        let day = course.sessions[0].day.adding(days: days)
        let wanted = Instant(day, at: TimeOfDay(iso: time) ?? .midnight)
        test.clock.advance(seconds: (wanted.milliseconds - test.clock.now.milliseconds) / 1000)
    }

    /// The secret of the latest link that was mailed about an application.
    func token(of id: Application.ID) async throws -> String? {
        try await office.database.read { transaction in
            let reference = try Applications.find(id, in: transaction)?.reference ?? ""
            return try Outbox.page(before: nil, limit: 500, in: transaction)
                .first { $0.message.kind == "support.requested" && $0.message.values["reference"] == reference }
                .flatMap { $0.message.values["link"]?.split(separator: "/").last.map(String.init) }
        }
    }

    func letters(_ kind: String) async throws -> Int {
        try await office.database.read {
            try Outbox.page(before: nil, limit: 500, in: $0).count { $0.message.kind == kind }
        }
    }
}
