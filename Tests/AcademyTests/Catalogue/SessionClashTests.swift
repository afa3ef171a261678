import Academy
import Testing

@Suite struct SessionClashTests {
    private static func session(_ id: String, _ day: Int, _ start: Int, _ end: Int, cancelled: Bool = false) throws
        -> Session
    {
        Session(
            id: Session.ID(id), day: Day(daysSinceEpoch: 20_000 + day),
            start: try #require(TimeOfDay(minutesSinceMidnight: start * 60)),
            end: try #require(TimeOfDay(minutesSinceMidnight: end * 60)), minutes: (end - start) * 60,
            isCancelled: cancelled)
    }

    private static func course(_ id: String, _ sessions: [Session]) throws -> Course {
        Course(
            id: Course.ID(id), code: try #require(CourseCode(parsing: "AK-\(id)")), titleMalay: "", titleEnglish: "",
            studyCentre: "", venue: "", fee: .zero, sessions: sessions)
    }

    @Test(arguments: [
        (8, 10, 9, 11, true), (8, 10, 10, 12, false), (9, 10, 8, 12, true), (8, 12, 9, 10, true), (8, 9, 10, 11, false),
        (8, 10, 8, 10, true), (10, 12, 8, 10, false),
    ])
    func `edge 56: a shared hour clashes, a shared minute of change does not`(
        start: Int, end: Int, otherStart: Int, otherEnd: Int, isClash: Bool
    ) throws {
        let (one, other) = try (Self.session("a", 1, start, end), Self.session("b", 1, otherStart, otherEnd))
        #expect(SessionClash.overlap(one, other) == isClash)
        #expect(SessionClash.overlap(other, one) == isClash)
        #expect(try !SessionClash.overlap(one, Self.session("b", 2, otherStart, otherEnd)))
        #expect(try !SessionClash.overlap(one, Self.session("b", 1, otherStart, otherEnd, cancelled: true)))
    }

    @Test func `courses that alternate do not clash, one shared afternoon does`() throws {
        let odd = try Self.course("odd", [Self.session("o1", 1, 8, 17), Self.session("o3", 3, 8, 17)])
        let even = try Self.course("even", [Self.session("e2", 2, 8, 17), Self.session("e4", 4, 8, 17)])
        let late = try Self.course("late", [Self.session("l3", 3, 14, 17), Self.session("l5", 5, 14, 17)])
        #expect(odd.clashes(with: [even, odd]).isEmpty)
        let clashes = odd.clashes(with: [even, late])
        #expect(clashes.map(\.session.text) == ["o3"])
        #expect(clashes.map(\.otherSession.text) == ["l3"])
        #expect(clashes.map(\.otherCourse.text) == ["late"])
    }
}

@Suite struct YearlyCapTests {
    @Test(arguments: ApplicationState.allCases)
    func `only seats that were given and kept count`(state: ApplicationState) throws {
        let starts = try #require(Day(iso: "2026-12-30"))
        let counts: Set<ApplicationState> = [
            .offered, .approved, .attending, .releaseRequested, .completed, .insufficient, .absent,
        ]
        #expect(YearlyCap.count([(state, starts)], in: 2026) == (counts.contains(state) ? 1 : 0))
        #expect(YearlyCap.count([(state, starts)], in: 2027) == 0)
    }
}

@Suite struct CourseLengthTests {
    @Test(arguments: [
        ("2026-01-01", "2026-01-01", CourseLength.short), ("2026-01-01", "2026-03-31", .short),
        ("2026-01-01", "2026-04-01", .medium), ("2026-01-01", "2026-12-31", .medium),
        ("2026-01-01", "2027-01-01", .long), ("2025-11-30", "2026-02-27", .short),
        ("2025-11-30", "2026-02-28", .medium),
    ])
    func `months are counted with both ends`(first: String, last: String, length: CourseLength) throws {
        #expect(try CourseLength(first: #require(Day(iso: first)), last: #require(Day(iso: last))) == length)
    }

    @Test func `a month without the day gives its last`() throws {
        #expect(try #require(Day(iso: "2025-11-30")).adding(months: 3).iso == "2026-02-28")
        #expect(try #require(Day(iso: "2025-12-15")).adding(months: 1).iso == "2026-01-15")
        #expect(try #require(Day(iso: "2026-03-31")).adding(months: -1).iso == "2026-02-28")
    }
}
