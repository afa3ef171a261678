import Academy
import Attestation
import Eligibility
import Records
import SQL

/// What the confirmation of a list does to one participant.
struct AttendanceConfirmation {
    let office: Office
    let course: Course
    let application: ApplicationConclusion
    let caller: Caller
    let now: Instant

    /// Writes the outcome, concludes the application, opens the evaluation of who has completed the course, and tells the
    /// officer.
    func confirm(
        _ participant: Participant, _ tally: AttendanceTally, in transaction: borrowing Transaction
    ) throws -> CourseOutcome {
        var record = participant.record
        let before = "\(record.attendance.rawValue) \(record.outcome.rawValue)"
        record.outcome = tally.outcome(minimum: course.minimumAttendance)
        record.attendance = .confirmed
        record.tally = tally
        record.attended = .init(by: caller.account, at: now)
        if record.outcome == .completed, record.evaluation == .notOpen {
            record.evaluation = .open
            record.evaluated = .init(by: caller.account, at: now)
        }
        guard try Participations.update(record, in: transaction) else { throw Refusal.busy }
        try AuditLog.append(
            AuditEntry(
                at: now, actor: caller.account, action: "attendance.confirmed", subjectKind: "participation",
                subjectID: record.id.text, before: before,
                after: "confirmed \(record.outcome.rawValue) \(tally.attended)/\(tally.total)",
                requestID: caller.requestID),
            in: transaction)
        try application.conclude(participant.officer, record.outcome, in: transaction)
        let hold = CertificateHold(office: office, caller: caller, now: now)
        try hold.release(record, in: transaction)
        try tell(participant.officer, Self.kind(record.outcome), tally, in: transaction)
        return record.outcome
    }

    private static func kind(_ outcome: CourseOutcome) -> String {
        switch outcome {
        case .completed: "attendance.completed"
        case .insufficient, .pending: "attendance.insufficient"
        case .absent: "attendance.absent"
        }
    }

    private func tell(
        _ officer: Officer, _ kind: String, _ tally: AttendanceTally, in transaction: borrowing Transaction
    ) throws {
        let language = try Accounts.language(of: officer.id, in: transaction)
        let deadline =
            application.file?.deadlines.evaluation ?? course.dates.days.last?.adding(days: Self.evaluationDays)
        try Outbox.add(
            OutboxMessage(
                id: try office.surroundings.newID(), kind: kind, recipient: officer.email.text, language: language,
                values: [
                    "name": officer.name.text, "applicant": officer.name.text,
                    "course": "\(course.code.text) \(course.title(in: language))",
                    "percent": "\(tally.percent)%", "minimum": "\(course.minimumAttendance)%",
                    "deadline": deadline.map { DatePhrase.full($0, language) } ?? "",
                    "link": "\(office.settings.site)/sijil",
                ]),
            at: now, in: transaction)
    }

    /// Of a course that was never on offer.
    private static let evaluationDays = 14
}
