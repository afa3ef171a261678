import Academy
import Records
import SQL

@testable import Desk

/// What people try in a story.
enum DeskDeed: String, CaseIterable, Sendable {
    case begin, save, submit, support, decline, approve, approveOwn, reject, prioritise, promote, accept, refuse,
        confirm
    case withdraw

    /// Whether a second try of the same changes nothing more.
    var isRepeatable: Bool { ![.save, .prioritise, .promote, .begin].contains(self) }

    /// Whether it leads anywhere in a state.
    func suits(_ state: ApplicationState?) -> Bool {
        switch state {
        case nil: self == .begin
        case .draft?: [.save, .submit].contains(self)
        case .submitted?: [.support, .decline, .support].contains(self)
        case .supported?: [.approve, .approve, .approveOwn, .reject].contains(self)
        case .waiting?: [.prioritise, .promote, .reject, .withdraw].contains(self)
        case .offered?: [.accept, .refuse].contains(self)
        case .approved?: self == .confirm
        case .some(let state): state.mayBeFollowed && self == .begin
        }
    }
}

extension DeskStory {
    /// - Returns: false when a rule said no.
    func attempt(_ deed: DeskDeed, _ officer: Officer, _ application: ApplicationRecord?) async throws -> Bool {
        do {
            return try await perform(deed, officer, application)
        } catch is Refusal {
            return false
        }
    }

    private func perform(_ deed: DeskDeed, _ officer: Officer, _ application: ApplicationRecord?) async throws -> Bool {
        let (office, caller) = (desk.office, TestOffice.caller(officer))
        if deed == .begin {
            _ = try await ApplyForCourse(office).begin(course, by: caller)
            return true
        }
        guard let id = application?.id else { return false }
        switch deed {
        case .begin: break
        case .save: try await ApplyForCourse(office).save(ApplyingOffice.form, to: id, by: caller)
        case .submit: try await ApplyForCourse(office).submit(id, by: caller)
        case .support, .decline:
            guard let token = try await desk.token(of: id) else { return false }
            try await DecideSupport(office)(
                token: token, supports: deed == .support, reason: "Diperlukan bertugas", requestID: "r")
        case .approve: return try await decide(.approve, id, by: ApplyingOffice.coordinator)
        case .approveOwn: return try await decide(.approve, id, by: Self.both(officers[0]))
        case .reject: return try await decide(.reject(.priority, reason: ""), id, by: ApplyingOffice.coordinator)
        case .prioritise:
            try await KeepWaitingList(office).prioritise(
                id, to: Int(officer.name.text.utf8.count % 3), reason: "tugas operasi segera", of: course,
                by: ApplyingOffice.coordinator)
        case .promote:
            try await KeepWaitingList(office).promote(
                id, reason: "peserta menarik diri", of: course, by: ApplyingOffice.coordinator)
        case .accept: try await accept(id, caller)
        case .refuse: try await AnswerOffer(office).decline(id, by: caller)
        case .confirm: try await confirm(id, officer, caller)
        case .withdraw: try await ApplyForCourse(office).withdraw(id, by: caller)
        }
        return true
    }

    private func decide(
        _ decision: CourseBoard.Decision, _ id: Application.ID, by caller: Caller
    ) async throws -> Bool {
        try await CourseBoard(desk.office).decide(decision, on: [id], of: course, by: caller)
            .allSatisfy { $0.state != nil }
    }

    private func accept(_ id: Application.ID, _ caller: Caller) async throws {
        try await AnswerOffer(desk.office).accept(id, with: .init(hasNoVehicle: true), by: caller)
    }

    private func confirm(_ id: Application.ID, _ officer: Officer, _ caller: Caller) async throws {
        let (office, course) = (desk.office, course)
        try await office.database.write { transaction in
            guard let record = try Applications.find(id, in: transaction),
                let file = try CourseFile.open(course, in: transaction)
            else { throw Refusal.notFound }
            let standing = try Standing(of: caller, toward: officer.id, on: course, in: transaction)
            try ApplicationClerk(office, for: caller).perform(
                .confirm, on: record, of: officer, file: file, by: standing,
                request: ApplicationRequest(logistics: Logistics(vehicle: .none)), in: transaction)
        }
    }
}

extension DeskStory {
    /// A course of its own, so that a story begins with nothing, and officers of its own.
    static func open(seed: Int, in desk: ApplyingOffice) async throws -> (Course.ID, [Officer]) {
        let office = desk.office
        let start = office.surroundings.now().day.adding(days: 60)
        let sessions = try desk.course.sessions.map {
            Session(
                id: try office.surroundings.newID(), day: start, start: $0.start, end: $0.end, minutes: $0.minutes)
        }
        let course = Course(
            id: try office.surroundings.newID(),
            code: CourseCode(parsing: "AKMAL-CERITA-\(seed)") ?? desk.course.code, titleMalay: "Kursus \(seed)",
            titleEnglish: "", studyCentre: "Pusat", venue: "Melaka", fee: Sen(3000), sessions: sessions)
        let rules = CourseRules(
            quota: 2, hasWaitingList: seed % 5 != 0, lapsesUnconfirmed: seed % 2 == 0, graceDays: seed % 3)
        let offering = OfferingRecord(
            course: course.id, objectives: .init(malay: "Objektif"), target: .init(malay: "Sasaran"), rules: rules,
            days: .init(try Deadlines(start: start, end: start)))
        var officers: [Officer] = []
        for number in 0..<people { officers.append(try await desk.officer(100 + seed * people + number)) }
        let account = AccountRecord(
            id: try office.surroundings.newID(), name: officers[0].email.text, passwordHash: "x",
            roles: [.coordinator, .officer], officer: officers[0].id, displayName: officers[0].name.text)
        try await office.database.write { transaction in
            try Courses.insert(course, in: transaction)
            try Offerings.insert(offering, in: transaction)
            try Accounts.insert(account, at: office.surroundings.now(), in: transaction)
            for name in [ApplyingOffice.coordinator.account, account.name] {
                guard let known = try Accounts.find(name: name, in: transaction) else { continue }
                try Offerings.addCoordinator(known.id, to: course.id, in: transaction)
            }
        }
        return (course.id, officers)
    }
}
