public import Academy
import Records
import SQL

/// Attendance that cannot be true: the same officer, present in two courses at the same hour.
///
/// Nothing is decided here; a mark is put right where it was made, by whoever keeps that course's list.
public struct ReadConflicts: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// One page of a year, the latest day first; a coordinator sees what touches a course of theirs.
    ///
    /// - Parameter key: of the last one on the page before.
    /// - Throws: ``Refusal/forbidden`` for who has nothing to do with courses.
    public func callAsFunction(
        year: Int, after key: String? = nil, limit: Int, by caller: Caller
    ) async throws -> [ConflictView] {
        guard Permission.seeCourses(by: caller) else { throw Refusal.forbidden }
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
            return []
        }
        return try await office.database.read(.long) { transaction in
            var coordinator: AccountRecord.ID?
            if !caller.has(.administrator), !caller.has(.auditor) {
                guard let account = try Accounts.find(name: caller.account, in: transaction) else { return [] }
                coordinator = account.id
            }
            let found = try AttendanceConflicts.page(
                .days(first...last), of: coordinator, after: key.flatMap(AttendanceConflicts.Key.init(text:)),
                limit: limit, in: transaction)
            return try found.map { conflict in
                ConflictView(
                    key: AttendanceConflicts.Key(conflict).text, name: conflict.name, myKad: conflict.myKad,
                    day: conflict.day, one: try .init(conflict.one, for: caller, in: transaction),
                    other: try .init(conflict.other, for: caller, in: transaction))
            }
        }
    }
}

/// A conflict as lists show it.
public struct ConflictView: Sendable, Hashable {
    /// Where the next page begins.
    public let key: String
    public let name: String
    public let myKad: MyKad
    public let day: Day
    public let one: Side
    public let other: Side

    public struct Side: Sendable, Hashable {
        public let course: Course.ID
        public let code: CourseCode
        public let titleMalay: String
        public let titleEnglish: String
        public let session: Session.ID
        public let start: TimeOfDay
        public let end: TimeOfDay
        public let mark: AttendanceMark
        /// The reader may open the course's list.
        public let isOpen: Bool

        init(_ side: AttendanceConflict.Side, for caller: Caller, in transaction: borrowing Transaction) throws {
            course = side.course
            code = side.code
            titleMalay = side.titleMalay
            titleEnglish = side.titleEnglish
            session = side.session
            start = side.start
            end = side.end
            mark = side.mark
            isOpen = try Permission.see(side.course, by: caller, in: transaction)
        }
    }
}

extension AttendanceConflicts.Key {
    /// As an address has it.
    fileprivate var text: String {
        [day.iso, session.text, participation.text, other.text].joined(separator: "~")
    }

    fileprivate init?(text: String) {
        let parts = text.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let day = Day(iso: parts[0]) else { return nil }
        self.init(day: day, session: .init(parts[1]), participation: .init(parts[2]), other: .init(parts[3]))
    }
}
