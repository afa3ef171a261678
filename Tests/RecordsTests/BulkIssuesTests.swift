import Academy
import Records
import SQL
import Testing

@Suite struct BulkIssuesTests {
    private let id: BulkIssueRecord.ID = Sample.id("bulk", 1)
    private let course: Course.ID = Sample.id("course", 1)

    private func issue(_ number: Int = 1, total: Int) -> BulkIssueRecord {
        BulkIssueRecord(
            id: Sample.id("bulk", number), course: course, requestedBy: "pentadbir", requestID: "r",
            createdAt: Sample.moment, total: total)
    }

    private func started(_ count: Int) async throws -> Register {
        let register = try await Register().withParticipants(count)
        try await register.database.write { transaction throws in
            try BulkIssues.insert(
                issue(total: count), officers: (0..<count).map { Sample.id("officer", $0) }, in: transaction)
        }
        return register
    }

    @Test func `rows are worked off in order and keep their result`() async throws {
        let register = try await started(5)
        try await register.database.write { transaction throws in
            let first = try BulkIssues.waiting(id, limit: 2, in: transaction)
            #expect(first.map(\.position) == [1, 2])
            #expect(first.map(\.officer) == [Sample.id("officer", 0), Sample.id("officer", 1)])
            let results: [BulkIssueItem.Result] = [.issued, .alreadyIssued, .withheld, .failed]
            for (index, result) in results.enumerated() {
                try BulkIssues.settle(
                    BulkIssueItem(
                        position: index + 1, officer: Sample.id("officer", index), result: result,
                        detail: "fee_unpaid"), of: id, in: transaction)
            }
            #expect(try BulkIssues.waiting(id, limit: 9, in: transaction).map(\.position) == [5])
            #expect(
                try BulkIssues.counts(id, in: transaction)
                    == [.issued: 1, .alreadyIssued: 1, .withheld: 1, .failed: 1, .waiting: 1])
            let problems = try BulkIssues.problems(id, limit: 10, in: transaction)
            #expect(problems.map(\.item.position) == [3, 4])
            #expect(problems.map(\.item.detail) == ["fee_unpaid", "fee_unpaid"])
            #expect(problems.first?.name == "PEGAWAI 00002 BIN ABU")
            var issued: [Int] = []
            try BulkIssues.each(id, result: .issued, in: transaction) { issued.append($0.position) }
            #expect(issued == [1])
        }
    }

    @Test func `a settled row is not settled again`() async throws {
        let register = try await started(1)
        try await register.database.write { transaction throws in
            let row = BulkIssueItem(position: 1, officer: Sample.id("officer", 0), result: .issued)
            try BulkIssues.settle(row, of: id, in: transaction)
            try BulkIssues.settle(
                BulkIssueItem(position: 1, officer: row.officer, result: .alreadyIssued), of: id, in: transaction)
            #expect(try BulkIssues.counts(id, in: transaction) == [.issued: 1])
        }
    }

    @Test func `one at a time runs on a course, the next after it has finished`() async throws {
        let register = try await started(1)
        let error = await #expect(throws: SQLError.self) {
            try await register.database.write { try BulkIssues.insert(issue(2, total: 0), officers: [], in: $0) }
        }
        #expect(error?.kind == .unique(constraint: "bulk_issue_one_running"))
        try await register.database.write { transaction throws in
            #expect(try BulkIssues.running(in: transaction) == [issue(total: 1)])
            try BulkIssues.finish(id, at: Sample.moment.adding(seconds: 9), in: transaction)
            try BulkIssues.finish(id, at: Sample.moment.adding(seconds: 99), in: transaction)
            #expect(try BulkIssues.find(id, in: transaction)?.finishedAt == Sample.moment.adding(seconds: 9))
            #expect(try BulkIssues.running(in: transaction).isEmpty)
            try BulkIssues.insert(issue(2, total: 0), officers: [], in: transaction)
            #expect(try BulkIssues.latest(of: course, in: transaction)?.id == Sample.id("bulk", 2))
        }
    }
}
