import Academy
import Desk
import Post
import Records
import SQL
import Testing

@Suite struct `Answering for a seat` {
    private static let form = AnswerSeat.Form(
        vehicle: .own, plate: "wa-1234 b", meal: .vegetarian, diet: "kacang", needsLodging: true)

    private func answers(_ id: Application.ID, _ desk: ApplyingOffice) async throws -> [LogisticsAnswer] {
        try await desk.office.database.read {
            try LogisticsAnswers.of(course: desk.course.id, in: $0)[id] ?? []
        }
    }

    private func events(_ id: Application.ID, _ desk: ApplyingOffice) async throws -> [AuditEntry] {
        try await desk.office.database.read {
            try AuditLog.entries(about: "application", id.text, in: $0).filter {
                ["application.confirm", "application.change_logistics"].contains($0.action)
            }
        }
    }

    @Test func `records how the officer comes once, however often the button is pressed, and says so by mail`()
        async throws
    {
        let desk = try await ApplyingOffice()
        let (officer, id) = try await desk.approved(1)
        let answer = AnswerSeat(desk.office)
        let own = TestOffice.caller(officer)
        #expect(try await answer.sheet(id, by: own).stage == .open)
        for _ in 1...2 { try await answer(id, Self.form, by: own) }
        #expect(try await desk.state(id) == .attending)
        let stored = try await answers(id, desk)
        #expect(stored.map(\.logistics.vehicle.plate?.display) == ["WA 1234 B"])
        #expect(stored.first?.logistics.vehicle.plate?.normalised == "WA1234B")
        #expect(stored.first?.logistics.needsLodging == true && stored.first?.by == own.account)
        #expect(try await events(id, desk).count == 1)
        let mail = try await desk.office.database.read {
            try Outbox.page(before: nil, limit: 100, in: $0).filter { $0.message.kind == "confirmation.recorded" }
        }
        #expect(mail.count == 1)
        #expect(mail[0].message.values["vehicle"] == "WA 1234 B")
        #expect(mail[0].message.values["link"]?.hasSuffix("/permohonan/\(id.text)/kehadiran") == true)
        #expect(LetterKind.confirmationRecorded.required.subtracting(mail[0].message.values.keys).isEmpty)
        await desk.test.close()
    }

    @Test(arguments: [
        (AnswerSeat.Form(), ["vehicle_missing", "lodging_missing"]),
        (.init(vehicle: .own, needsLodging: false), ["plate_empty"]),
        (.init(plate: "ABCDEF", needsLodging: false), ["plate_no_digit"]),
        (.init(vehicle: .department, plate: "ABCDEF", needsLodging: true), ["plate_no_digit"]),
        (
            .init(vehicle: VehicleKind.none, diet: String(repeating: "x", count: 201), needsLodging: true),
            ["diet_long"]
        ),
    ])
    func `wants a plate or no vehicle, and names every field that is wrong`(form: AnswerSeat.Form, codes: [String])
        async throws
    {
        let desk = try await ApplyingOffice()
        let (officer, id) = try await desk.approved(1)
        do {
            try await AnswerSeat(desk.office)(id, form, by: TestOffice.caller(officer))
            Issue.record("nothing was refused")
        } catch Refusal.invalid(let problems) {
            #expect(problems.map(\.code) == codes)
        }
        #expect(try await desk.state(id) == .approved)
        await desk.test.close()
    }

    @Test func `takes an odd plate, the department's car, and no car at all`() async throws {
        let desk = try await ApplyingOffice()
        let (officer, id) = try await desk.approved(1)
        let answer = AnswerSeat(desk.office)
        let forms: [AnswerSeat.Form] = [
            .init(plate: "Putrajaya 1", needsLodging: false), .init(vehicle: .department, needsLodging: false),
            .init(vehicle: VehicleKind.none, plate: "left over", needsLodging: false),
        ]
        for form in forms { try await answer(id, form, by: TestOffice.caller(officer)) }
        let vehicles = try await answers(id, desk).map(\.logistics.vehicle)
        #expect(vehicles == [.plate(try VehiclePlate(parsing: "PUTRAJAYA 1")), .department(nil), .none])
        await desk.test.close()
    }

    @Test func `is closed without a seat, and to everybody else's officers and coordinators`() async throws {
        let desk = try await ApplyingOffice()
        let (officer, id) = try await desk.supported(1)
        let answer = AnswerSeat(desk.office)
        #expect(try await answer.sheet(id, by: TestOffice.caller(officer)).stage == .noSeat)
        await #expect(throws: Refusal.workflow([.wrongState])) {
            try await answer(id, Self.form, by: TestOffice.caller(officer))
        }
        let other = try await desk.officer(2)
        for caller in [TestOffice.caller(other), ApplyingOffice.stranger] {
            await #expect(throws: Refusal.notFound) { try await answer.sheet(id, by: caller) }
            await #expect(throws: Refusal.notFound) { try await answer(id, Self.form, by: caller) }
        }
        #expect(try await desk.letters("confirmation.recorded") == 0)
        await desk.test.close()
    }

    @Test func `edge 52: an answer counts until the last second of the academy's day`() async throws {
        let desk = try await ApplyingOffice()
        let (officer, id) = try await desk.approved(1)
        let own = TestOffice.caller(officer)
        let answer = AnswerSeat(desk.office)
        // Seven days before the course is the last day.
        try desk.moveClock(days: -7, "23:59")
        desk.test.clock.advance(seconds: 59)
        #expect(try await answer.sheet(id, by: own).stage == .open)
        desk.test.clock.advance(seconds: 1)
        #expect(try await answer.sheet(id, by: own).stage == .closed([.confirmationPassed]))
        await #expect(throws: Refusal.workflow([.confirmationPassed])) { try await answer(id, Self.form, by: own) }
        // The coordinator still can, for the officer, and it is written whose deed it was.
        try await answer(id, Self.form, by: ApplyingOffice.coordinator)
        let entry = try #require(try await events(id, desk).first)
        #expect(entry.actor == ApplyingOffice.coordinator.account && entry.onBehalfOf == officer.id.text)
        await desk.test.close()
    }

    @Test func `edge 11: after the freeze the officer reads, the coordinator changes, and the list marks it`()
        async throws
    {
        let desk = try await ApplyingOffice(quota: 2)
        let (officer, id) = try await desk.approved(1)
        let early = try await desk.approved(2)
        let own = TestOffice.caller(officer)
        let answer = AnswerSeat(desk.office)
        try await answer(id, Self.form, by: own)
        try await answer(early.id, Self.form, by: TestOffice.caller(early.officer))
        try desk.moveClock(days: -2, "23:59")
        var changed = Self.form
        changed.plate = "WA 1"
        try await answer(id, changed, by: own)
        // The day is over.
        desk.test.clock.advance(seconds: 60)
        let frozen = try await answer.sheet(id, by: own)
        #expect(frozen.stage == .closed([.logisticsFrozen]))
        #expect(frozen.mayAskRelease, "Tidak Hadir is open until the course begins")
        changed.vehicle = VehicleKind.none
        await #expect(throws: Refusal.workflow([.logisticsFrozen])) { try await answer(id, changed, by: own) }
        let before = try await ReadLogistics(desk.office)(desk.course.id, by: ApplyingOffice.coordinator)
        #expect(before.rows.map(\.isLate) == [false, false])
        try await answer(id, changed, by: ApplyingOffice.coordinator)
        let after = try await ReadLogistics(desk.office)(desk.course.id, by: ApplyingOffice.coordinator)
        #expect(after.rows.map(\.isLate) == [true, false])
        #expect(after.rows[0].before?.vehicle.plate?.display == "WA 1")
        #expect(after.rows[0].logistics?.vehicle == Vehicle.none)
        await desk.test.close()
    }
}

/// `Vehicle.Kind.none` in places that would take it for nothing.
typealias VehicleKind = Vehicle.Kind
