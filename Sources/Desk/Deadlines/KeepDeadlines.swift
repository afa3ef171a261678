import Academy
import Logging
import Records
import SQL

/// One look at the clock: ends whatever a deadline has overtaken, and offers seats that are free to those who wait.
///
/// Each application ends in a transaction of its own, with its audit row and its letters, so that a stop in between
/// loses nothing and repeats nothing: the next look goes on. It decides by what is stored and by the moment, never by
/// when it last ran, so that days without it are caught up with, and a clock that jumps back does no harm.
public struct KeepDeadlines: Sendable {
    private let office: Office
    private static let page = 200

    public init(_ office: Office) { self.office = office }

    /// What one look has done.
    public struct Result: Sendable, Hashable {
        /// Offers that nobody answered.
        public var expired = 0
        /// Drafts, pending applications, waiters, unconfirmed seats and unanswered nominations.
        public var lapsed = 0
        /// Seats offered that nothing else had offered; those that an end has freed are not counted here.
        public var offered = 0
        /// Courses whose cancelling was interrupted, and is finished now.
        public var cancelled = 0
        /// Applications that could not be ended; the log says why.
        public var failed = 0

        public init(expired: Int = 0, lapsed: Int = 0, offered: Int = 0, cancelled: Int = 0, failed: Int = 0) {
            (self.expired, self.lapsed, self.offered) = (expired, lapsed, offered)
            (self.cancelled, self.failed) = (cancelled, failed)
        }

        public static let nothing = Result()
    }

    /// Returns early when the task is cancelled; the application that is being ended is finished.
    public func callAsFunction(requestID: String = "clock") async throws -> Result {
        let now = office.surroundings.now()
        var result = Result()
        try await finishCancelling(requestID, in: &result)
        for id in try await office.database.read({ try Applications.expiredOffers(at: now, in: $0) }) {
            if Task.isCancelled { return result }
            await end(id, .expireOffer, requestID, counting: \.expired, in: &result)
        }
        for state in Self.ending {
            var key: ApplicationRecord.ID?
            repeat {
                let (due, last) = try await overdue(state, after: key, at: now)
                for id in due {
                    if Task.isCancelled { return result }
                    await end(id, .lapse, requestID, counting: \.lapsed, in: &result)
                }
                key = last
            } while key != nil
        }
        for id in try await unanswered(at: now) {
            if Task.isCancelled { return result }
            await end(id, .lapse, requestID, counting: \.lapsed, in: &result)
        }
        try await offerFreeSeats(requestID, in: &result)
        return result
    }

    /// What a stop in the middle of cancelling a course has left undone.
    private func finishCancelling(_ requestID: String, in result: inout Result) async throws {
        for course in try await office.database.read({ try Applications.liveCancelled(limit: Self.page, in: $0) }) {
            if Task.isCancelled { return }
            do {
                try await CancelCourse(office).finish(course, by: .system(requestID: requestID))
                result.cancelled += 1
            } catch {
                result.failed += 1
                office.logger.error(
                    "a course could not be cancelled to the end", metadata: ["course": "\(course)", "why": "\(error)"])
            }
        }
    }

    /// Replacements who were named and whose time, or their supervisor's, is up.
    private func unanswered(at now: Instant) async throws -> [ApplicationRecord.ID] {
        try await office.database.read {
            try Nominations.overdue(at: now, limit: Self.page, in: $0).map(\.application)
        }
    }

    private static let ending: [ApplicationState] = [
        .draft, .submitted, .supervisorSupported, .supported, .approved, .waiting,
    ]

    /// One page: which of it the workflow lets end now, and where the next begins.
    private func overdue(
        _ state: ApplicationState, after key: ApplicationRecord.ID?, at now: Instant
    ) async throws -> (due: [ApplicationRecord.ID], last: ApplicationRecord.ID?) {
        try await office.database.read { transaction in
            let page = try Applications.overdue(
                state, on: now.day, after: key, limit: Self.page, in: transaction)
            var ends: [Course.ID: Bool] = [:]
            for course in Set(page.map(\.course)) {
                guard let file = try CourseFile.open(course, in: transaction) else { continue }
                let circumstances = ApplicationCircumstances(
                    course: try file.circumstances(at: now, in: transaction), officer: OfficerCircumstances())
                ends[course] =
                    ApplicationWorkflow.refusals(
                        from: state, on: .lapse, by: .system, in: circumstances
                    ).isEmpty
            }
            return (
                page.filter { ends[$0.course] == true }.map(\.id), page.count == Self.page ? page.last?.id : nil
            )
        }
    }

    /// One that cannot be ended holds up no other.
    private func end(
        _ id: ApplicationRecord.ID, _ event: ApplicationEvent, _ requestID: String,
        counting count: WritableKeyPath<Result, Int>, in result: inout Result
    ) async {
        do {
            if try await end(id, event, requestID) { result[keyPath: count] += 1 }
        } catch {
            result.failed += 1
            office.logger.error(
                "an application could not be ended", metadata: ["application": "\(id)", "why": "\(error)"])
        }
    }

    private func end(_ id: ApplicationRecord.ID, _ event: ApplicationEvent, _ requestID: String) async throws -> Bool {
        let clerk = ApplicationClerk(office, for: .system(requestID: requestID))
        return try await office.database.write { transaction in
            guard let record = try Applications.find(id, in: transaction),
                let officer = try Officers.find(record.officer, in: transaction),
                let file = try CourseFile.open(record.course, in: transaction)
            else { return false }
            let request = ApplicationRequest(rejection: record.state == .waiting ? .quotaFull : nil)
            do {
                let ended = try clerk.perform(
                    event, on: record, of: officer, file: file, by: .system, request: request, in: transaction)
                return ended.state != record.state
            } catch Refusal.workflow {
                // Somebody acted on it since it was looked up.
                return false
            }
        }
    }

    /// What no move has offered, such as to somebody who could not sit when the seat became free.
    private func offerFreeSeats(_ requestID: String, in result: inout Result) async throws {
        let clerk = ApplicationClerk(office, for: .system(requestID: requestID))
        for course in try await office.database.read({ try Applications.coursesWithWaiters(in: $0) }) {
            let isPossible = try await office.database.read { transaction in
                guard let file = try CourseFile.open(course, in: transaction) else { return false }
                return try clerk.mayOffer(of: file, in: transaction)
            }
            if !isPossible || Task.isCancelled { continue }
            result.offered += try await office.database.write { transaction in
                guard let file = try CourseFile.open(course, in: transaction) else { return 0 }
                return try clerk.offerFreeSeats(of: file, in: transaction).count
            }
        }
    }
}
