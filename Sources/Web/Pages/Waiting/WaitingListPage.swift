import Academy

/// `/pentadbir/kursus/{course}/senarai-menunggu`: who waits in which order, and to whom a seat is offered.
struct WaitingListPage: Page {
    static let template = "waiting-list"
    var course: CourseHead
    var quota: Int
    var seatsHeld: Int
    var cutOff: Day
    var isPastCutOff: Bool
    var waiters: [Row]
    var offers: [Offer]
    var mayDecide: Bool
    /// Why no seat can be offered by hand now.
    var hindrances: [ApplicationRefusal] = []
    var priorities = -1...3
    var typed = Typed()
    var problems = ErrorSummary()

    struct Row: Sendable, Hashable {
        var id: String
        var name: String
        var reference: String
        var post: String
        var station: String
        var priority: Int
        var since: Instant
        /// Why others are offered a seat first.
        var obstacles: [ApplicationRefusal] = []
        var isNext = false
        var isOwn = false
    }

    struct Offer: Sendable, Hashable {
        var id: String
        var name: String
        var reference: String
        var expires: Instant
    }

    /// What a form held that was refused.
    struct Typed: Sendable, Hashable {
        var application = ""
        var priority = 0
        var reason = ""
        /// Of the form that offers a seat.
        var offerReason = ""
    }

    func title(_ words: Phrases) -> String {
        words.title(words("waiting.heading"), hasProblems: !problems.items.isEmpty)
    }

    func fields(_ words: Phrases) -> Fields {
        course.fields(words).adding(problems.fields).adding(move(words)).adding(offering(words)).adding([
            "title": words("waiting.heading"), "boardHref": Route.board(course: course.id).path,
            "seats": words("board.seats", ["held": words.number(seatsHeld), "quota": words.number(quota)]),
            "share": quota > 0 ? min(100, seatsHeld * 100 / quota) : 0,
            "rule": words(isPastCutOff ? "waiting.ruleAfter" : "waiting.rule", ["day": words.day(cutOff)]),
            "hasWaiters": !waiters.isEmpty, "count": words("waiting.count", ["n": words.number(waiters.count)]),
            "rows": waiters.enumerated().map { $1.fields(words, place: $0 + 1) }, "hasOffers": !offers.isEmpty,
            "offers": offers.map { offer -> Fields in
                [
                    "href": Route.application(offer.id).path, "name": offer.name, "reference": offer.reference,
                    "expires": words.moment(offer.expires),
                ]
            },
        ])
    }

    /// Somebody is moved by choosing name, priority and reason; nobody moves the own application.
    private func move(_ words: Phrases) -> Fields {
        let others = waiters.filter { !$0.isOwn }
        let reason = TextField(
            id: "sebab", label: words("waiting.reason"), hint: words("waiting.reasonHint"), value: typed.reason,
            kind: .paragraph, longest: 500, errors: errors(at: "sebab"))
        return [
            "mayMove": mayDecide && !others.isEmpty,
            "moveAction": Route.waiting(.prioritise(course: course.id)).path,
            "people": others.map { row -> Fields in
                ["id": row.id, "text": "\(row.name) (\(row.reference))", "isChosen": row.id == typed.application]
            },
            "priorities": priorities.reversed().map { priority -> Fields in
                [
                    "value": priority, "text": words.priority(priority), "isChosen": priority == typed.priority,
                ]
            },
            "reasonField": reason.fields,
        ]
    }

    /// The main action: a seat for the first of the list.
    private func offering(_ words: Phrases) -> Fields {
        let next = waiters.first(where: \.isNext)
        let isOwn = next?.isOwn == true
        let hindrance =
            isOwn
            ? words.refusal(.ownApplication)
            : hindrances.isEmpty ? nil : hindrances.map { words.refusal($0) }.joined(separator: " ")
        let reason = TextField(
            id: "sebab-tawaran", label: words("waiting.reason"), hint: words("waiting.offerReasonHint"),
            value: typed.offerReason, longest: 500, errors: errors(at: "sebab-tawaran"))
        return [
            "mayOffer": mayDecide && next != nil, "isHindered": hindrance != nil, "hindrance": (hindrance).orAbsent,
            "offerAction": Route.waiting(.promote(course: course.id)).path, "nextID": next?.id ?? "",
            "offerText": words("waiting.offerTo", ["name": next?.name ?? ""]), "offerReason": reason.fields,
            "nobodyFits": !waiters.isEmpty && next == nil,
        ]
    }

    private func errors(at field: String) -> [String] {
        problems.items.filter { $0.field == field }.map(\.text)
    }
}

extension WaitingListPage.Row {
    fileprivate func fields(_ words: Phrases, place: Int) -> Fields {
        [
            "place": words.number(place), "href": Route.application(id).path, "name": name, "reference": reference,
            "post": post, "station": station, "priority": words.priority(priority), "isRaised": priority > 0,
            "isLowered": priority < 0, "since": words.moment(since), "isNext": isNext,
            "obstacle": obstacles.isEmpty
                ? false : obstacles.map { words.refusal($0) }.joined(separator: " ") as any Showable,
        ]
    }
}

extension Phrases {
    /// *Biasa*, *Diutamakan 2*, *Dikebelakangkan*.
    fileprivate func priority(_ priority: Int) -> String {
        switch priority {
        case ..<0: self("waiting.priorityLow")
        case 0: self("waiting.priorityPlain")
        default: self("waiting.priorityHigh", ["n": number(priority)])
        }
    }
}
