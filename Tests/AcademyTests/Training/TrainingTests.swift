import Academy
import Testing

/// Edge case 61.
@Suite struct TrainingTests {
    private static func activity(_ attended: (String, Int)...) throws -> TrainingActivity {
        TrainingActivity(
            attended: try attended.map { .init(day: try #require(Day(iso: $0.0)), minutes: $0.1) })
    }

    private static func years(_ activities: TrainingActivity..., caps: TrainingCaps = .none) -> [TrainingYear] {
        TrainingYear.years(of: activities, caps: caps)
    }

    @Test(arguments: [
        (0, "0", "0.0"), (180, "3", "0.5"), (360, "6", "1.0"), (450, "7.5", "1.2"), (465, "7.75", "1.2"),
        (2400, "40", "6.6"), (2520, "42", "7.0"), (50, "0.83", "0.1"), (66, "1.1", "0.1"), (63, "1.05", "0.1"),
    ])
    func `hours and days never show more than there is`(minutes: Int, hours: String, days: String) {
        #expect(TrainingTime(minutes: minutes).hoursText == hours)
        #expect(TrainingTime(minutes: minutes).daysText == days)
    }

    @Test func `edge 61: three hours and three hours are a day, a long day is one day`() throws {
        let halves = try Self.years(Self.activity(("2026-03-02", 180)), Self.activity(("2026-05-04", 180)))
        #expect(halves.map(\.days.daysText) == ["1.0"])
        let long = try Self.years(Self.activity(("2026-03-02", 240), ("2026-03-02", 210)))
        #expect(long.map(\.days.daysText) == ["1.0"])
        #expect(long.map(\.hours.hoursText) == ["7.5"])
    }

    @Test func `edge 27: a course over New Year counts in both years, each session in its own`() throws {
        let years = try Self.years(Self.activity(("2025-12-31", 360), ("2026-01-02", 450), ("2026-01-03", 180)))
        #expect(years.map(\.year) == [2025, 2026])
        #expect(years.map(\.hours.minutes) == [360, 630])
        #expect(years.map(\.days.minutes) == [360, 540])
    }

    @Test func `short activities are capped only where the rule is applied`() throws {
        let short = try (1...28).map { try Self.activity(("2026-02-\($0 < 10 ? "0" : "")\($0)", 120)) }
        let whole = try Self.activity(("2026-03-02", 360))
        let free = TrainingYear.years(of: short + [whole])
        #expect(free.map(\.hours.minutes) == [28 * 120 + 360])
        let caps = TrainingCaps(shortActivities: TrainingTime(minutes: 30 * 60))
        #expect(TrainingYear.years(of: short + [whole], caps: caps).map(\.hours.minutes) == [30 * 60 + 360])
    }

    @Test func `the target is seven days until 2021 and forty hours since`() throws {
        #expect(TrainingTarget.of(year: 2021) == .days(7))
        #expect(TrainingTarget.of(year: 2022) == .hours(40))
        let week = try Self.years(
            Self.activity(
                ("2026-03-02", 480), ("2026-03-03", 480), ("2026-03-04", 480), ("2026-03-05", 480), ("2026-03-06", 479))
        )
        #expect(try !TrainingTarget.hours(40).isReached(by: #require(week.first)))
        #expect(try !TrainingTarget.days(7).isReached(by: #require(week.first)))
        #expect(try TrainingTarget.days(5).isReached(by: #require(week.first)))
    }

    @Test func `only sessions that were held and attended are training`() throws {
        func session(_ id: String, cancelled: Bool = false) -> Session {
            Session(
                id: Session.ID(id), day: Day(daysSinceEpoch: 20_000), start: .midnight, end: .midnight, minutes: 60,
                isCancelled: cancelled)
        }
        let course = Course(
            id: Course.ID("c"), code: try #require(CourseCode(parsing: "AK-1")), titleMalay: "", titleEnglish: "",
            studyCentre: "", venue: "", fee: .zero,
            sessions: [session("a"), session("b"), session("c"), session("d", cancelled: true), session("e")])
        let marks: [Session.ID: AttendanceMark] = [
            Session.ID("a"): .present, Session.ID("b"): .late, Session.ID("c"): .absent, Session.ID("d"): .present,
        ]
        #expect(TrainingActivity(course: course, marks: marks).attended.count == 2)
    }
}
