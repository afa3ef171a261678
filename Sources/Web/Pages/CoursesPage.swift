import Academy

/// `/pentadbir`: the academy's courses, a coordinator's own first.
struct CoursesPage: Page {
    static let template = "courses"
    var search = ""
    /// nil for all.
    var status: Course.Status?
    var own: [Row]
    var others: [Row]
    /// Key after which the next rows come; nil on the last page.
    var next: String?
    var isFirstPage = true
    var mayMake: Bool

    struct Row: Sendable, Hashable {
        var id: String
        var code: String
        var titleMalay: String
        var titleEnglish: String
        var dates: DatePhrase
        var venue: String
        var status: Course.Status
        var quota: Int
        var seatsHeld: Int
        /// Applications that wait for the academy's decision.
        var undecided: Int
        var decideBy: Day?
        /// The reader decides them.
        var isOwn: Bool
    }

    func title(_ words: Phrases) -> String { words("courses.heading") }

    func fields(_ words: Phrases) -> Fields {
        [
            "search": search, "action": Route.courses.path, "status": (status?.rawValue).orAbsent,
            "createHref": mayMake ? Route.courseAdministration(.create).path as any Showable : false,
            "filters": ([nil] + Course.Status.allCases.map(Optional.some)).map { filter($0, words) },
            "lists": lists(words), "isEmpty": own.isEmpty && others.isEmpty,
            "emptyText": words(search.isEmpty && status == nil ? "courses.empty" : "courses.noneFound"),
            "hasPages": next != nil || !isFirstPage,
            "firstHref": isFirstPage ? false : address(status) as any Showable,
            "nextHref": next.map { address(status, after: $0) }.orAbsent,
        ]
    }

    private func lists(_ words: Phrases) -> [Fields] {
        let headings = own.isEmpty ? ["courses.all"] : ["courses.own", others.isEmpty ? "" : "courses.others"]
        let lists = own.isEmpty ? [others] : [own, others]
        return zip(headings, lists).filter { !$0.1.isEmpty }.map { heading, rows in
            ["heading": words(heading), "rows": rows.map { $0.fields(words) }]
        }
    }

    private func filter(_ shown: Course.Status?, _ words: Phrases) -> Fields {
        [
            "href": address(shown), "isCurrent": shown == status,
            "label": shown.map { words("courseStatus.\($0.rawValue)") } ?? words("courses.everything"),
        ]
    }

    private func address(_ status: Course.Status?, after key: String? = nil) -> String {
        let query = [
            search.isEmpty ? nil : "cari=\(PercentCoding.encode(search))", status.map { "keadaan=\($0.rawValue)" },
            key.map { "selepas=\(PercentCoding.encode($0))" },
        ].compactMap(\.self)
        return Route.courses.path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }
}

extension CoursesPage.Row {
    fileprivate func fields(_ words: Phrases) -> Fields {
        let isWaiting = isOwn && undecided > 0
        return [
            "href": Route.course(id).path, "code": code, "dates": dates.text(in: words.language), "venue": venue,
            "title": words.language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay,
            "status": words("courseStatus.\(status.rawValue)"), "statusClass": status.tagClass,
            "seats": quota == 0
                ? words.number(seatsHeld)
                : words("courses.seatsOf", ["held": words.number(seatsHeld), "quota": words.number(quota)]),
            "share": quota == 0 ? false : min(100, seatsHeld * 100 / quota) as any Showable,
            "undecidedText": undecided == 0
                ? false : words("courses.undecided", ["n": words.number(undecided)]) as any Showable,
            "boardHref": isWaiting ? Route.board(course: id).path as any Showable : false,
            "decideBy": undecided == 0
                ? false : decideBy.map { words("courses.decideBy", ["day": words.day($0)]) }.orAbsent,
        ]
    }
}

extension Course.Status {
    var tagClass: String {
        switch self {
        case .planned: "tag-gray"
        case .open: "tag-green"
        case .underWay: "tag-blue"
        case .ended: ""
        case .cancelled: "tag-red"
        }
    }
}
