import Academy
import Records
import SQL
import Testing

@testable import Desk

@Suite struct `A walk-in` {
    private static let supervisor = "penyelia.kaunter@customs.gov.my"

    private static func form(_ officer: Officer, overbooks: Bool = false) -> RegisterWalkIn.Form {
        RegisterWalkIn.Form(
            officer: officer.myKad.formatted, supervisor: supervisor, reason: "Diarahkan hadir oleh ketua.",
            overbooks: overbooks)
    }

    @Test func `edge 55: holds a seat at once, is told with the supervisor, and is registered once`() async throws {
        let place = try await CourseOffice()
        let id = try await place.made(place.form())
        let officer = try await place.applicant(1, .withdrawn, on: id).officer
        let register = RegisterWalkIn(place.office)
        let before = try await register.counter(id, by: CourseOffice.coordinator)
        #expect(try await register(id, Self.form(officer), by: CourseOffice.coordinator) == officer.name.text)
        await #expect(throws: Refusal.workflow([.alreadyApplied])) {
            _ = try await register(id, Self.form(officer), by: CourseOffice.coordinator)
        }
        let after = try await register.counter(id, by: CourseOffice.coordinator)
        #expect(after.seatsLeft == before.seatsLeft - 1)
        let letters = try await place.letters("confirmation.walk_in")
        #expect(Set(letters.map(\.recipient)) == [officer.email.text, Self.supervisor] && letters.count == 2)
        let seated = try await place.office.database.read {
            try Participations.find(officer: officer.id, course: id, in: $0)
        }
        #expect(seated?.outcome == .pending)
        var query = AuditQuery()
        query.action = "application.walk_in"
        let lines = try await ReadAudit(place.office)(query, limit: 9, by: CourseOffice.coordinator)
        #expect(lines.map(\.reason) == ["Diarahkan hadir oleh ketua."])
        await place.test.close()
    }

    @Test func `edge 55: passes quota and queue only where that is meant, and is nobody's whom it is not`() async throws
    {
        let place = try await CourseOffice()
        let id = try await place.made(place.form())
        for number in 1...2 { try await place.applicant(number, .attending, on: id) }
        try await place.applicant(3, .waiting, on: id)
        let officer = try await place.applicant(4, .withdrawn, on: id).officer
        let register = RegisterWalkIn(place.office)
        await #expect(throws: Refusal.workflow([.noSeatFree, .waitingListFirst])) {
            _ = try await register(id, Self.form(officer), by: CourseOffice.coordinator)
        }
        await #expect(throws: Refusal.notFound) {
            _ = try await register(id, Self.form(officer), by: CourseOffice.stranger)
        }
        _ = try await register(id, Self.form(officer, overbooks: true), by: CourseOffice.coordinator)
        #expect(try await register.counter(id, by: CourseOffice.administrator).seatsLeft == 0)
        await place.test.close()
    }

    @Test func `needs an officer who is known, a supervisor who is somebody else, and a reason`() async throws {
        let place = try await CourseOffice()
        let id = try await place.made(place.form())
        let officer = try await place.applicant(1, .withdrawn, on: id).officer
        try await place.applicant(2, .withdrawn, on: id)
        let register = RegisterWalkIn(place.office)
        func codes(_ form: RegisterWalkIn.Form) async throws -> [String] {
            try await place.problems { _ = try await register(id, form, by: CourseOffice.coordinator) }.map(\.code)
        }
        #expect(try await codes(.init()) == ["missing", "supervisor_email", "reason_short"])
        var form = Self.form(officer)
        (form.officer, form.supervisor) = ("TIADA SIAPA", "x@example.com")
        #expect(try await codes(form) == ["officer_not_found", "supervisor_email"])
        (form.officer, form.supervisor) = (officer.email.text.uppercased(), officer.email.text)
        #expect(try await codes(form) == ["supervisor_self"])
        await place.test.close()
    }
}
