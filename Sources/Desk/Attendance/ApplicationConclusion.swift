import Academy
import Records
import SQL

/// What the attendance list does to the application behind a participation.
///
/// A participation that was imported may have none, and a course that was never on offer has no workflow: then only the
/// list speaks.
struct ApplicationConclusion {
    let clerk: ApplicationClerk
    let caller: Caller
    let file: CourseFile?

    init(_ office: Office, of course: Course.ID, by caller: Caller, in transaction: borrowing Transaction) throws {
        clerk = ApplicationClerk(office, for: caller)
        self.caller = caller
        file = try CourseFile.open(course, in: transaction)
    }

    /// *Tamat*, *Tamat – kehadiran tidak mencukupi* or *Tidak hadir*; the officer is told by the list's own letter.
    func conclude(
        _ officer: Officer, _ outcome: CourseOutcome, in transaction: borrowing Transaction
    ) throws {
        guard let (file, record) = try application(of: officer, for: .conclude, in: transaction) else { return }
        let standing = try Standing(of: caller, toward: officer.id, on: record.course, in: transaction)
        try clerk.perform(
            .conclude, on: record, of: officer, file: file, by: standing, outcome: outcome,
            request: ApplicationRequest(), in: transaction)
    }

    /// - Parameter request: made by somebody else than the caller.
    func reopen(
        _ officer: Officer, _ request: ReopeningRecord, in transaction: borrowing Transaction
    ) throws {
        guard let (file, record) = try application(of: officer, for: .reopen, in: transaction) else { return }
        let standing = try Standing(of: caller, toward: officer.id, on: record.course, in: transaction)
        let asked = ApplicationRequest(
            reason: try? ReasonText(parsing: request.reason),
            secondPerson: try Standing(
                ofAccount: request.requestedBy, toward: officer.id, on: record.course, in: transaction))
        try clerk.perform(
            .reopen, on: record, of: officer, file: file, by: standing, request: asked, in: transaction)
    }

    private func application(
        of officer: Officer, for event: ApplicationEvent, in transaction: borrowing Transaction
    ) throws -> (CourseFile, ApplicationRecord)? {
        guard let file, let rule = ApplicationRule.of(event) else { return nil }
        return try Applications.of(officer: officer.id, course: file.course.id, in: transaction)
            .first { rule.from.contains($0.state) }
            .map { (file, $0) }
    }
}
