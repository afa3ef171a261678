import Academy

/// `/pentadbir/kursus/{course}/permohonan`: a course's applications, for its coordinators.
struct BoardPage: Page {
    static let template = "board"
    var id: String
    var code: String
    var titleMalay: String
    var titleEnglish: String
    var quota: Int
    var seatsHeld: Int
    var decideBy: Day
    var counts: [ApplicationState: Int]
    var state: ApplicationState
    var rows: [Row]
    var mayDecide: Bool
    var next: String?
    var isFirstPage: Bool
    var results: [Result] = []
    /// Nothing was ticked, or a rejection had no reason.
    var problem: String?

    struct Row: Sendable, Hashable {
        var id: String
        var reference: String
        var name: String
        var post: String
        var station: String
        var supervisor: String
        var since: Instant
        /// Courses that hold a seat of the applicant's at the same hours.
        var clashes: [CourseHead] = []
        var isOwn: Bool
    }

    struct Result: Sendable, Hashable {
        var name: String
        var state: ApplicationState?
        var refusals: [ApplicationRefusal]
    }

    /// In the order of the workflow; the first is what waits for the academy.
    static let shown: [ApplicationState] = [
        .supported, .submitted, .approved, .attending, .releaseRequested, .waiting, .unsuccessful, .notSupported,
        .withdrawn, .completed,
    ]

    /// Those who wait and those to whom a seat is offered stand on one page.
    private func count(_ state: ApplicationState) -> Int {
        (counts[state] ?? 0) + (state == .waiting ? counts[.offered] ?? 0 : 0)
    }

    func title(_ words: Phrases) -> String { words("board.heading") }

    func fields(_ words: Phrases) -> Fields {
        let left = max(0, quota - seatsHeld)
        let path = Route.board(course: id).path
        let isDeciding = mayDecide && state == .supported && !rows.isEmpty
        return CourseNav(course: id, current: .board, mayChange: true).fields(words).adding([
            "courseTitle": words.language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay,
            "code": code, "courseHref": Route.course(id).path,
            "releasesHref": AbsenceRoute.releases(course: id).path,
            "releasesCount": words.number(counts[.releaseRequested] ?? 0),
            "tableHref": Route.administration(.applicationsTable(course: id)).path,
            "seats": words(
                "board.seats", ["held": words.number(seatsHeld), "quota": words.number(quota)]),
            "left": words("board.left", ["n": words.number(left)]),
            "share": quota > 0 ? min(100, seatsHeld * 100 / quota) : 0,
            "deadline": words("board.deadline", ["day": words.day(decideBy)]),
            "states": Self.shown.filter { count($0) > 0 || $0 == .supported || $0 == state }.map {
                shown -> Fields in
                [
                    "href": shown == .waiting
                        ? Route.waiting(.list(course: id)).path : "\(path)?keadaan=\(shown.rawValue)",
                    "label": words("state.\(shown.rawValue)"),
                    "count": words.number(count(shown)), "isCurrent": shown == state,
                ]
            },
            "stateName": words("state.\(state.rawValue)"), "action": path, "isDeciding": isDeciding,
            "rows": rows.map { $0.fields(words, isDeciding: isDeciding) }, "isEmpty": rows.isEmpty,
            "reasons": RejectionReason.allCases.map { reason -> Fields in
                ["code": reason.rawValue, "text": words("rejection.\(reason.rawValue)")]
            },
            "hasResults": !results.isEmpty,
            "results": results.map { result -> Fields in
                [
                    "name": result.name, "isDone": result.state != nil,
                    "text": result.state.map { words("state.\($0.rawValue)") }
                        ?? result.refusals.map { words.refusal($0) }.joined(separator: " "),
                ]
            },
            "problem": problem.map { words("board.problem.\($0)") }.orAbsent,
            "hasPages": next != nil || !isFirstPage,
            "firstHref": isFirstPage ? false : "\(path)?keadaan=\(state.rawValue)" as any Showable,
            "nextHref": next.map { "\(path)?keadaan=\(state.rawValue)&selepas=\(PercentCoding.encode($0))" }.orAbsent,
        ])
    }
}

extension BoardPage.Row {
    fileprivate func fields(_ words: Phrases, isDeciding: Bool) -> Fields {
        [
            "id": id, "href": Route.application(id).path, "reference": reference, "name": name, "post": post,
            "station": station, "supervisor": supervisor.orAbsent, "since": words.day(of: since),
            "clash": clashes.isEmpty
                ? false
                : words("waiting.clash", ["courses": clashes.map { $0.courseTitle(words) }.joined(separator: ", ")])
                    as any Showable,
            "mayTick": isDeciding && !isOwn, "label": words("board.tick", ["name": name]),
        ]
    }
}
