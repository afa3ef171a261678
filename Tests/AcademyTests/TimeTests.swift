import Academy
import Testing

@Suite struct DayTests {
    @Test func `every day of four centuries goes to its number and back`() {
        let start = Day(year: 1800, month: 1, day: 1)?.daysSinceEpoch ?? 0
        var previous: Day?
        for number in start..<start + 146_097 {
            let day = Day(daysSinceEpoch: number)
            if day.daysSinceEpoch != number { Issue.record("\(day) is not day \(number)") }
            if let previous, previous >= day { Issue.record("\(day) does not follow \(previous)") }
            previous = day
        }
    }

    @Test(arguments: [("2025-06-09", 1), ("2026-11-24", 2), ("1970-01-01", 4), ("2024-02-29", 4), ("2025-03-09", 0)])
    func `weekdays are right`(text: String, weekday: Int) throws {
        #expect(try #require(Day(iso: text)).weekday == weekday)
    }

    @Test(arguments: [
        "2025-02-29", "2025-13-01", "2025-1-01", "25-01-01", "2025/01/01", "2025-00-10", "", "2025-01-01 ",
    ])
    func `what is no day is refused`(text: String) {
        #expect(Day(iso: text) == nil)
    }
}

@Suite struct InstantTests {
    @Test(arguments: [
        "1970-01-01T00:00:00.000Z", "2026-03-09T23:59:59.999Z", "1969-12-31T23:59:59.001Z", "2024-02-29T12:00:00.500Z",
    ])
    func `a moment prints as it was read`(text: String) throws {
        #expect(try #require(Instant(iso: text)).iso == text)
    }

    @Test(arguments: [
        "2026-03-09T23:59:59Z", "2026-03-09 23:59:59.000Z", "2026-03-09T24:00:00.000Z", "2026-02-30T00:00:00.000Z",
    ])
    func `any other form is refused`(text: String) {
        #expect(Instant(iso: text) == nil)
    }

    @Test func `the academy's day begins at four in the afternoon of the day before in UTC`() throws {
        #expect(try #require(Instant(iso: "2026-03-08T15:59:59.999Z")).day.iso == "2026-03-08")
        #expect(try #require(Instant(iso: "2026-03-08T16:00:00.000Z")).day.iso == "2026-03-09")
        #expect(try #require(Instant(iso: "2026-03-08T16:05:00.000Z")).timeOfDay.iso == "00:05")
    }
}

@Suite struct DatePhraseTests {
    @Test(arguments: [
        (["2025-03-09"], "9 Mac 2025", "9 March 2025"),
        (["2025-03-11", "2025-03-09", "2025-03-10"], "9 – 11 Mac 2025", "9 – 11 March 2025"),
        (["2025-03-30", "2025-03-31", "2025-04-01", "2025-04-02"], "30 Mac – 2 April 2025", "30 March – 2 April 2025"),
        (
            ["2025-12-30", "2025-12-31", "2026-01-01", "2026-01-02"], "30 Disember 2025 – 2 Januari 2026",
            "30 December 2025 – 2 January 2026"
        ),
        (["2025-03-03", "2025-03-05", "2025-03-10"], "3, 5 dan 10 Mac 2025", "3, 5 and 10 March 2025"),
        (["2025-03-10", "2025-03-03", "2025-03-05"], "3, 5 dan 10 Mac 2025", "3, 5 and 10 March 2025"),
        (["2025-03-03", "2025-03-05"], "3 dan 5 Mac 2025", "3 and 5 March 2025"),
        (["2025-03-30", "2025-04-02"], "30 Mac dan 2 April 2025", "30 March and 2 April 2025"),
        (["2025-03-28", "2025-03-30", "2025-04-02"], "28, 30 Mac dan 2 April 2025", "28, 30 March and 2 April 2025"),
        (["2025-12-30", "2026-01-02"], "30 Disember 2025 dan 2 Januari 2026", "30 December 2025 and 2 January 2026"),
        (["2025-03-09", "2025-03-09"], "9 Mac 2025", "9 March 2025"),
        ([], "", ""),
    ])
    func `the days of a course are written as people write them`(days: [String], malay: String, english: String) {
        let phrase = DatePhrase(days.compactMap(Day.init(iso:)))
        #expect(phrase.text(in: .malay) == malay)
        #expect(phrase.text(in: .english) == english)
    }

    @Test func `a weekday stands before its day`() throws {
        #expect(DatePhrase.withWeekday(try #require(Day(iso: "2025-06-09")), in: .malay) == "Isnin, 9 Jun 2025")
    }

    @Test(arguments: [
        ("08:30", "8.30 pagi", "8.30 am"), ("12:00", "12.00 tengah hari", "12.00 noon"),
        ("17:00", "5.00 petang", "5.00 pm"),
        ("20:00", "8.00 malam", "8.00 pm"), ("00:15", "12.15 tengah malam", "12.15 am"),
    ])
    func `times have a dot and a part of the day`(time: String, malay: String, english: String) throws {
        let time = try #require(TimeOfDay(iso: time))
        #expect(time.text(in: .malay) == malay)
        #expect(time.text(in: .english) == english)
    }

    @Test func `every phrase of days and times is told again in the other language, and nothing else is`() {
        let days = (0..<400).map { Day(daysSinceEpoch: 20_000 + $0) }
        var pairs = days.map { day in Language.allCases.map { DatePhrase.full(day, $0) } }
        pairs += days.map { day in Language.allCases.map { DatePhrase.withWeekday(day, in: $0) } }
        pairs += (0..<1440).map { minute in
            let moment = Instant(days[0], at: TimeOfDay(minutesSinceMidnight: minute) ?? .midnight)
            return Language.allCases.map { DatePhrase.moment(moment, $0) }
        }
        for step in 1...3 {
            let phrase = DatePhrase([days[10], days[10 + step], days[28 + step], days[310]])
            pairs.append(Language.allCases.map { phrase.text(in: $0) })
            pairs.append(Language.allCases.map { DatePhrase(days[20...(24 + step * 90)]).text(in: $0) })
        }
        for pair in pairs {
            for (language, text) in zip(Language.allCases, pair) {
                for other in pair { #expect(DatePhrase.retold(other, in: language) == text) }
            }
        }
        for text in ["Mac dan Mei di Melaka", "8.30 entah", "", "Kursus 9 Mac 2026"] where !text.isEmpty {
            #expect(DatePhrase.retold(text, in: .english) == text)
        }
    }
}

@Suite struct SenTests {
    @Test(
        arguments: [
            (0, "RM0.00"), (5, "RM0.05"), (123_450, "RM1,234.50"), (100_000_000, "RM1,000,000.00"),
            (99_999, "RM999.99"), (-150, "−RM1.50"),
        ] as [(Int64, String)])
    func `money is printed in ringgit`(sen: Int64, text: String) {
        #expect(Sen(sen).text == text)
    }

    @Test(
        arguments: [("RM1,234.50", 123_450), ("1234.5", 123_450), ("30", 3000), ("rm 30.00", 3000), ("0", 0)]
            as [(String, Int64)])
    func `money is read as people type it`(text: String, sen: Int64) {
        #expect(Sen(parsing: text) == Sen(sen))
    }

    @Test(arguments: ["", "RM", "-5", "1.234", "1,23.00", "12,34,567", "USD 5", "1e5", "5.", "9999999999999"])
    func `what is no amount is refused`(text: String) {
        #expect(Sen(parsing: text) == nil)
    }
}
