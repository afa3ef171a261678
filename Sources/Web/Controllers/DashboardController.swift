import Academy
import Desk
import Hummingbird

/// Where everybody begins.
struct DashboardController: Sendable {
    let office: Office
    let presenter: Presenter

    /// So many of the newest are looked at for what is unread.
    private static let notices = 4

    func show(_ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        var page = DashboardPage(name: caller.displayName, today: office.surroundings.now().day)
        if caller.officer != nil {
            let home = try await ReadHome(office)(caller)
            page.officer = .init(
                journeys: home.journeys.map(JourneyCard.init), recent: home.recent.map(JourneyCard.init),
                training: TrainingCard(
                    year: home.training.year, hours: home.training.hours, days: home.training.days,
                    isReached: home.training.isReached))
        }
        if caller.officer != nil {
            let latest = try await ReadNotices(office)(limit: Self.notices, by: caller)
            page.notices = latest.filter { !$0.isRead }.map(NoticesPage.Row.init)
        }
        if caller.mayIssueInBulk || caller.has(.finance) {
            page.work = try await ReadWaitingWork(office)(caller).map(WorkLine.init)
        } else if caller.officer == nil {
            page.doors = doors(caller)
        }
        return try presenter.page(page, context, section: .dashboard)
    }

    private func doors(_ caller: Caller) -> [DashboardPage.Door] {
        var doors: [DashboardPage.Door] = []
        if caller.seesCourses { doors.append(.init(route: .courses, key: "courses", icon: "calendar")) }
        if caller.seesReceipts { doors.append(.init(route: .finance, key: "finance", icon: "receipt")) }
        doors.append(.init(route: .typedCode, key: "check", icon: "search"))
        return doors
    }
}

extension JourneyCard {
    init(_ journey: Journey) {
        self.init(
            course: .init(journey.course), application: journey.application?.text, state: journey.state,
            supervisor: journey.supervisor, reason: journey.reason, rejection: journey.rejection, steps: journey.steps,
            conditions: journey.conditions.map(ConditionLine.init),
            certificate: journey.certificate.map(OwnCertificatesPage.Certificate.init), next: journey.next,
            isActive: journey.isActive, firstDay: journey.firstDay, lastDay: journey.lastDay)
    }
}

extension JourneyCard.Course {
    fileprivate init(_ course: CourseSummary) {
        self.init(
            id: course.id.text, code: course.code.text, titleMalay: course.titleMalay,
            titleEnglish: course.titleEnglish, dates: course.dates, venue: course.venue)
    }
}

extension WorkLine {
    init(_ work: WaitingWork) {
        self.init(
            kind: work.kind.rawValue, number: work.number,
            course: work.course.map(JourneyCard.Course.init),
            deadline: work.deadline, since: work.since, route: Self.route(work))
    }

    private static func route(_ work: WaitingWork) -> Route {
        let course = work.course?.id.text ?? ""
        switch work.kind {
        case .attendanceToday: return .attendance(course: course)
        case .applications: return .board(course: course)
        case .releases: return .absence(.releases(course: course))
        case .attendanceToConfirm: return .attendanceConfirmation(course: course)
        case .reopenings: return .attendanceReopening(course: course)
        case .receipts: return .finance
        case .refunds: return .refund(.refunds)
        case .exemptions: return .exemptions
        case .corrections: return .profile(.corrections)
        case .failedLetters: return .administration(.letters)
        }
    }
}
