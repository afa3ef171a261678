import Academy
import Desk

/// `/dashboard`: *Dashboard Pengguna*, what is to be done next, and by when.
struct DashboardPage: Page {
    static let template = "dashboard"
    var name: String
    var today: Day
    /// nil for an account that belongs to no officer.
    var officer: Officer?
    /// nil for who has no such work.
    var work: [WorkLine]?
    /// Ways on for who has neither.
    var doors: [Door] = []
    /// What has not been read yet, the newest first.
    var notices: [NoticesPage.Row] = []

    struct Officer: Sendable, Hashable {
        var journeys: [JourneyCard]
        var recent: [JourneyCard]
        var training: TrainingCard
    }

    /// One way on.
    struct Door: Sendable, Hashable {
        var route: Route
        /// Key of its texts, below `dashboard.door`.
        var key: String
        var icon: String
    }

    func title(_ words: Phrases) -> String { words("dashboard.heading") }

    func fields(_ words: Phrases) -> Fields {
        let work = work ?? []
        let kinds = work.reduce(into: [String]()) { if !$0.contains($1.kind) { $0.append($1.kind) } }
        return [
            "name": name, "isOfficer": officer != nil,
            "training": (officer?.training.fields(words)).orAbsent,
            "cards": officer.map { $0.journeys.map { $0.fields(words, today: today) } } ?? [],
            "recent": officer.map { $0.recent.map { $0.fields(words, today: today) } } ?? [],
            "hasRecent": officer?.recent.isEmpty == false, "hasNoCards": officer?.journeys.isEmpty == true,
            "summary": (officer.map { summary($0, words) }).orAbsent,
            "catalogueHref": Route.catalogue.path, "applicationsHref": Route.applications.path,
            "hasWork": self.work != nil, "hasNoWork": self.work?.isEmpty == true,
            "work": kinds.map { kind -> Fields in
                [
                    "id": "kerja-\(kind)", "heading": words("work.\(kind).heading"),
                    "rows": work.filter { $0.kind == kind }.map { $0.fields(words, today: today) },
                ]
            },
            "hasNotices": !notices.isEmpty, "notices": notices.map { $0.fields(words) },
            "noticesHref": Route.notices(.notices).path, "hasDoors": !doors.isEmpty,
            "doors": doors.map { door -> Fields in
                [
                    "href": door.route.path, "icon": door.icon, "label": words("dashboard.door.\(door.key).label"),
                    "text": words("dashboard.door.\(door.key).text"),
                ]
            },
        ]
    }

    private func summary(_ officer: Officer, _ words: Phrases) -> String {
        let owed = officer.journeys.count { $0.next.isOwed }
        if officer.journeys.isEmpty { return words("dashboard.summary.none") }
        return owed == 0
            ? words("dashboard.summary.nothing") : words("dashboard.summary.owed", ["n": words.number(owed)])
    }
}

/// One thing, or several of a kind, that wait for the reader.
struct WorkLine: Sendable, Hashable {
    /// `applications`, `receipts` …, as ``WaitingWork`` names it.
    var kind: String
    var number: Int
    var course: JourneyCard.Course?
    var deadline: Day?
    var since: Instant?
    /// nil where nothing can be opened yet.
    var route: Route?

    func fields(_ words: Phrases, today: Day) -> Fields {
        let title = course.map { $0.title(words) }
        let text = words("work.\(kind).text", ["n": words.number(number)])
        let note = course.map { "\($0.code) · \($0.dates.text(in: words.language))" }
        return [
            "href": (route?.path).orAbsent, "title": title ?? text, "text": title == nil ? false : text as any Showable,
            "note": (note ?? since.map { words("work.since", ["day": words.day(of: $0)]) }).orAbsent,
            "due": (deadline.map { words.due($0, today: today) }).orAbsent,
            "dueClass": deadline.map { $0.dueClass(today: today) } ?? "",
        ]
    }
}

/// The year's hours and days beside what should be reached.
struct TrainingCard: Sendable, Hashable {
    var year: Int
    var hours: TrainingTime
    var days: TrainingTime
    var isReached: Bool

    private static let wantedHours = 40
    private static let wantedDays = 7

    func fields(_ words: Phrases) -> Fields {
        let left = TrainingTime(minutes: Self.wantedHours * 60 - hours.minutes)
        return [
            "heading": words("training.heading", ["year": String(year)]),
            "hours": words("training.hours", ["n": hours.hoursText, "all": String(Self.wantedHours)]),
            "days": words("training.days", ["n": days.daysText, "all": String(Self.wantedDays)]),
            "hoursShare": Self.share(hours.minutes, of: Self.wantedHours * 60),
            "daysShare": Self.share(days.minutes, of: Self.wantedDays * TrainingTime.minutesOfDay),
            "isReached": isReached,
            "text": isReached ? words("training.reached") : words("training.left", ["n": left.hoursText]),
        ]
    }

    /// Whole percent, never more than all.
    private static func share(_ part: Int, of all: Int) -> Int { min(100, 100 * part / max(1, all)) }
}
