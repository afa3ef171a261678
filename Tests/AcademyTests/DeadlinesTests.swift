import Academy
import Testing

@Suite struct DeadlinesTests {
    private static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    @Test func `the defaults keep the order`() throws {
        let deadlines = try Deadlines(start: Self.day("2026-03-16"), end: Self.day("2026-03-18"))
        #expect(
            Deadlines.Field.allCases.map { deadlines[$0].iso } == [
                "2026-03-02", "2026-03-06", "2026-03-09", "2026-03-14", "2026-03-16", "2026-03-18", "2026-03-25",
                "2026-04-01",
            ])
        #expect(deadlines.certificatePromise.iso == "2026-03-25")
    }

    @Test func `a course of one day has defaults too`() throws {
        let day = try Self.day("2026-03-01")
        #expect(try Deadlines(start: day, end: day).freeze.iso == "2026-02-27")
    }

    /// Moves one field at a time onto and past its neighbour: only that order is broken, and only it is reported.
    @Test(arguments: [
        (Deadlines.Field.closing, 4, true), (.closing, 3, false), (.decision, 3, true), (.decision, 2, false),
        (.confirmation, 5, true), (.confirmation, 4, false), (.freeze, 2, true), (.freeze, 1, false),
        (.end, -3, true), (.end, -2, false), (.payment, -8, true), (.payment, -7, false),
        (.evaluation, -15, true), (.evaluation, -14, false),
    ])
    func `each field has its bound`(field: Deadlines.Field, shift: Int, isRefused: Bool) throws {
        let good = try Deadlines(start: Self.day("2026-03-16"), end: Self.day("2026-03-18"))
        func day(_ other: Deadlines.Field) -> Day { good[other].adding(days: other == field ? shift : 0) }
        let made = Result {
            try Deadlines(
                closing: day(.closing), decision: day(.decision), confirmation: day(.confirmation),
                freeze: day(.freeze), start: day(.start), end: day(.end), payment: day(.payment),
                evaluation: day(.evaluation))
        }
        switch made {
        case .success: #expect(!isRefused)
        case .failure(let error):
            #expect(isRefused)
            #expect((error as? Deadlines.Rejected)?.problems.keys.map(\.self) == [field])
        }
    }

    @Test func `everything that is wrong is told at once`() throws {
        let day = try Self.day("2026-03-16")
        let rejected = #expect(throws: Deadlines.Rejected.self) {
            try Deadlines(
                closing: day, decision: day, confirmation: day, freeze: day, start: day, end: day.adding(days: -1),
                payment: day.adding(days: -2), evaluation: day.adding(days: -2))
        }
        #expect(
            Set(rejected?.problems.keys.map(\.self) ?? [])
                == [.closing, .decision, .confirmation, .freeze, .end, .payment, .evaluation])
        #expect(
            rejected?.problems[.closing]?.description == "this day must be before “decision”, which is 2026-03-16")
    }

    @Test func `the order alone leaves three days between the last offer and the start`() throws {
        let start = try Self.day("2026-03-16")
        func deadlines(closing: Int) throws -> Deadlines {
            try Deadlines(
                closing: start.adding(days: closing), decision: start.adding(days: closing + 1),
                confirmation: start.adding(days: closing + 2), freeze: start.adding(days: closing + 3), start: start,
                end: start, payment: start, evaluation: start)
        }
        #expect(try deadlines(closing: -4).decision == start.adding(days: -3))
        #expect(throws: Deadlines.Rejected.self) { try deadlines(closing: -3) }
    }
}

@Suite struct EndOfDayTests {
    @Test func `edge 52: a deadline holds until the last second of its day in Kuala Lumpur`() throws {
        let day = try #require(Day(iso: "2026-03-31"))
        let last = try #require(Instant(iso: "2026-03-31T15:59:59.999Z"))
        #expect(Instant.end(of: day) == last)
        #expect(!last.isAfter(day))
        #expect(try #require(Instant(iso: "2026-03-31T16:00:00.000Z")).isAfter(day))
        #expect(try Instant(day, at: #require(TimeOfDay(iso: "08:30"))).iso == "2026-03-31T00:30:00.000Z")
    }

    @Test func `an offer is open for two days, and never beyond the confirmation day`() throws {
        let deadlines = try Deadlines(start: #require(Day(iso: "2026-03-16")), end: #require(Day(iso: "2026-03-16")))
        let early = try #require(Instant(iso: "2026-03-01T02:00:00.000Z"))
        #expect(OfferClock.expiry(offered: early, deadlines: deadlines).iso == "2026-03-03T02:00:00.000Z")
        let late = try #require(Instant(iso: "2026-03-09T02:00:00.000Z"))
        #expect(OfferClock.expiry(offered: late, deadlines: deadlines).iso == "2026-03-09T15:59:59.999Z")
    }

    @Test(arguments: [
        ("2026-03-11T02:00:00.000Z", "2026-03-13T02:00:00.000Z"),
        ("2026-03-15T02:00:00.000Z", "2026-03-15T16:00:00.000Z"),
        ("2026-03-16T02:00:00.000Z", "2026-03-18T02:00:00.000Z"),
    ])
    func `edge 9: an offer by hand after the confirmation day is open until the course begins`(
        made: String, ends: String
    )
        throws
    {
        let deadlines = try Deadlines(start: #require(Day(iso: "2026-03-16")), end: #require(Day(iso: "2026-03-16")))
        #expect(try OfferClock.expiry(offered: #require(Instant(iso: made)), deadlines: deadlines).iso == ends)
    }
}

@Suite struct WorkingCalendarTests {
    private static func working(_ days: Int, from text: String, _ state: ServiceState, holidays: [String] = []) throws
        -> String
    {
        let calendar = WorkingCalendar(state: state, holidays: Set(holidays.compactMap { Day(iso: $0) }))
        return try calendar.day(days, workingDaysAfter: #require(Day(iso: text))).iso
    }

    /// 2 January 2025 is a Thursday; 26 December 2024 too.
    @Test(arguments: [
        (ServiceState.selangor, "2025-01-02", "2025-01-09"), (.kelantan, "2025-01-02", "2025-01-09"),
        (.johor, "2025-01-02", "2025-01-09"), (.johor, "2024-12-26", "2025-01-02"),
        (.kedah, "2025-01-05", "2025-01-12"), (.selangor, "2025-01-05", "2025-01-10"),
        (.johor, "2025-01-05", "2025-01-10"), (.johor, "2023-01-05", "2023-01-12"),
        (.johor, "2023-01-06", "2023-01-12"), (.selangor, "2023-01-06", "2023-01-13"),
    ])
    func `edge 51: five working days are the state's`(state: ServiceState, from: String, to: String) throws {
        #expect(try Self.working(5, from: from, state) == to)
    }

    @Test func `holidays do not count, and one on a weekend does not count twice`() throws {
        #expect(
            try Self.working(5, from: "2025-01-27", .selangor, holidays: ["2025-01-29", "2025-01-30"]) == "2025-02-05")
        #expect(try Self.working(5, from: "2025-01-27", .selangor, holidays: ["2025-02-01"]) == "2025-02-03")
        #expect(try Self.working(0, from: "2025-02-01", .selangor) == "2025-02-01")
    }

    @Test(arguments: ServiceState.allCases)
    func `counting on and counting between agree`(state: ServiceState) throws {
        let start = try #require(Day(iso: "2024-12-20"))
        let calendar = WorkingCalendar(state: state, holidays: [start.adding(days: 5), start.adding(days: 12)])
        for count in 1...30 {
            let end = calendar.day(count, workingDaysAfter: start)
            #expect(calendar.isWorkingDay(end))
            #expect(calendar.workingDays(after: start, through: end) == count)
        }
        #expect(calendar.workingDays(after: start, through: start) == 0)
    }

    @Test func `edge 51: Johor rested on Friday and Saturday from 2014 to 2024`() throws {
        func weekend(_ text: String) throws -> Weekend { try .of(.johor, on: #require(Day(iso: text))) }
        #expect(try weekend("2013-12-31") == .saturdaySunday)
        #expect(try weekend("2014-01-01") == .fridaySaturday)
        #expect(try weekend("2024-12-31") == .fridaySaturday)
        #expect(try weekend("2025-01-01") == .saturdaySunday)
    }

    @Test func `a calendar without a working day ends`() throws {
        let start = try #require(Day(iso: "2025-01-01"))
        let closed = WorkingCalendar(state: .perak, holidays: Set((1...4000).map { start.adding(days: $0) }))
        #expect(closed.day(1, workingDaysAfter: start) == start.adding(days: 3660))
    }

    @Test func `supervisors are reminded after two and four working days, and escalated after five`() throws {
        let calendar = WorkingCalendar(state: .kelantan, holidays: [])
        let plan = try Reminder.support(sent: #require(Day(iso: "2025-01-02")), calendar: calendar)
        #expect(plan.reminders.map(\.day.iso) == ["2025-01-06", "2025-01-08"])
        #expect(plan.escalation.iso == "2025-01-09")
        let deadlines = try Deadlines(start: #require(Day(iso: "2026-03-16")), end: #require(Day(iso: "2026-03-18")))
        #expect(Reminder.confirmation(deadlines).map(\.day.iso) == ["2026-03-06", "2026-03-08"])
        #expect(Reminder.evaluation(deadlines).map(\.day.iso) == ["2026-03-20", "2026-03-25"])
    }
}
