import Academy
import Records
import SQL
import Testing

@testable import Desk

@Suite struct `Reminders` {
    /// Moves the clock to nine in the morning of a day.
    private static func wake(_ desk: WaitingOffice, on day: Day) {
        let moment = Instant(day, at: TimeOfDay(minutesSinceMidnight: 9 * 60) ?? .midnight)
        desk.clock.advance(seconds: (moment.milliseconds - desk.clock.now.milliseconds) / 1000)
    }

    private static func letters(_ desk: WaitingOffice, _ kind: String = "reminder.due") async throws -> [OutboxMessage]
    {
        try await desk.office.database.read { transaction in
            try Outbox.page(before: nil, limit: 500, in: transaction).map(\.message).filter { $0.kind == kind }
        }
    }

    /// 1 June 2026 is a Monday.
    ///
    /// Kelantan rests on Friday and Saturday, Johor since 2025 on Saturday and Sunday.
    @Test(arguments: [
        (ServiceState.kelantan, "2026-06-03", ["2026-06-07", "2026-06-09", "2026-06-10"]),
        (.johor, "2026-06-03", ["2026-06-05", "2026-06-09", "2026-06-10"]),
    ])
    func `edge 51: a supervisor is reminded after two and four working days of the state, the coordinator after five`(
        state: ServiceState, sent: String, days: [String]
    ) async throws {
        let desk = try await WaitingOffice()
        Self.wake(desk, on: try #require(Day(iso: sent)))
        let (_, id) = try await desk.desk.sent(1)
        try await desk.office.database.write { transaction in
            _ = try transaction.execute("UPDATE officer SET state = \(state) WHERE id >= ''")
        }
        var told: [String] = []
        for _ in 1...12 {
            desk.pass(days: 1)
            for _ in 1...2 where try await SendReminders(desk.office)() > 0 { told.append(desk.clock.now.day.iso) }
        }
        #expect(told == days)
        let letters = try await Self.letters(desk)
        #expect(letters.count { $0.recipient == "penyelia@customs.gov.my" } == 2)
        #expect(letters.count { $0.recipient == ApplyingOffice.coordinator.account } == 1)
        let link = try #require(letters.first { $0.recipient == "penyelia@customs.gov.my" }?.values["link"])
        let token = String(link.split(separator: "/").last ?? "")
        try await DecideSupport(desk.office)(token: token, supports: true, reason: "", requestID: "r")
        #expect(try await desk.states([id]) == [.supported], "the reminder's own link decides")
        await desk.close()
    }

    @Test func `a holiday of the state moves the days, and what was missed is not sent late`() async throws {
        let desk = try await WaitingOffice()
        let monday = try #require(Day(iso: "2026-06-01"))
        Self.wake(desk, on: monday)
        _ = try await desk.desk.sent(1)
        try await desk.office.database.write { transaction in
            try Holidays.replace([(monday.adding(days: 1), "Hari Keputeraan")], of: .melaka, in: transaction)
        }
        Self.wake(desk, on: monday.adding(days: 2))
        #expect(try await SendReminders(desk.office)() == 0, "Tuesday was a holiday")
        Self.wake(desk, on: monday.adding(days: 6))
        #expect(try await SendReminders(desk.office)() == 1)
        Self.wake(desk, on: monday.adding(days: 30))
        #expect(try await SendReminders(desk.office)() == 1, "only the coordinator; the second reminder is past")
        #expect(try await SendReminders(desk.office)() == 0)
        await desk.close()
    }

    @Test func `an officer with a seat is reminded three days and one day before the confirmation day`() async throws {
        let desk = try await WaitingOffice(quota: 3)
        let people = try await desk.queue(1...2)
        let file = try #require(await desk.office.database.read { try CourseFile.open(desk.course, in: $0) })
        var told: [Int] = []
        for before in [-4, -3, -2, -1, 0, 1] {
            Self.wake(desk, on: file.deadlines.confirmation.adding(days: before))
            if before == -2 {
                let answered = people[1].id
                try await desk.office.database.write { transaction in
                    _ = try transaction.execute("UPDATE application SET state = 'attending' WHERE id = \(answered)")
                }
            }
            told.append(try await SendReminders(desk.office)())
        }
        #expect(told == [0, 2, 0, 1, 0, 0])
        let letter = try await Self.letters(desk).first
        #expect(letter?.values["link"]?.hasSuffix("/permohonan/\(people[0].id)") == true)
        await desk.close()
    }

    @Test func `after the course the evaluation and the receipt are asked for twice each, of whom they are wanted`()
        async throws
    {
        let desk = try await WaitingOffice(quota: 4)
        let people = try await desk.queue(1...4)
        let file = try #require(await desk.office.database.read { try CourseFile.open(desk.course, in: $0) })
        let end = file.deadlines.end
        Self.wake(desk, on: end)
        let now = desk.clock.now
        try await desk.office.database.write { transaction in
            for (index, person) in people.enumerated() {
                guard
                    var record = try Participations.find(
                        officer: person.officer.id, course: file.course.id, in: transaction)
                else { continue }
                record.evaluation = index == 1 ? .sent : index == 3 ? .notOpen : .open
                record.fee = index == 2 ? .verified : .unpaid
                record.outcome = index == 3 ? .absent : .completed
                record.attended = .init(by: "p", at: now)
                _ = try Participations.update(record, in: transaction)
            }
        }
        var told: [Int: Int] = [:]
        for day in 0...16 {
            Self.wake(desk, on: end.adding(days: day))
            told[day] = try await SendReminders(desk.office)()
        }
        #expect(told.filter { $0.value > 0 } == [2: 2, 5: 2, 7: 4])
        await desk.close()
    }

    @Test func `the daily digest goes to coordinators and the finance unit on working days, once, if anything waits`()
        async throws
    {
        let desk = try await WaitingOffice()
        let monday = try #require(Day(iso: "2026-06-01"))
        Self.wake(desk, on: monday)
        #expect(try await SendReminders(desk.office)() == 0, "nothing waits")
        for number in 1...2 { _ = try await desk.desk.supported(number) }
        for _ in 1...2 { _ = try await SendReminders(desk.office)() }
        let digest = try await Self.letters(desk, "digest.daily")
        #expect(digest.map(\.recipient) == [ApplyingOffice.coordinator.account])
        #expect(digest.first?.values["count"] == "2")
        #expect(digest.first?.values["applications"] == "2")
        for day in [5, 6] {
            Self.wake(desk, on: monday.adding(days: day))
            _ = try await SendReminders(desk.office)()
        }
        #expect(try await Self.letters(desk, "digest.daily").count == 1, "the academy rests on Saturday and Sunday")
        Self.wake(desk, on: monday.adding(days: 7))
        _ = try await SendReminders(desk.office)()
        #expect(try await Self.letters(desk, "digest.daily").count == 2)
        await desk.close()
    }

    @Test func `nobody is written to at night`() throws {
        let day = try #require(Day(iso: "2026-06-01"))
        for (time, isTime) in [("00:00", false), ("07:59", false), ("08:00", true), ("23:59", true)] {
            #expect(SendReminders.isTime(Instant(day, at: try #require(TimeOfDay(iso: time)))) == isTime)
        }
    }
}
