public import Academy
import Records
import SQL

/// What an officer attended this year, beside what should be reached.
public struct TrainingProgress: Sendable, Hashable {
    public let year: Int
    public let hours: TrainingTime
    public let days: TrainingTime
    public let target: TrainingTarget
    public let isReached: Bool

    /// Only what is confirmed counts; a course that was entered with a sum alone is spread over its sessions in order.
    init(
        of officer: Officer.ID, in year: Int, _ participations: [ParticipationRecord], _ spans: [Course.ID: CourseSpan],
        in transaction: borrowing Transaction
    ) throws {
        let sessions = try AttendanceMarks.attended(by: officer, year: year, in: transaction)
        var activities = Dictionary(grouping: sessions, by: \.course).mapValues { sessions in
            TrainingActivity(attended: sessions.map { .init(day: $0.day, minutes: $0.minutes) })
        }
        for record in participations where record.attendance == .confirmed && record.tally.attended > 0 {
            guard activities[record.course] == nil, let span = spans[record.course],
                span.first.year <= year, span.last.year >= year,
                try !AttendanceMarks.hasAny(record.id, in: transaction),
                let course = try Courses.find(record.course, in: transaction)
            else { continue }
            activities[record.course] = TrainingActivity(course: course, minutes: record.tally.attended)
        }
        let all = TrainingYear.years(of: Array(activities.values)).first { $0.year == year }
        self.year = year
        hours = all?.hours ?? TrainingTime(minutes: 0)
        days = all?.days ?? TrainingTime(minutes: 0)
        target = .of(year: year)
        isReached = all.map { TrainingTarget.of(year: year).isReached(by: $0) } ?? false
    }
}
