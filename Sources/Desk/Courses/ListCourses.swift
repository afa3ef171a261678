public import Academy
import Records
import SQL

/// A course in the staff's list.
public struct CourseListing: Sendable, Hashable {
    public let course: CourseSummary
    public let quota: Int
    public let seatsHeld: Int
    /// Applications that wait for the academy's decision.
    public let undecided: Int
    /// Until when they can be decided; nil for a course that was never on offer.
    public let decideBy: Day?
}

/// Courses as the academy's staff look for them.
public struct ListCourses: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    public struct Page: Sendable, Hashable {
        /// Those that the caller coordinates; where others' are shown too, only on the first page.
        public let own: [CourseListing]
        /// Everybody else's, for those who see all.
        public let others: [CourseListing]
        /// Key after which the next ones come; nil on the last page.
        public let next: Course.ID?
        public let mayMake: Bool
    }

    /// One page, the latest made first.
    /// - Parameter search: words that code, title, centre or venue must hold; case and usual spellings aside.
    public func callAsFunction(
        search: String = "", in status: Course.Status? = nil, after key: Course.ID? = nil, limit: Int,
        by caller: Caller
    ) async throws -> Page {
        guard Permission.seeCourses(by: caller) else { throw Refusal.forbidden }
        let wanted = SearchQuery(search)
        return try await office.database.read { transaction in
            let seesAll = caller.has(.administrator) || caller.has(.auditor)
            let isCoordinator = caller.has(.coordinator)
            // Who sees others' courses too gets the own ones whole, before them.
            var mine = (ids: [Course.ID](), hasMore: false)
            if isCoordinator, !seesAll || key == nil {
                mine = try Self.find(wanted, after: key, limit: seesAll ? .max : limit) {
                    try Courses.page(
                        coordinatedBy: caller.account, in: status, before: $0, limit: $1, in: transaction)
                }
            }
            var others = (ids: [Course.ID](), hasMore: false)
            if seesAll {
                let except =
                    isCoordinator ? try Offerings.coordinated(by: caller.account, in: transaction) : []
                others = try Self.find(wanted, except: except, after: key, limit: limit) {
                    try Courses.page(in: status, before: $0, limit: $1, in: transaction)
                }
            }
            let last = seesAll ? others : mine
            return Page(
                own: try Self.listings(mine.ids, in: transaction),
                others: try Self.listings(others.ids, in: transaction),
                next: last.hasMore ? last.ids.last : nil, mayMake: Permission.makeCourse(by: caller))
        }
    }

    /// Reads on in batches until the page is full.
    private static func find(
        _ wanted: SearchQuery, except: Set<Course.ID> = [], after key: Course.ID?, limit: Int,
        in batches: (_ after: Course.ID?, _ size: Int) throws -> [CourseHeading]
    ) throws -> (ids: [Course.ID], hasMore: Bool) {
        var found: [Course.ID] = []
        var key = key
        // Without a search the first batch is the page, with one more to know whether there is another.
        let size = wanted.isEmpty && limit < 100 ? limit + except.count + 1 : 100
        while true {
            let headings = try batches(key, size)
            for heading in headings where !except.contains(heading.id) && heading.matches(wanted) {
                if found.count == limit { return (found, true) }
                found.append(heading.id)
            }
            guard headings.count == size, let last = headings.last else { return (found, false) }
            key = last.id
        }
    }

    private static func listings(
        _ ids: [Course.ID], in transaction: borrowing Transaction
    ) throws -> [CourseListing] {
        guard !ids.isEmpty else { return [] }
        let courses = try Courses.find(ids, in: transaction)
        let seats = try Courses.seats(of: ids, in: transaction)
        return ids.compactMap { courses[$0] }.map { course in
            let seats = seats[course.id]
            return CourseListing(
                course: CourseSummary(course), quota: seats?.quota ?? 0, seatsHeld: seats?.applications.seatsHeld ?? 0,
                undecided: seats?.applications[.supported] ?? 0, decideBy: seats?.decision)
        }
    }
}

extension CourseHeading {
    fileprivate func matches(_ wanted: SearchQuery) -> Bool {
        wanted.isEmpty
            || wanted.matches(
                SearchText([code.text, titleMalay, titleEnglish, studyCentre, venue].joined(separator: " ")))
    }
}
