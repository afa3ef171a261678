import Academy
import Attestation
import Desk
import Eligibility
import Records
import SQL
import Synchronization
import Testing

@Suite struct BulkIssueTests {
    /// Forty who have earned it, three who have not, and one whose name no font can set.
    private static func course(_ test: TestOffice) async throws -> Course {
        let course = try await test.course()
        for number in 1...40 {
            try await test.officer(number, named: number % 10 == 0 ? "RAJU A/L MUTHUSAMY" : nil, on: course)
        }
        for (number, fee) in [(41, FeeState.unpaid), (42, .awaitingReview), (43, .rejected)] {
            try await test.officer(
                number, on: course,
                CompletionFacts(outcome: .completed, attendance: .confirmed, evaluation: .sent, fee: fee))
        }
        try await test.officer(44, named: "NAMA \u{1F9FF} BIN GANJIL", on: course)
        return course
    }

    @Test func `every row gets a result, and only the good ones a certificate`() async throws {
        let test = try await TestOffice()
        let course = try await Self.course(test)
        let admin = TestOffice.administrator
        let id = try await StartBulkIssue(test.office)(course: course.id, by: admin)
        await #expect(throws: Refusal.conflict(.bulkIssueUnderWay)) {
            try await StartBulkIssue(test.office)(course: course.id, by: admin)
        }
        let reported = Mutex<[Int]>([])
        try await BulkIssueRun(test.office)(id) { counts in reported.withLock { $0.append(counts.done) } }
        let progress = try await ReadBulkProgress(test.office)(id, by: admin)
        #expect(progress.isFinished)
        #expect(progress.counts.issued == 40)
        #expect(progress.counts.withheld == 3)
        #expect(progress.counts.failed == 1)
        let details = progress.problems.map(\.detail)
        #expect(Set(details).isSuperset(of: ["fee_unpaid", "receipt_awaiting_review", "receipt_rejected"]))
        #expect(details.contains { $0.contains("U+1F9FF") && $0.contains("holder") })
        let numbered = try await test.office.database.read { transaction in
            try transaction.one("SELECT max(serial_number) AS n FROM certificate") { row -> Int in try row["n"] }
        }
        #expect(numbered == 40, "an undrawable certificate uses up no serial")
        #expect(reported.withLock { $0 }.last == 44)
        let again = try await StartBulkIssue(test.office)(course: course.id, by: admin)
        try await BulkIssueRun(test.office)(again)
        let second = try await ReadBulkProgress(test.office)(again, by: admin).counts
        #expect(second.already == 40)
        #expect(second.issued == 0)
        await test.close()
    }

    @Test func `edge 46: serials have no gap, and a run that was cut short goes on where it was`() async throws {
        let test = try await TestOffice()
        let course = try await test.course()
        for number in 1...80 { try await test.officer(number, on: course) }
        let id = try await StartBulkIssue(test.office)(course: course.id, by: TestOffice.administrator)
        let first = Task {
            try await BulkIssueRun(test.office, setSize: 32)(id) { _ in withUnsafeCurrentTask { $0?.cancel() } }
        }
        try await first.value
        let half = try await ReadBulkProgress(test.office)(id, by: TestOffice.administrator).counts
        #expect(half.issued == 32)
        try await BulkIssueRun(test.office)(id)
        let serials = try await test.office.database.read { transaction in
            var serials: [Int] = []
            try Certificates.each(of: course.id, in: transaction) { serials.append($0.record.serial.number) }
            return serials
        }
        #expect(serials == Array(1...80))
        #expect(test.documents == 80)
        await test.close()
    }

    @Test func `the archive has every certificate once, under a safe name, and says who is missing and why`()
        async throws
    {
        let test = try await TestOffice()
        let course = try await Self.course(test)
        let admin = TestOffice.administrator
        try await BulkIssueRun(test.office)(try await StartBulkIssue(test.office)(course: course.id, by: admin))
        let pieces = Mutex<[UInt8]>([])
        try await WriteArchive(test.office)(course: course.id, by: admin) { piece in pieces.withLock { $0 += piece } }
        let text = String(decoding: pieces.withLock { $0 }, as: UTF8.self)
        #expect(text.hasPrefix("PK"))
        for name in ["manifest.csv", "errors.csv", "SHA256SUMS"] { #expect(text.contains(name)) }
        #expect(text.contains("NAMA \u{1F9FF} BIN GANJIL,") && text.contains("receipt_awaiting_review"))
        #expect(!text.contains("sijil/sijil-AKMAL-2026-000010-RAJU A/L"))
        #expect(text.split(separator: ",valid\r\n", omittingEmptySubsequences: false).count == 41)
        await #expect(throws: Refusal.forbidden) {
            try await WriteArchive(test.office)(
                course: course.id,
                by: Caller(account: "x", officer: nil, roles: [.finance], displayName: "", requestID: "")
            ) { _ in }
        }
        await test.close()
    }

    @Test func `counts on the course page are what the button does`() async throws {
        let test = try await TestOffice()
        let course = try await Self.course(test)
        let admin = TestOffice.administrator
        let before = try await CourseOverview(test.office).course(course.id, by: admin)
        #expect((before.participants, before.ready, before.issued, before.withheld) == (44, 41, 0, 3))
        try await BulkIssueRun(test.office)(try await StartBulkIssue(test.office)(course: course.id, by: admin))
        let after = try await CourseOverview(test.office).course(course.id, by: admin)
        #expect(after.ready == 1, "the undrawable one still waits")
        #expect(after.issued == 40)
        let page = try await CourseOverview(test.office).participants(of: course.id, after: nil, limit: 30, by: admin)
        let rest = try await CourseOverview(test.office).participants(
            of: course.id, after: page.last?.participation, limit: 30, by: admin)
        #expect(page.count == 30 && rest.count == 14)
        await test.close()
    }
}
