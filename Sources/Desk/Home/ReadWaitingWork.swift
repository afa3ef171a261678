import Academy
import Records
import SQL

/// What waits for a coordinator, the finance unit or an administrator, in counts.
public struct ReadWaitingWork: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// Lines of one kind at most; the rest is in the list of courses.
    static let most = 8
    /// How long ago a course may have ended whose attendance is asked for.
    static let unconfirmedDays = 180

    /// By kind, then by day; empty for who has no such work.
    public func callAsFunction(_ caller: Caller) async throws -> [WaitingWork] {
        let today = office.surroundings.now().day
        return try await office.database.read { transaction in
            let reader = WaitingWorkReader(caller: caller, today: today)
            var work: [WaitingWork] = []
            if Permission.issueInBulk(by: caller) {
                work += try reader.courses(in: transaction)
            }
            if caller.has(.finance) { work += try reader.receipts(in: transaction) }
            if caller.has(.administrator) { work += try reader.administration(in: transaction) }
            return work.filter { $0.number > 0 }
        }
    }
}

private struct WaitingWorkReader {
    let caller: Caller
    let today: Day

    /// nil: all courses are the caller's.
    private var account: String? { caller.has(.administrator) ? nil : caller.account }

    func courses(in transaction: borrowing Transaction) throws -> [WaitingWork] {
        let mine = try account.map { try Offerings.coordinated(by: $0, in: transaction) }
        func isMine(_ course: Course.ID) -> Bool { mine?.contains(course) ?? true }
        let held = try Courses.held(from: today, through: today, in: transaction).map(\.course).filter(isMine)
        return try lines(.attendanceToday, held.map { ($0, 1) }, in: transaction)
            + applications(.applications, .supported, in: transaction)
            + applications(.releases, .releaseRequested, in: transaction)
            + unconfirmed(in: transaction) { isMine($0) }
    }

    /// Courses that have ended and whose attendance is not confirmed, the longest ago first.
    private func unconfirmed(
        in transaction: borrowing Transaction, where isMine: (Course.ID) -> Bool
    ) throws -> [WaitingWork] {
        let first = today.adding(days: -ReadWaitingWork.unconfirmedDays)
        let ended = try WaitingCounts.unconfirmed(from: first, through: today.adding(days: -1), in: transaction)
            .filter { isMine($0.course) }.sorted { $0.day < $1.day }
        var over: [(course: Course.ID, number: Int)] = []
        for (course, last) in ended where over.count < ReadWaitingWork.most {
            if try Courses.span(of: course, in: transaction)?.last == last { over.append((course, 1)) }
        }
        return try lines(.attendanceToConfirm, over, in: transaction)
    }

    private func applications(
        _ kind: WaitingWork.Kind, _ state: ApplicationState, in transaction: borrowing Transaction
    ) throws -> [WaitingWork] {
        let counts = try WaitingCounts.applications(in: state, coordinatedBy: account, in: transaction)
            .sorted { $0.number > $1.number }
        return try lines(kind, Array(counts.prefix(ReadWaitingWork.most)), in: transaction).sorted {
            ($0.deadline?.iso ?? "9") < ($1.deadline?.iso ?? "9")
        }
    }

    /// In the order of the counts.
    private func lines(
        _ kind: WaitingWork.Kind, _ counts: [(course: Course.ID, number: Int)], in transaction: borrowing Transaction
    ) throws -> [WaitingWork] {
        if counts.isEmpty { return [] }
        let ids = counts.map(\.course)
        let courses = try Courses.find(ids, in: transaction)
        let offerings = kind == .applications ? try Offerings.find(ids, in: transaction) : [:]
        return counts.compactMap { id, number in
            guard let course = courses[id] else { return nil }
            let deadline: Day? =
                switch kind {
                case .applications: offerings[id]?.days.decision
                case .releases: course.dates.days.first
                case .attendanceToConfirm: course.dates.days.last?.adding(days: 7)
                default: nil
                }
            return WaitingWork(kind, number, course: CourseSummary(course), deadline: deadline)
        }
    }

    func receipts(in transaction: borrowing Transaction) throws -> [WaitingWork] {
        [
            WaitingWork(
                .receipts, try Receipts.countWaiting(in: transaction),
                since: try WaitingCounts.oldestReceipt(in: transaction)),
            WaitingWork(.refunds, try Refunds.countDue(in: transaction)),
        ]
    }

    func administration(in transaction: borrowing Transaction) throws -> [WaitingWork] {
        let courses = try WaitingCounts.reopenings(in: transaction).prefix(ReadWaitingWork.most)
        let reopenings = try lines(.reopenings, courses.map { ($0, 1) }, in: transaction)
        return reopenings + [
            WaitingWork(.exemptions, try WaitingCounts.exemptions(in: transaction)),
            WaitingWork(.corrections, try WaitingCounts.corrections(in: transaction)),
            WaitingWork(.failedLetters, try Outbox.counts(in: transaction).failed),
        ]
    }
}
