import Academy
import Records
import SQL

@testable import Desk

/// An office with a course that has a waiting list.
struct WaitingOffice {
    let desk: ApplyingOffice

    init(quota: Int = 1, clashBlocks: Bool = false, lapsesUnconfirmed: Bool = false, graceDays: Int = 0) async throws {
        desk = try await ApplyingOffice(
            rules: CourseRules(
                quota: quota, hasWaitingList: true, clashBlocks: clashBlocks, lapsesUnconfirmed: lapsesUnconfirmed,
                graceDays: graceDays))
    }

    var office: Office { desk.office }
    var clock: TestClock { desk.test.clock }
    var course: Course.ID { desk.course.id }

    func close() async { await desk.test.close() }

    @discardableResult
    func approve(_ ids: [Application.ID]) async throws -> [CourseBoard.Result] {
        try await CourseBoard(office).decide(.approve, on: ids, of: course, by: ApplyingOffice.coordinator)
    }

    /// So many supported applications, approved one after the other.
    func queue(_ numbers: ClosedRange<Int>) async throws -> [(officer: Officer, id: Application.ID)] {
        var made: [(officer: Officer, id: Application.ID)] = []
        for number in numbers {
            made.append(try await desk.supported(number))
            clock.advance(seconds: 60)
            try await approve([made[made.count - 1].id])
        }
        return made
    }

    func record(_ id: Application.ID) async throws -> ApplicationRecord? {
        try await office.database.read { try Applications.find(id, in: $0) }
    }

    func states(_ ids: [Application.ID]) async throws -> [ApplicationState?] {
        try await office.database.read { transaction in
            try ids.map { try Applications.find($0, in: transaction)?.state }
        }
    }

    /// As the course's own form does it: the new quota and what follows from it in one transaction.
    func setQuota(_ quota: Int) async throws {
        let (office, course) = (office, course)
        try await office.database.write { transaction in
            let version = try Offerings.find(course, in: transaction)?.version ?? 0
            _ = try Offerings.setQuota(quota, of: course, version: version, in: transaction)
            guard let file = try CourseFile.open(course, in: transaction) else { throw Refusal.notFound }
            try ApplicationClerk(office, for: ApplyingOffice.coordinator).offerFreeSeats(of: file, in: transaction)
        }
    }

    /// Days that pass on the clock.
    func pass(days: Int64) { clock.advance(seconds: days * 86_400) }

    func audit(_ id: Application.ID) async throws -> [AuditEntry] {
        try await office.database.read { try AuditLog.entries(about: "application", id.text, in: $0) }
    }

    /// The latest letter of a kind to an officer.
    func letter(_ kind: String, to officer: Officer) async throws -> OutboxMessage? {
        try await office.database.read { transaction in
            try Outbox.page(before: nil, limit: 500, in: transaction).map(\.message)
                .first { $0.kind == kind && $0.recipient == officer.email.text }
        }
    }
}
