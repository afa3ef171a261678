import Academy
import Desk
import Records
import SQL

/// An office with a coordinator's account, a signatory, and forms to fill in.
struct CourseOffice {
    let test: TestOffice
    let account: AccountRecord.ID
    let signatory: SignatoryRecord.ID

    static let coordinator = ApplyingOffice.coordinator
    static let stranger = ApplyingOffice.stranger
    static let administrator = TestOffice.administrator

    init() async throws {
        test = try await TestOffice()
        let now = test.clock.now
        account = try test.office.surroundings.newID()
        signatory = try test.office.surroundings.newID()
        let record = AccountRecord(
            id: account, name: Self.coordinator.account, passwordHash: "x", roles: [.coordinator], officer: nil,
            displayName: "Penyelaras")
        let person = SignatoryRecord(
            id: signatory, name: "NAMA BAHARU", postMalay: "Pengarah", postEnglish: "Director", image: "")
        try await test.office.database.write { transaction throws in
            try Accounts.insert(record, at: now, in: transaction)
            try Signatories.insert(person, in: transaction)
        }
    }

    var office: Office { test.office }
    var edit: EditCourse { EditCourse(test.office) }
    var today: Day { test.clock.now.day }

    /// Everything that an open course needs; the first of two days is 60 days away.
    func form(_ code: String = "AKMAL-BAH-001", status: Course.Status = .open) -> CourseForm {
        var form = CourseForm.blank
        let words: [(CourseForm.Field, String)] = [
            (.code, code), (.titleMalay, "Kursus Baharu"), (.studyCentre, "Pusat"), (.venue, "Melaka"),
            (.objectivesMalay, "Objektif"), (.targetMalay, "Sasaran"), (.quota, "2"), (.fee, "30"),
            (.status, status.rawValue),
        ]
        for (field, text) in words { form[field] = text }
        form.sessions = [60, 62].map {
            CourseForm.SessionRow(day: today.adding(days: $0).iso, start: "09:00", end: "12:00")
        }
        form.speakers = [.init(name: "PENCERAMAH CONTOH", topic: "Topik")]
        form.signatories = [signatory.text, "", ""]
        return form
    }

    /// Makes the course that a form describes.
    func made(_ form: CourseForm) async throws -> Course.ID {
        let id = try await edit.blank(by: Self.coordinator).id
        try await edit.create(id, form, by: Self.coordinator)
        return id
    }

    /// Changes a course through its form.
    func change(
        _ id: Course.ID, by caller: Caller = coordinator, _ change: (inout CourseForm) -> Void
    ) async throws {
        let sheet = try await edit.open(id, by: caller)
        var form = sheet.form
        change(&form)
        try await edit.save(form, to: id, version: sheet.version, by: caller)
    }

    func problems(_ deed: () async throws -> Void) async throws -> [FieldProblem] {
        do {
            try await deed()
            return []
        } catch Refusal.invalid(let problems) {
            return problems
        }
    }

    func audit(of id: Course.ID) async throws -> [AuditEntry] {
        try await office.database.read { try AuditLog.entries(about: "course", id.text, in: $0) }
    }

    func course(_ id: Course.ID) async throws -> Course? {
        try await office.database.read { try Courses.find(id, in: $0) }
    }

    /// The n-th officer with an application in a state, and with a seat where that state has one.
    @discardableResult
    func applicant(_ number: Int, _ state: ApplicationState, on course: Course.ID) async throws -> (
        officer: Officer, application: Application.ID
    ) {
        let digits = String(30_000 + number).suffix(4)
        let officer = Officer(
            id: try office.surroundings.newID(), name: try PersonName(parsing: "PEMOHON NOMBOR \(number) BIN CONTOH"),
            myKad: try MyKad(parsing: "87010114\(digits)"), email: DepartmentEmail(stored: "q\(number)@customs.gov.my"),
            post: "Penguasa Kastam", grade: "WK9", station: "Melaka", state: .melaka)
        let now = test.clock.now
        let record = ApplicationRecord(
            id: try office.surroundings.newID(), officer: officer.id, course: course, state: state,
            reference: "PK/2026/\(900_000 + number)",
            supervisor: .init(name: "PENYELIA CONTOH", phone: "+60123456789", email: "s\(number)@customs.gov.my"),
            createdAt: now, stateAt: now, waitingSince: state == .waiting ? now : nil)
        let participation: ParticipationRecord.ID = try office.surroundings.newID()
        try await office.database.write { transaction throws in
            try Officers.insert(officer, in: transaction)
            try Applications.insert(record, in: transaction)
            guard state.holdsSeat, let fee = try Courses.find(course, in: transaction)?.fee else { return }
            try Participations.insert(
                ParticipationRecord(id: participation, officer: officer.id, course: course, fee: fee, at: now),
                in: transaction)
        }
        return (officer, record.id)
    }

    func fee(_ officer: Officer, on course: Course.ID) async throws -> FeeState? {
        try await office.database.read { try Participations.find(officer: officer.id, course: course, in: $0)?.fee }
    }

    func setFee(_ state: FeeState, of officer: Officer, on course: Course.ID) async throws {
        try await office.database.write { transaction throws in
            guard var row = try Participations.find(officer: officer.id, course: course, in: transaction) else {
                return
            }
            row.fee = state
            _ = try Participations.update(row, in: transaction)
        }
    }
}
