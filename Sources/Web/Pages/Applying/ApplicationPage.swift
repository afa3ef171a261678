import Academy

/// `/permohonan`: Jejak Permohonan, every application with its icon.
struct ApplicationsPage: Page {
    static let template = "applications"
    var rows: [Row]

    struct Row: Sendable, Hashable {
        var id: String
        var titleMalay: String
        var titleEnglish: String
        var reference: String
        var dates: DatePhrase
        var state: ApplicationState
        var since: Instant
    }

    func title(_ words: Phrases) -> String { words("track.heading") }

    func fields(_ words: Phrases) -> Fields {
        [
            "isEmpty": rows.isEmpty, "catalogueHref": Route.catalogue.path,
            "rows": rows.map { row -> Fields in
                [
                    "href": Route.application(row.id).path, "reference": row.reference.orAbsent,
                    "title": words.language == .english && !row.titleEnglish.isEmpty
                        ? row.titleEnglish : row.titleMalay,
                    "dates": row.dates.text(in: words.language), "status": words.status(row.state),
                    "finer": words("state.\(row.state.rawValue)"), "tagClass": row.state.tagClass,
                    "since": words.day(of: row.since),
                ]
            },
        ]
    }
}

/// `/permohonan/{application}`: one application, where it stands, and how it came there.
struct ApplicationPage: Page {
    static let template = "application"
    var row: ApplicationsPage.Row
    var applicant: String
    var supervisorName: String
    var supervisorPhone: String
    var supervisorEmail: String
    var reason: String
    var rejection: RejectionReason?
    var mayRevise: Bool
    var mayWithdraw: Bool
    /// The reader has a seat, and the days for a calendar.
    var takesCalendar = false
    var hasSeatToAnswer = false
    var steps: [Step]
    var awaited: AwaitedLine?
    /// Whose seat a nomination is about.
    var replaces = ""
    /// What was asked with *Tidak Hadir*, the latest first.
    var releases: [ReleaseBlock] = []
    var mayAskRelease = false
    var mayRemind = false
    /// The reader's own.
    var isOwn = true
    var refusals: [ApplicationRefusal] = []
    var documents: [DocumentLink] = []
    /// The course, for its staff, who came from its applications and not from their own.
    var board: String?
    /// *Giliran* on the waiting list.
    var position: Int?
    /// Until when a seat is offered that the reader may answer.
    var offerExpires: Instant?

    struct Step: Sendable, Hashable {
        var at: Instant
        var event: ApplicationEvent?
        var state: ApplicationState
        var from: ApplicationState?
        var who: String
        var why: String
        /// The replacement whom it is about.
        var about = ""
    }

    func title(_ words: Phrases) -> String { row.reference.isEmpty ? words("state.draft") : row.reference }

    func fields(_ words: Phrases) -> Fields {
        let isEnglish = words.language == .english && !row.titleEnglish.isEmpty
        return absence(words).adding([
            "courseTitle": isEnglish ? row.titleEnglish : row.titleMalay, "reference": row.reference.orAbsent,
            "dates": row.dates.text(in: words.language), "status": words.status(row.state),
            "tagClass": row.state.tagClass, "finer": words("state.\(row.state.rawValue)"),
            "since": words.moment(row.since), "applicant": applicant,
            "listHref": (board.map { Route.board(course: $0) } ?? .applications).path,
            "listText": words(board == nil ? "track.heading" : "board.heading"),
            "awaited": (awaited.map { $0.text(words) }).orAbsent,
            "isSent": row.state == .submitted && !row.reference.isEmpty,
            "supervisor": supervisorEmail.isEmpty
                ? false
                : Fields(["name": supervisorName, "phone": supervisorPhone, "email": supervisorEmail])
                    as any Showable,
            "why": (rejection.map { words("rejection.\($0.rawValue)") } ?? reason).orAbsent,
            "continueHref": mayRevise ? Route.supervisorForm(application: row.id).path as any Showable : false,
            "continueText": words(row.state == .draft ? "track.continue" : "track.revise"),
            "seatHref": hasSeatToAnswer
                ? Route.seat(.answer(application: row.id)).path as any Showable : false,
            "isSeatNew": row.state == .approved,
            "seatText": words(row.state == .approved ? "seat.openAnswer" : "seat.openChange"),
            "withdrawAction": mayWithdraw ? Route.withdraw(application: row.id).path as any Showable : false,
            "calendarHref": takesCalendar
                ? Route.courseAdministration(.calendar(application: row.id)).path as any Showable : false,
            "place": position.map { words("seatOffer.positionOf", ["n": words.number($0)]) }.orAbsent,
            "offerUntil": offerExpires.map { words("seatOffer.until", ["moment": words.moment($0)]) }.orAbsent,
            "offerHref": offerExpires == nil
                ? false : Route.waiting(.offer(application: row.id)).path as any Showable,
            "hasProblems": !refusals.isEmpty, "reasons": refusals.map { words.refusal($0) },
            "documents": documents.map { $0.fields(words) }, "hasDocuments": !documents.isEmpty,
            "steps": steps.map { step -> Fields in
                [
                    "moment": words.moment(step.at), "text": step.text(words), "who": step.who,
                    "note": (RejectionReason(rawValue: step.why).map { words("rejection.\($0.rawValue)") } ?? step.why)
                        .orAbsent,
                ]
            },
        ])
    }
}

extension Phrases {
    /// One of the public statuses, such as *Dalam Proses*.
    func status(_ state: ApplicationState) -> String {
        self("publicStatus.\(state.publicStatus(hasStateStage: false)?.rawValue ?? "draft")")
    }
}

extension ApplicationState {
    var tagClass: String {
        switch publicStatus(hasStateStage: false) {
        case .inProcess: "tag-amber"
        case .supported: "tag-blue"
        case .approved, .ended: "tag-green"
        case .unsuccessful, .absent, .courseCancelled: "tag-red"
        case .replaced, .withdrawn, nil: "tag-gray"
        }
    }
}
