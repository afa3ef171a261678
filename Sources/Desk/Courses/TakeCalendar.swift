public import Academy
import Records
import SQL

/// *Tambah ke kalendar*: the sessions of a course for the calendar of an officer who has a seat on it.
public struct TakeCalendar: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    public struct File: Sendable, Hashable {
        public let name: String
        public let method: String
        public let text: String
    }

    /// Who holds a seat, who took part, and, so that calendars lose it, whose course was cancelled.
    public static func isOffered(in state: ApplicationState) -> Bool {
        state.holdsSeat || state.courseOutcome != .pending || state == .courseCancelled
    }

    /// - Throws: ``Refusal/notFound`` for another's application, and for one without a seat.
    public func callAsFunction(_ id: Application.ID, by caller: Caller) async throws -> File {
        let now = office.surroundings.now()
        let settings = office.settings
        return try await office.database.read { transaction in
            guard let record = try Applications.find(id, in: transaction), record.officer == caller.officer,
                Self.isOffered(in: record.state), let file = try CourseFile.open(record.course, in: transaction)
            else { throw Refusal.notFound }
            let coordinator = try Offerings.coordinators(of: record.course, in: transaction).first
            let isCancelled = record.state == .courseCancelled || file.course.status == .cancelled
            let sessions = file.course.sessions
            let events = sessions.enumerated().map { index, session in
                CalendarFile.Event(
                    uid: "\(session.id.text)@\(settings.host)", sequence: max(0, file.offering.version - 1),
                    stamp: now.calendarText, start: Instant(session.day, at: session.start).calendarText,
                    end: Instant(session.day, at: session.end).calendarText,
                    status: Self.status(session, record.state, isCancelled),
                    summary: file.course.title(in: caller.language)
                        + (sessions.count > 1 ? " (\(index + 1)/\(sessions.count))" : ""),
                    location: file.course.venue, description: "\(file.course.code.text)\n\(record.reference)",
                    url: "\(settings.site)/permohonan/\(record.id.text)",
                    organiser: coordinator.map { ($0.name, $0.email) } ?? (
                        settings.organiserMalay, "akmal@\(settings.host)"
                    ))
            }
            let method = isCancelled ? "CANCEL" : "PUBLISH"
            let code = file.course.code.text.replacing("/", with: "-").lowercased()
            return File(
                name: "kursus-\(code).ics", method: method, text: CalendarFile(method: method, events: events).text)
        }
    }

    /// A seat that was not confirmed yet is tentative.
    private static func status(_ session: Session, _ state: ApplicationState, _ isCancelled: Bool) -> String {
        if isCancelled || session.isCancelled { return "CANCELLED" }
        return state == .attending || state.courseOutcome != .pending ? "CONFIRMED" : "TENTATIVE"
    }
}

extension Instant {
    /// `20270309T010000Z`.
    fileprivate var calendarText: String {
        String(iso.prefix(19).filter { $0 != "-" && $0 != ":" }) + "Z"
    }
}
