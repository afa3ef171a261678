import Academy

/// A course and requests in which nothing stands in the way of an event.
enum Fixture {
    static let start = Day(year: 2026, month: 3, day: 16) ?? Day(daysSinceEpoch: 0)

    static func moment(_ days: Int, hour: Int = 9) -> Instant {
        Instant(start.adding(days: days), at: TimeOfDay(minutesSinceMidnight: hour * 60) ?? .midnight)
    }

    static func deadlines() throws -> Deadlines { try Deadlines(start: start, end: start.adding(days: 2)) }

    static func course(
        days: Int, rules: CourseRules = CourseRules(quota: 2), held: Int = 0, waiting: Int = 0
    ) throws -> CourseCircumstances {
        CourseCircumstances(
            now: moment(days), status: .open, rules: rules, deadlines: try deadlines(), starts: moment(0, hour: 8),
            ends: moment(2, hour: 17), seatsHeld: held, waiting: waiting, attendanceIsComplete: true)
    }

    static let officer = OfficerCircumstances(isActive: true, meetsCourseRules: true)

    static func supervisor() throws -> SupervisorDetails {
        SupervisorDetails(
            name: try PersonName(parsing: "SITI BINTI OMAR"), phone: try PhoneNumber(parsing: "03-8882 2100"),
            email: DepartmentEmail(stored: "siti@customs.gov.my"))
    }

    static func request(by standing: Standing = Standing(person: nil, parties: [])) throws -> ApplicationRequest {
        let reason = try ReasonText(parsing: "sebab yang munasabah")
        let second: Set<ApplicationParty> =
            standing.parties.contains(.coordinator) ? [.administrator] : [.coordinator]
        return ApplicationRequest(
            reason: reason, rejection: .quotaFull, supervisor: try supervisor(), declares: true, link: .current,
            logistics: Logistics(vehicle: .none),
            absence: Absence(letter: Letter.ID("letter"), reason: reason, replacement: Officer.ID("replacement")),
            isConfirmedTwice: true, secondPerson: Standing(person: Officer.ID("second"), parties: second))
    }

    /// Circumstances in which the event can happen in that state.
    static func favourable(_ event: ApplicationEvent, from state: ApplicationState?, by standing: Standing) throws
        -> ApplicationCircumstances
    {
        var rules = CourseRules(quota: 2, hasStateStage: event != .skipStateStage, lapsesUnconfirmed: true)
        rules.permitsAbsenceWithoutReplacement = true
        var course = try course(days: days(event), rules: rules, held: 1, waiting: state == .waiting ? 1 : 0)
        if event == .conclude { course.status = .underWay }
        var facts = ApplicationFacts(
            isFirstInQueue: true, offerExpires: moment(days(event) + (event == .expireOffer ? -1 : 1)),
            nomination: Nomination(
                hasAccepted: event != .acceptNomination, isSupported: event != .supervisorSupports, isEligible: true,
                expires: moment(days(event) + (event == .lapse ? -1 : 1))),
            outcome: .completed, hasCertificate: true)
        if event == .acceptNomination { facts.nomination?.hasAccepted = false }
        if event == .lapse { facts.nomination?.isSupported = false }
        return ApplicationCircumstances(
            course: course, officer: officer, application: facts, request: try request(by: standing))
    }

    /// Days from the course's start on which the event is due.
    private static func days(_ event: ApplicationEvent) -> Int {
        switch event {
        case .lapse: -1
        case .conclude, .reopen: 3
        default: -20
        }
    }

    static func standing(_ parties: ApplicationParty...) -> Standing {
        Standing(person: Officer.ID("actor"), parties: Set(parties))
    }

    /// Every single party, nobody, the applicant in every other seat as well, and an administrator who coordinates.
    static let standings: [Standing] =
        [standing()] + ApplicationParty.allCases.map { standing($0) }
        + ApplicationParty.allCases.filter { $0 != .applicant }.map { standing(.applicant, $0) }
        + [standing(.coordinator, .administrator)]
}
