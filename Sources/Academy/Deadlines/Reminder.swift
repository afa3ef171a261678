/// When people are reminded, and when it gets late for them.
public struct Reminder: Sendable, Hashable {
    public let what: Errand
    public let day: Day

    /// What the reader is asked to do; the raw value is stable.
    public enum Errand: String, Sendable, Hashable, CaseIterable {
        /// The supervisor decides.
        case support
        /// The officer answers *Pengesahan Kehadiran*.
        case confirmation
        /// The officer sends the evaluation.
        case evaluation
        /// The officer sends the receipt of the fee.
        case payment
    }

    /// Supervisors have five working days of the applicant's state and are reminded after two and four.
    ///
    /// After the fifth, the state training officer or the coordinator is told; the application itself lapses only when
    /// the academy's own decision day is over, since it was sent in time.
    public static func support(sent: Day, calendar: WorkingCalendar) -> (reminders: [Reminder], escalation: Day) {
        let days = [2, 4].map { calendar.day($0, workingDaysAfter: sent) }
        return (days.map { Reminder(what: .support, day: $0) }, calendar.day(5, workingDaysAfter: sent))
    }

    /// Three days and one day before the confirmation day.
    public static func confirmation(_ deadlines: Deadlines) -> [Reminder] {
        [-3, -1].map { Reminder(what: .confirmation, day: deadlines.confirmation.adding(days: $0)) }
    }

    /// Two and seven days after the last session.
    public static func evaluation(_ deadlines: Deadlines) -> [Reminder] {
        [2, 7].map { Reminder(what: .evaluation, day: deadlines.end.adding(days: $0)) }
    }

    /// Two days before the payment day, and on it.
    public static func payment(_ deadlines: Deadlines) -> [Reminder] {
        [-2, 0].map { Reminder(what: .payment, day: deadlines.payment.adding(days: $0)) }
    }

    /// Which of an errand's reminders is due, from 1; nil for none.
    ///
    /// Only the latest is: one that was missed is not sent late. Those whose day was over when the person was asked fall
    /// away.
    /// - Parameters:
    ///   - asked: since when the person could have done it.
    ///   - end: the last day on which a reminder makes sense.
    public static func due(_ days: [Day], on today: Day, asked: Day, until end: Day) -> Int? {
        guard today <= end else { return nil }
        return days.lastIndex { $0 <= today && $0 > asked }.map { $0 + 1 }
    }
}
