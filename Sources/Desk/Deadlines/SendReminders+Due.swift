import Academy
import Records
import SQL

/// Whom a day's reminders are for.
extension SendReminders {
    /// Supervisors who have not decided, counted in the working days of the applicant's state.
    func supportsDue(at now: Instant) async throws -> [Due] {
        try await pages(of: .submitted) { applicant, file, shelf, transaction in
            let record = applicant.record
            let asked =
                try SupportLinks.asked(record.id, edition: record.edition, in: transaction)
                ?? record.submittedAt ?? record.stateAt
            let calendar = try shelf.calendar(of: applicant.officer.state, since: asked.day, in: transaction)
            let plan = Reminder.support(sent: asked.day, calendar: calendar)
            let step = Reminder.due(
                plan.reminders.map(\.day) + [plan.escalation], on: now.day, asked: asked.day,
                until: file.deadlines.decision)
            return step.map { Due(errand: .support, id: record.id.text, edition: record.edition, step: $0) }
        }
    }

    /// Officers who have a seat and have not said whether they come.
    func confirmationsDue(at now: Instant) async throws -> [Due] {
        try await pages(of: .approved) { applicant, file, _, _ in
            Reminder.due(
                Reminder.confirmation(file.deadlines).map(\.day), on: now.day, asked: applicant.record.stateAt.day,
                until: file.deadlines.confirmation
            ).map { Due(errand: .confirmation, id: applicant.record.id.text, edition: 1, step: $0) }
        }
    }

    private func pages(
        of state: ApplicationState,
        _ judge: @escaping @Sendable (Applicant, CourseFile, inout Shelf, borrowing Transaction) throws -> Due?
    ) async throws -> [Due] {
        var due: [Due] = []
        var key: ApplicationRecord.ID?
        repeat {
            let after = key
            let found = try await office.database.read { transaction -> (due: [Due], last: ApplicationRecord.ID?) in
                var shelf = Shelf()
                let page = try Applications.page(in: state, after: after, limit: Self.page, in: transaction)
                let due = try page.compactMap { applicant -> Due? in
                    guard let file = try shelf.file(applicant.record.course, in: transaction),
                        let due = try judge(applicant, file, &shelf, transaction)
                    else { return nil }
                    return try Self.isNew(due, in: transaction) ? due : nil
                }
                return (due, page.count == Self.page ? page.last?.record.id : nil)
            }
            due += found.due
            key = found.last
        } while key != nil
        return due
    }

    /// Participants who owe the evaluation or the receipt of a course that has just been held.
    func afterwardsDue(at now: Instant) async throws -> [Due] {
        try await office.database.read { transaction in
            var due: [Due] = []
            let courses = try Courses.held(
                from: now.day.adding(days: -Self.longestWait), through: now.day, in: transaction)
            for course in courses.map(\.course) {
                guard let file = try CourseFile.open(course, in: transaction), file.course.status != .cancelled,
                    file.deadlines.end <= now.day
                else { continue }
                try Participations.each(of: course, in: transaction) { record in
                    for one in Self.afterwards(record, file.deadlines, today: now.day)
                    where try Self.isNew(one, in: transaction) {
                        due.append(one)
                    }
                }
            }
            return due
        }
    }

    /// Days after a course's end beyond which nobody is reminded of it.
    private static let longestWait = 15

    private static func afterwards(_ record: ParticipationRecord, _ deadlines: Deadlines, today: Day) -> [Due] {
        let evaluation =
            [.open, .draft].contains(record.evaluation)
            ? Reminder.due(
                Reminder.evaluation(deadlines).map(\.day), on: today,
                asked: max(deadlines.end, (record.attended.at?.day ?? deadlines.end)), until: deadlines.evaluation)
            : nil
        let payment =
            record.fee == .unpaid && record.outcome != .absent
            ? Reminder.due(
                Reminder.payment(deadlines).map(\.day), on: today, asked: deadlines.end, until: deadlines.payment) : nil
        return [(Reminder.Errand.evaluation, evaluation), (.payment, payment)].compactMap { errand, step in
            step.map { Due(errand: errand, id: record.id.text, edition: 1, step: $0) }
        }
    }

    /// Courses and calendars that were read before in the same transaction.
    struct Shelf {
        private var files: [Course.ID: CourseFile?] = [:]
        private var calendars: [ServiceState: (since: Day, calendar: WorkingCalendar)] = [:]

        mutating func file(_ id: Course.ID, in transaction: borrowing Transaction) throws -> CourseFile? {
            if let known = files[id] { return known }
            let file = try CourseFile.open(id, in: transaction)
            files[id] = .some(file)
            return file
        }

        mutating func calendar(
            of state: ServiceState, since day: Day, in transaction: borrowing Transaction
        ) throws -> WorkingCalendar {
            if let known = calendars[state], known.since <= day { return known.calendar }
            let calendar = try Holidays.calendar(of: state, since: day, in: transaction)
            calendars[state] = (day, calendar)
            return calendar
        }
    }
}
