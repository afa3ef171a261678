import Academy
import Digests
import Records
import SQL

@testable import Desk

/// An open course whose first seat is to be given back, with officers to take it.
struct ReplacingOffice {
    let desk: ApplyingOffice
    /// Holds the seat.
    let holder: Officer
    let seat: Application.ID

    static let supervisor = ApplyForCourse.Form(
        name: "KETUA CAWANGAN BIN UMPAMA", phone: "013-222 3333", email: "ketua@customs.gov.my", declares: true)

    init(quota: Int = 1, rules change: @Sendable (inout CourseRules) -> Void = { _ in }) async throws {
        var rules = CourseRules(quota: quota, hasWaitingList: false)
        change(&rules)
        desk = try await ApplyingOffice(rules: rules)
        let supported = try await desk.supported(1)
        (holder, seat) = (supported.officer, supported.id)
        _ = try await CourseBoard(desk.office).decide(
            .approve, on: [seat], of: desk.course.id, by: ApplyingOffice.coordinator)
    }

    var office: Office { desk.office }
    var clock: TestClock { desk.test.clock }
    var caller: Caller { TestOffice.caller(holder) }

    func close() async { await desk.test.close() }

    /// Brings the clock to so many hours before the course begins.
    func advance(toHoursBefore hours: Int64) {
        let session = desk.course.sessions[0]
        let start = Instant(session.day, at: session.start)
        clock.advance(seconds: (start.milliseconds - clock.now.milliseconds) / 1000 - hours * 3600)
    }

    /// A letter that is stored and stands in no request.
    func letter(of officer: Officer) async throws -> UploadRecord.ID {
        let upload = UploadRecord(
            id: .init("u\(try Hexadecimal.text(office.surroundings.random(8)))"), purpose: .letter, owner: officer.id,
            course: desk.course.id, uploadedBy: officer.email.text, uploadedAt: clock.now, kind: .pdf,
            originalName: "surat.pdf", sha256: String(repeating: "0", count: 64), size: 9, previewSHA256: nil)
        try await office.database.write { try Uploads.insert(upload, in: $0) }
        return upload.id
    }

    /// *Tidak Hadir* of the seat's holder.
    func ask(for replacement: Officer?) async throws {
        try await ask(seat, of: holder, for: replacement)
    }

    func ask(_ seat: Application.ID, of holder: Officer, for replacement: Officer?) async throws {
        let form = ReleaseForm(
            reason: "Bertugas di mahkamah pada tarikh kursus.", upload: try await letter(of: holder),
            replacement: replacement?.id, goesWithout: replacement == nil)
        try await RequestRelease(office)(seat, form, by: TestOffice.caller(holder))
    }

    func state(of id: Application.ID) async throws -> ApplicationState? {
        try await office.database.read { try Applications.find(id, in: $0)?.state }
    }

    func state() async throws -> ApplicationState? { try await state(of: seat) }

    /// The application of whoever is named for a seat now.
    func nominee(of seat: Application.ID? = nil) async throws -> Application.ID? {
        let seat = seat ?? self.seat
        return try await office.database.read { try Nominations.open(for: seat, in: $0)?.application }
    }

    func accept(_ id: Application.ID, by officer: Officer, isSameSupervisor: Bool = false) async throws {
        try await AnswerNomination(office).accept(
            id, isSameSupervisor ? .init(name: "", phone: "", email: "", declares: true) : Self.supervisor,
            isSameSupervisor: isSameSupervisor, by: TestOffice.caller(officer))
    }

    func support(_ id: Application.ID, _ supports: Bool = true) async throws {
        try await DecideSupport(office)(
            token: try await desk.token(of: id) ?? "", supports: supports, reason: "Diperlukan di pejabat.",
            requestID: "r")
    }

    func decide(
        _ decision: DecideRelease.Decision, on id: Application.ID? = nil,
        by caller: Caller = ApplyingOffice.coordinator
    ) async throws {
        try await DecideRelease(office)(decision, on: id ?? seat, of: desk.course.id, by: caller)
    }

    /// From the naming to the support of the replacement.
    func agree(on replacement: Officer) async throws -> Application.ID {
        try await ask(for: replacement)
        let id = try await nominee() ?? .init("-")
        try await accept(id, by: replacement)
        try await support(id)
        return id
    }

    func seatsHeld() async throws -> Int {
        try await office.database.read { try Applications.counts(of: desk.course.id, in: $0).seatsHeld }
    }

    func audit(_ id: Application.ID) async throws -> [String] {
        try await office.database.read {
            try AuditLog.entries(about: "application", id.text, in: $0).map(\.action)
        }
    }

    /// The letter of a kind, to one address where there are several: those of one moment stand in no order.
    func letter(_ kind: String, to recipient: String? = nil) async throws -> OutboxMessage? {
        try await office.database.read {
            try Outbox.page(before: nil, limit: 500, in: $0).map(\.message)
                .first { $0.kind == kind && (recipient == nil || $0.recipient == recipient) }
        }
    }

    /// An officer with a seat on another course at the same hours.
    func elsewhere(_ number: Int) async throws -> Officer {
        let officer = try await desk.officer(number)
        try await seat(officer, elsewhere: "AKMAL-LAIN-00\(number)")
        return officer
    }

    func seat(_ officer: Officer, elsewhere code: String) async throws {
        let own = desk.course.sessions
        let other = Course(
            id: try office.surroundings.newID(), code: CourseCode(parsing: code) ?? desk.course.code,
            titleMalay: "Kursus Lain", titleEnglish: "", studyCentre: "", venue: "", fee: Sen(0),
            sessions: try own.map {
                Session(
                    id: try office.surroundings.newID(), day: $0.day, start: $0.start, end: $0.end, minutes: $0.minutes)
            })
        let record = ApplicationRecord(
            id: try office.surroundings.newID(), officer: officer.id, course: other.id, state: .approved,
            createdAt: clock.now, stateAt: clock.now)
        try await office.database.write { transaction throws in
            try Courses.insert(other, in: transaction)
            try Applications.insert(record, in: transaction)
        }
    }

    /// One look at the clock; tells how many applications it has ended.
    func expire() async throws -> Int { try await KeepDeadlines(office)().lapsed }

    /// The finance unit has verified the officer's receipt.
    func pay(_ officer: Officer) async throws {
        let course = desk.course.id
        try await office.database.write { transaction throws in
            guard var record = try Participations.find(officer: officer.id, course: course, in: transaction) else {
                return
            }
            record.fee = .verified
            _ = try Participations.update(record, in: transaction)
        }
    }

    func fee(of officer: Officer) async throws -> FeeState? {
        try await office.database.read {
            try Participations.find(officer: officer.id, course: desk.course.id, in: $0)?.fee
        }
    }
}
