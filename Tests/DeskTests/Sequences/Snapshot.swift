import Academy
import Records
import SQL

@testable import Desk

/// Everything that the database holds of a course's applications at one moment.
struct Snapshot {
    let applications: [ApplicationRecord]
    let audit: [Application.ID: [AuditEntry]]
    let waiting: WaitingList
    let quota: Int
    let cutOff: Day
    let counts: Counts
    /// As the table of them says.
    private let tally: [ApplicationState: Int]

    /// Rows that only grow; looking and refusing leave them as they are.
    struct Counts: Hashable {
        let letters: Int
        let entries: Int
        let versions: Int
    }

    init(of course: Course.ID, in office: Office) async throws {
        self = try await office.database.read { try Snapshot(course, in: $0) }
    }

    private init(_ course: Course.ID, in transaction: borrowing Transaction) throws {
        guard let file = try CourseFile.open(course, in: transaction) else { throw Refusal.notFound }
        let ids = try transaction.all("SELECT id FROM application WHERE course_id = \(course) ORDER BY id") {
            row -> Application.ID in try row["id"]
        }
        applications = try ids.compactMap { try Applications.find($0, in: transaction) }
        var audit: [Application.ID: [AuditEntry]] = [:]
        for id in ids { audit[id] = try AuditLog.entries(about: "application", id.text, in: transaction) }
        self.audit = audit
        tally = try Applications.counts(of: course, in: transaction)
        waiting = try Applications.waitingList(of: course, in: transaction)
        (quota, cutOff) = (file.offering.rules.quota, file.deadlines.confirmation)
        counts = Counts(
            letters: try Outbox.count(in: transaction), entries: audit.values.reduce(0) { $0 + $1.count },
            versions: applications.reduce(0) { $0 + $1.version })
    }

    var states: [Application.ID: ApplicationState] {
        Dictionary(uniqueKeysWithValues: applications.map { ($0.id, $0.state) })
    }

    var seatsHeld: Int { applications.count { $0.state.holdsSeat } }

    func live(_ officer: Officer.ID) -> ApplicationRecord? {
        applications.last { $0.officer == officer && $0.state.isLive }
    }

    func last(_ officer: Officer.ID) -> ApplicationRecord? { applications.last { $0.officer == officer } }

    /// The first invariant that does not hold, by the names of the workflow's law.
    func problem(after before: Snapshot, isPastCutOff: Bool, coordinator: Caller) -> String? {
        if Set(applications.filter(\.state.isLive).map(\.officer)).count != applications.count(where: \.state.isLive) {
            return "I2: two live applications of one officer"
        }
        if tally != Dictionary(grouping: applications, by: \.state).mapValues(\.count) {
            return "the tally says \(tally)"
        }
        for record in applications {
            if let problem = auditProblem(of: record, coordinator: coordinator) { return problem }
            if let was = before.states[record.id], was.isFinal, was != record.state {
                return "I9: a final state was left: \(was) to \(record.state)"
            }
        }
        if seatsHeld < quota, !waiting.waiters.isEmpty, !isPastCutOff { return "a seat is idle beside a waiter" }
        return orderProblem(after: before)
    }

    /// I4, and I5 for the officer who coordinates the course.
    private func auditProblem(of record: ApplicationRecord, coordinator: Caller) -> String? {
        let rows = audit[record.id] ?? []
        if rows.count != record.version { return "I4: \(rows.count) audit rows for \(record.version) writings" }
        if rows.last?.after != record.state.rawValue { return "I4: the audit ends in \(rows.last?.after ?? "")" }
        if rows.first?.before != "" || zip(rows, rows.dropFirst()).contains(where: { $0.after != $1.before }) {
            return "I4: the audit has a gap"
        }
        if rows.contains(where: \.actor.isEmpty) { return "I4: nobody acted" }
        let judged = rows.filter { row in
            ApplicationEvent(rawValue: String(row.action.dropFirst(12))).flatMap(ApplicationRule.of)?.isDecision == true
        }
        if record.officer == coordinator.officer, judged.contains(where: { $0.actor == coordinator.account }) {
            return "I5: an own application was judged"
        }
        return nil
    }

    /// I7: nobody who waits still stood before somebody who has been given a seat.
    private func orderProblem(after before: Snapshot) -> String? {
        let gone = before.waiting.waiters.filter { waiter in
            guard
                let row = audit[waiter.application]?.dropFirst(before.audit[waiter.application]?.count ?? 0)
                    .first(where: { $0.action == "application.promote" })
            else { return false }
            return row.actor == "system"
        }
        for waiter in gone where waiting.waiters.contains(where: { $0 < waiter }) {
            return "I7: \(waiter.application) overtook somebody"
        }
        let seated = applications.filter { before.states[$0.id] == .supported && $0.state == .approved }
        return !seated.isEmpty && !waiting.waiters.isEmpty ? "I7: an approval passed those who wait" : nil
    }
}
