import Academy
import Attestation
import Records
import SQL
import SQLiteDriver
import Synchronization
import Testing

/// Runs every statement that a request may wait for, and asks the engine how it would find the rows.
@Suite struct QueryPlanTests {
    private final class Recorder: Sendable {
        private let statements = Mutex<Set<SQL>>([])

        func note(_ sql: SQL) { _ = statements.withLock { $0.insert(sql) } }

        var all: [SQL] {
            let plain = ["SELECT", "INSERT", "UPDATE", "DELETE"]
            return statements.withLock(\.self).filter { sql in plain.contains { sql.text.hasPrefix($0) } }
        }
    }

    private let officer: Officer.ID = Sample.id("officer", 1)
    private let course: Course.ID = Sample.id("course", 1)

    @Test func `no statement of a request reads a whole table or sorts what it has read`() async throws {
        let recorder = Recorder()
        var options = SQLiteOptions()
        options.observer = { recorder.note($0) }
        let register = try await Register(options).withParticipants(3)
        try await register.database.write { transaction throws in
            try people(in: transaction)
            try releases(in: transaction)
            try profiles(in: transaction)
            try administration(in: transaction)
            try certificates(in: transaction)
            try journal(in: transaction)
            try bulk(in: transaction)
            try courses(in: transaction)
            try attendance(in: transaction)
            try applications(in: transaction)
            try home(in: transaction)
        }
        // Migrations run once, before anybody waits.
        let migrations = Set(Schema.migrations.flatMap(\.statements))
        let statements = recorder.all.filter { !migrations.contains($0) }
        #expect(statements.count > 55)
        for sql in statements where !sql.text.contains("schema_migration") {
            let steps = try await plan(of: sql, in: register.database)
            // What a part of the statement answers is as short as that part.
            for step in steps where !steps.contains(step.replacing("SCAN ", with: "CO-ROUTINE ")) {
                #expect(isBounded(step, of: sql), "\(step): \(sql)")
            }
        }
    }

    /// Whether one step of a plan touches no more rows than the answer has, or than one officer has courses.
    private func isBounded(_ step: String, of sql: SQL) -> Bool {
        if step == "SCAN CONSTANT ROW" { return true }
        // An index that holds only what waits.
        if Self.waiting.contains(where: { step.hasSuffix(" USING INDEX \($0)") }) { return true }
        // The end of an index, one row of it.
        if step.hasPrefix("SCAN ") { return step.contains(" USING INDEX ") && sql.text.hasSuffix(" DESC LIMIT 1") }
        let isOneOfficers = sql.text.contains("WHERE officer_id = $1 ORDER BY")
        return !step.contains("FOR ORDER BY") || isOneOfficers
    }

    private static let waiting = [
        "receipt_queue", "fee_exemption_open", "outbox_waiting", "outbox_failed", "attendance_reopening_waiting",
        "correction_waiting", "correction_one_waiting", "bulk_issue_unfinished", "revocation_open",
        "participation_refund_due", "certificate_unfinished",
    ]

    private func plan(of sql: SQL, in database: any Database) async throws -> [String] {
        try await database.read { try $0.all("EXPLAIN QUERY PLAN \(sql)") { try $0["detail"] } }
    }

    private func people(in transaction: borrowing Transaction) throws {
        let person = try Sample.officer(1)
        _ = try Officers.find(officer, in: transaction)
        _ = try Officers.find(myKad: person.myKad, in: transaction)
        _ = try Officers.find(email: person.email.text, in: transaction)
        _ = try Courses.find(course, in: transaction)
        _ = try Courses.find(code: Sample.course(1).code, in: transaction)
        try Signatories.assign([], to: course, in: transaction)
        _ = try Signatories.of(course, in: transaction)
        _ = try Participations.find(officer: officer, course: course, in: transaction)
        _ = try Participations.of(officer: officer, in: transaction)
        _ = try Participations.page(of: course, after: nil, limit: 10, in: transaction)
        try Participations.each(of: course, in: transaction) { _ in }
        try Participations.eachWithout(certificateOn: course, in: transaction) { _ in }
        _ = try Participations.factCounts(of: course, in: transaction)
        _ = try Participations.update(Sample.participation(1, course: 1), in: transaction)
    }

    private func profiles(in transaction: borrowing Transaction) throws {
        _ = try PersonalDetailsStore.save(
            PersonalDetails(), of: officer, over: 0, at: Sample.moment, in: transaction)
        _ = try PersonalDetailsStore.find(officer, in: transaction)
        try PersonChanges.insert(
            PersonChange(
                id: Sample.id("change", 1), officer: officer, field: "phone", before: "", after: "1", by: "p",
                at: Sample.moment, source: .own), in: transaction)
        _ = try PersonChanges.of(officer, limit: 1, in: transaction)
        let request = CorrectionRecord(
            id: Sample.id("correction", 1), officer: officer, field: .grade, before: "WK9", wanted: "WK10", reason: "",
            upload: nil, requestedBy: "p", requestedAt: Sample.moment)
        try Corrections.insert(request, in: transaction)
        _ = try Corrections.find(request.id, in: transaction)
        _ = try Corrections.of(officer, limit: 1, in: transaction)
        _ = try Corrections.waiting(of: officer, .grade, in: transaction)
        _ = try Corrections.waiting(after: nil, limit: 1, in: transaction)
        _ = try Corrections.move(
            request, to: .accepted, by: "a", reason: "", at: Sample.moment, in: transaction)
        _ = try Corrections.decided(limit: 1, in: transaction)
        _ = try Corrections.unconfirmed(of: officer, in: transaction)
        try Corrections.settle(request.id, as: .confirmed, in: transaction)
        let person = try Sample.officer(1)
        _ = try Corrections.officer(formerly: person.myKad, in: transaction)
        try Accounts.setLanguage(.english, of: "a", in: transaction)
        try Accounts.follow(person, formerly: try Sample.officer(2), in: transaction)
        try Staff.renumber(person.myKad, to: person.myKad, in: transaction)
    }

    private func home(in transaction: borrowing Transaction) throws {
        let day = Sample.moment.day
        _ = try Courses.spans(of: officer, in: transaction)
        _ = try Courses.span(of: course, in: transaction)
        _ = try Courses.held(from: day, through: day, in: transaction)
        _ = try AttendanceMarks.attended(by: officer, year: 2026, in: transaction)
        _ = try AttendanceMarks.hasAny(Sample.id("participation", 1), in: transaction)
        _ = try WaitingCounts.applications(in: .supported, coordinatedBy: nil, in: transaction)
        _ = try WaitingCounts.applications(in: .supported, coordinatedBy: "p", in: transaction)
        _ = try WaitingCounts.unconfirmed(from: day, through: day, in: transaction)
        _ = try Notices.unread(of: Sample.id("account", 1), in: transaction)
        _ = try Courses.find([course], in: transaction)
        _ = try Courses.seats(of: [course], in: transaction)
        _ = try Offerings.find([course], in: transaction)
        _ = try AuditLog.moves(of: "application", ["1"], in: transaction)
        _ = try Courses.page(coordinatedBy: "p", in: .open, before: nil, limit: 1, in: transaction)
        _ = try WaitingCounts.oldestReceipt(in: transaction)
        _ = try WaitingCounts.exemptions(in: transaction)
        _ = try WaitingCounts.corrections(in: transaction)
        _ = try WaitingCounts.reopenings(in: transaction)
        _ = try Applications.of(officer: officer, in: transaction)
        _ = try Offerings.find(course, in: transaction)
        _ = try Offerings.coordinated(by: "p", in: transaction)
        _ = try Applications.liveCancelled(limit: 1, in: transaction)
        let refund = Sample.id("participation", 1) as ParticipationRecord.ID
        _ = try Refunds.find(refund, in: transaction)
        _ = try Refunds.due(after: nil, limit: 1, in: transaction)
        _ = try Refunds.countDue(in: transaction)
        for key in [nil, Sample.id("refund", 1) as RefundRecord.ID] {
            _ = try Refunds.done(before: key, limit: 1, in: transaction)
        }
        _ = try Receipts.countWaiting(in: transaction)
        _ = try Outbox.counts(in: transaction)
    }

    private func administration(in transaction: borrowing Transaction) throws {
        let id: AccountRecord.ID = Sample.id("account", 9)
        try Accounts.insert(
            AccountRecord(id: id, name: "z", passwordHash: "", roles: [.finance], officer: nil, displayName: ""),
            at: Sample.moment, in: transaction)
        _ = try Accounts.page(after: "", limit: 1, in: transaction)
        try Accounts.setRoles([.auditor], of: id, in: transaction)
        try Accounts.setActive(false, of: id, in: transaction)
        _ = try Accounts.hasOtherAdministrator(than: id, in: transaction)
        _ = try Accounts.openSessions(of: id, at: Sample.moment, in: transaction)
        _ = try Offerings.courses(coordinatedBy: id, in: transaction)
        try Offerings.removeCoordinator(id, from: course, in: transaction)
        let notice = NoticeRecord(id: Sample.id("notice", 1), kind: "k", values: [:], createdAt: Sample.moment)
        try Notices.add(notice, to: "z", in: transaction)
        _ = try Notices.page(of: id, before: nil, limit: 1, in: transaction)
        _ = try Notices.find(notice.id, of: id, in: transaction)
        _ = try Notices.unread(of: id, in: transaction)
        try Notices.markRead(notice.id, of: id, at: Sample.moment, in: transaction)
        try Notices.markRead(nil, of: id, at: Sample.moment, in: transaction)
        var filter = AuditFilter()
        _ = try AuditLog.page(filter, before: nil, limit: 1, in: transaction)
        for kind in ["course", "application", "participation", "certificate", "receipt", "fee_exemption"] {
            let entry = AuditEntry(
                at: Sample.moment, actor: "p", action: "x", subjectKind: kind, subjectID: "1", requestID: "r")
            try AuditLog.append(entry, in: transaction)
        }
        let scope = AuditScope(actor: "p", courses: [course], kinds: ["receipt"])
        _ = try AuditLog.page(filter, within: scope, before: nil, limit: 1, in: transaction)
        filter.from = Sample.moment
        filter.until = Sample.moment
        let fields: [WritableKeyPath<AuditFilter, String>] = [\.actor, \.action, \.subjectKind, \.subjectID]
        for field in fields {
            filter[keyPath: field] = "x"
            _ = try AuditLog.page(filter, before: nil, limit: 1, in: transaction)
            var alone = AuditFilter()
            alone[keyPath: field] = "x"
            _ = try AuditLog.page(alone, before: nil, limit: 1, in: transaction)
        }
    }

    private func certificates(in transaction: borrowing Transaction) throws {
        let record = Sample.certificate(1, officer: 1)
        _ = try Certificates.drawSerial(year: 2026, in: transaction)
        try Certificates.insert(record, issuedBy: "p", at: Sample.moment, in: transaction)
        _ = try Certificates.find(record.id, in: transaction)
        _ = try Certificates.file(of: record.id, in: transaction)
        _ = try Certificates.find(code: record.code, in: transaction)
        _ = try Certificates.find(serial: record.serial, in: transaction)
        _ = try Certificates.shown(code: record.code, in: transaction)
        _ = try Certificates.shown(serial: record.serial, in: transaction)
        _ = try Certificates.shown(documentSHA256: "x", in: transaction)
        _ = try Certificates.live(officer: officer, course: course, in: transaction)
        _ = try Certificates.live(of: [officer], course: course, in: transaction)
        _ = try Certificates.headings(of: officer, in: transaction)
        _ = try Certificates.of(officer: officer, in: transaction)
        try Certificates.each(of: course, in: transaction) { _ in }
        _ = try Certificates.release(record.id, document: Sample.document(1), at: Sample.moment, in: transaction)
        _ = try Certificates.move(
            record.id, from: .valid, to: .suspended, reason: "", at: Sample.moment, in: transaction)
        try Certificates.link(record.id, supersededBy: record.id, in: transaction)
        for id in [nil, "x"] {
            _ = try Certificates.page(before: id, limit: 1, in: transaction)
            _ = try Certificates.page(of: course, before: id, limit: 1, in: transaction)
        }
        _ = try Certificates.versions(of: record.serial, in: transaction)
        try revocations(of: record.id, in: transaction)
        try proofs(of: record.id, in: transaction)
        try papers(in: transaction)
    }

    private func revocations(of certificate: String, in transaction: borrowing Transaction) throws {
        let proposal = RevocationProposal(
            id: Sample.id("proposal", 1), certificate: certificate, reason: .misused, remark: "r", proposedBy: "a",
            proposedAt: Sample.moment)
        try Revocations.insert(proposal, in: transaction)
        _ = try Revocations.open(of: certificate, in: transaction)
        _ = try Revocations.of(certificate, in: transaction)
        _ = try Revocations.open(limit: 1, in: transaction)
        _ = try Revocations.decide(
            proposal.id, .refused, by: "b", answer: "", at: Sample.moment, in: transaction)
    }

    private func journal(in transaction: borrowing Transaction) throws {
        let account = AccountRecord(
            id: Sample.id("account", 1), name: "a", passwordHash: "", roles: [.officer], officer: officer,
            displayName: "")
        try Accounts.insert(account, at: Sample.moment, in: transaction)
        _ = try Accounts.find(name: "a", in: transaction)
        _ = try Accounts.find(account.id, in: transaction)
        _ = try Accounts.language(of: officer, in: transaction)
        try Accounts.setPasswordHash("x", of: account.id, in: transaction)
        try Accounts.openSession(
            tokenSHA256: "t", of: account.id, csrf: "", at: Sample.moment, until: Sample.moment, in: transaction)
        _ = try Accounts.session(tokenSHA256: "t", at: Sample.moment, in: transaction)
        try Accounts.closeSession(tokenSHA256: "t", in: transaction)
        _ = try Throttle.count("b", window: 1, at: Sample.moment, in: transaction)
        try Throttle.clear("b", in: transaction)
        try Throttle.sweep(before: Sample.moment, in: transaction)
        let entry = AuditEntry(
            at: Sample.moment, actor: "p", action: "x", subjectKind: "certificate", subjectID: "1", requestID: "")
        try AuditLog.append(entry, in: transaction)
        _ = try AuditLog.entries(about: "certificate", "1", in: transaction)
        try Outbox.add(
            OutboxMessage(id: Sample.id("m", 1), kind: "k", recipient: "r", language: .malay, values: [:]),
            at: Sample.moment, in: transaction)
        _ = try Outbox.due(at: Sample.moment, limit: 1, in: transaction)
        try outbox(in: transaction)
    }

    private func applications(in transaction: borrowing Transaction) throws {
        _ = try Applications.waitingList(of: course, in: transaction)
        _ = try Applications.coursesWithWaiters(in: transaction)
        _ = try Applications.offered(on: course, in: transaction)
        for state in ApplicationState.allCases where state.isLive {
            _ = try Applications.overdue(state, on: Sample.moment.day, after: nil, limit: 1, in: transaction)
        }
        _ = try Applications.expiredOffers(at: Sample.moment, in: transaction)
        _ = try Applications.page(in: .submitted, after: nil, limit: 1, in: transaction)
        _ = try Applications.awaiting(coordinator: Sample.id("account", 1), in: transaction)
        _ = try SupportLinks.asked(Sample.id("application", 1), edition: 1, in: transaction)
        _ = try Reminders.note("support", "x", step: 2, at: Sample.moment, in: transaction)
        _ = try Reminders.last("support", "x", in: transaction)
        try Holidays.replace([(Sample.moment.day, "Cuti")], of: .melaka, in: transaction)
        _ = try Holidays.calendar(of: .melaka, since: Sample.moment.day, in: transaction)
        _ = try Applications.otherSeats(ofThose: .supported, on: course, in: transaction)
        let application: Application.ID = Sample.id("application", 1)
        _ = try LogisticsAnswers.latest(of: application, in: transaction)
        _ = try LogisticsAnswers.of(course: course, in: transaction)
    }

    private func outbox(in transaction: borrowing Transaction) throws {
        let letter: OutboxMessage.ID = Sample.id("m", 1)
        let now = Sample.moment
        _ = try Outbox.claim("w", limit: 1, at: now, until: now, in: transaction)
        try Outbox.postpone(letter, claimedBy: "w", attempts: 1, until: now, error: "", in: transaction)
        try Outbox.markFailed(letter, claimedBy: "w", keeping: [:], attempts: 1, error: "", at: now, in: transaction)
        try Outbox.markSent(letter, keeping: [:], at: now, in: transaction)
        _ = try Outbox.resend(letter, at: now, in: transaction)
        _ = try Outbox.find(letter, in: transaction)
        for state in [nil] + OutboxEntry.State.allCases.map(Optional.some) {
            _ = try Outbox.page(state, before: nil, limit: 1, in: transaction)
        }
    }

    private func bulk(in transaction: borrowing Transaction) throws {
        let issue = BulkIssueRecord(
            id: Sample.id("bulk", 1), course: course, requestedBy: "p", requestID: "", createdAt: Sample.moment,
            total: 1)
        try BulkIssues.insert(issue, officers: [officer], in: transaction)
        _ = try BulkIssues.find(issue.id, in: transaction)
        _ = try BulkIssues.latest(of: course, in: transaction)
        let rows = try BulkIssues.waiting(issue.id, limit: 1, in: transaction)
        _ = try Certificates.live(officers: [officer, officer], course: course, in: transaction)
        _ = try Certificates.revoked(officers: [officer, officer], course: course, in: transaction)
        _ = try Certificates.drawSerials(2, year: 2026, in: transaction)
        _ = try Participations.of(officers: [officer, officer], course: course, in: transaction)
        _ = try Officers.addresses(of: [officer, officer], in: transaction)
        _ = try Accounts.languages(of: [officer, officer], in: transaction)
        try BulkIssues.each(issue.id, result: .issued, in: transaction) { _ in }
        _ = try BulkIssues.problems(issue.id, limit: 1, in: transaction)
        _ = try BulkIssues.counts(issue.id, in: transaction)
        for row in rows { try BulkIssues.settle(row, of: issue.id, in: transaction) }
        try BulkIssues.finish(issue.id, at: Sample.moment, in: transaction)
    }

    private func courses(in transaction: borrowing Transaction) throws {
        let sample = try Sample.course(1)
        try Courses.update(sample, in: transaction)
        try Courses.setSessions([try Sample.session(1, day: 9)], of: course, in: transaction)
        try Courses.setSessions([try Sample.session(1, day: 10)], of: course, in: transaction)
        try Courses.setSessions([], of: course, in: transaction)
        for status in [nil, Course.Status.open] {
            _ = try Courses.page(in: status, before: nil, limit: 10, in: transaction)
            _ = try Courses.page(in: status, before: course, limit: 10, in: transaction)
        }
        let days = OfferingRecord.Days(
            closing: Day(daysSinceEpoch: 1), decision: Day(daysSinceEpoch: 2), confirmation: Day(daysSinceEpoch: 3),
            freeze: Day(daysSinceEpoch: 4))
        let offering = OfferingRecord(
            course: course, objectives: .init(malay: ""), target: .init(malay: ""), rules: CourseRules(quota: 1),
            days: days)
        try Offerings.insert(offering, in: transaction)
        _ = try Offerings.update(offering, in: transaction)
        try Offerings.setCoordinators([], of: course, in: transaction)
        _ = try Participations.paid(on: course, limit: 10, in: transaction)
        _ = try Offerings.coordinatorIDs(of: course, in: transaction)
        _ = try Accounts.coordinators(limit: 10, in: transaction)
        _ = try Signatories.all(limit: 10, in: transaction)
    }

    private func attendance(in transaction: borrowing Transaction) throws {
        let participation: ParticipationRecord.ID = Sample.id("participation-1", 1)
        _ = try AttendanceMarks.of(course: course, in: transaction)
        _ = try AttendanceMarks.of([participation], in: transaction)
        _ = try AttendanceMarks.openCounts(on: course, in: transaction)
        _ = try Participations.roster(of: course, limit: 10, in: transaction)
        _ = try Participations.find([participation], in: transaction)
        try AttendanceMarks.clear(participation, at: Sample.id("session", 1), in: transaction)
        let request = ReopeningRecord(
            id: Sample.id("reopening", 1), course: course, reason: "", requestedBy: "p", requestedAt: Sample.moment,
            participations: [participation])
        try Reopenings.insert(request, in: transaction)
        _ = try Reopenings.waiting(of: course, in: transaction)
        _ = try Reopenings.decide(request.id, .granted, by: "a", at: Sample.moment, in: transaction)
    }
}
