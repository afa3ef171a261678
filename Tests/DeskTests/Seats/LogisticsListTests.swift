import Academy
import Desk
import Records
import SQL
import Testing

@Suite struct `The logistics list` {
    private func list(
        _ desk: ApplyingOffice, by caller: Caller = ApplyingOffice.coordinator
    ) async throws -> LogisticsList {
        try await ReadLogistics(desk.office)(desk.course.id, by: caller)
    }

    @Test func `has everybody with a seat, who answers and how, cars by plate, beds by sex and meals by kind`()
        async throws
    {
        let desk = try await ApplyingOffice(quota: 9)
        let answer = AnswerSeat(desk.office)
        let forms: [AnswerSeat.Form?] = [
            .init(vehicle: .own, plate: "WB 2", needsLodging: true),
            .init(vehicle: .own, plate: "a 10", meal: .vegetarian, needsLodging: true),
            .init(vehicle: VehicleKind.none, diet: "kacang", needsLodging: false), nil,
        ]
        for (number, form) in zip(1..., forms) {
            let (officer, id) = try await desk.approved(number)
            if let form { try await answer(id, form, by: TestOffice.caller(officer)) }
        }
        let (_, gone) = try await desk.approved(5)
        try await desk.office.database.write { transaction throws in
            _ = try transaction.execute(
                "UPDATE application SET state = \(ApplicationState.released) WHERE id = \(gone)")
        }
        _ = try await desk.supported(6)
        let list = try await list(desk)
        #expect(list.rows.map(\.reply) == [.attending, .attending, .attending, .none])
        #expect(list.gone.map(\.application) == [gone])
        #expect(list.vehicles.map(\.logistics?.vehicle.plate?.normalised) == ["A10", "WB2"])
        // The number's last digit tells: the first officer is a man, the second a woman.
        #expect(list.lodgers(.male).map(\.name) == [list.rows[0].name])
        #expect(list.lodgers(.female).map(\.name) == [list.rows[1].name])
        #expect(list.meals == [.any: 2, .vegetarian: 1])
        #expect(list.diets.map(\.logistics?.diet) == ["kacang"])
        await desk.test.close()
    }

    @Test func `is read by those who run the course and by auditors`() async throws {
        let desk = try await ApplyingOffice()
        let (officer, _) = try await desk.approved(1)
        let auditor = Caller(account: "audit", officer: nil, roles: [.auditor], displayName: "", requestID: "r")
        #expect(try await list(desk, by: TestOffice.administrator).mayAnswer)
        #expect(try await !list(desk, by: auditor).mayAnswer)
        await #expect(throws: Refusal.notFound) { try await list(desk, by: ApplyingOffice.stranger) }
        await #expect(throws: Refusal.forbidden) { try await list(desk, by: TestOffice.caller(officer)) }
        await desk.test.close()
    }
}
