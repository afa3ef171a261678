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
            let mine =
                caller.has(.coordinator) ? try Offerings.coordinated(by: caller.account, in: transaction) : []
            let seesAll = caller.has(.administrator) || caller.has(.auditor)
            // Who sees others' courses too gets the own ones whole, before them.
            var own: [Course] = []
            if key == nil || !seesAll {
                own = try mine.filter { key == nil || $0 < (key ?? $0) }.sorted(by: >)
                    .compactMap { try Courses.find($0, in: transaction) }
                    .filter { (status ?? $0.status) == $0.status && wanted.matches($0.searchText) }
            }
            var next: Course.ID?
            if !seesAll, own.count > limit {
                own = Array(own.prefix(limit))
                next = own.last?.id
            }
            var others: [Course.ID] = []
            if seesAll {
                let (ids, hasMore) = try Self.ids(
                    wanted, status, after: key, except: mine, limit: limit, in: transaction)
                (others, next) = (ids, hasMore ? ids.last : nil)
            }
            return Page(
                own: try own.map { try Self.listing($0, in: transaction) },
                others: try others.compactMap { try Courses.find($0, in: transaction) }
                    .map { try Self.listing($0, in: transaction) },
                next: next, mayMake: Permission.makeCourse(by: caller))
        }
    }

    /// Reads on in batches until the page is full.
    private static func ids(
        _ wanted: SearchQuery, _ status: Course.Status?, after key: Course.ID?, except mine: Set<Course.ID>,
        limit: Int, in transaction: borrowing Transaction
    ) throws -> (ids: [Course.ID], hasMore: Bool) {
        var found: [Course.ID] = []
        var key = key
        let batch = 100
        while true {
            let headings = try Courses.page(in: status, before: key, limit: batch, in: transaction)
            for heading in headings where !mine.contains(heading.id) && wanted.matches(heading.searchText) {
                if found.count == limit { return (found, true) }
                found.append(heading.id)
            }
            guard headings.count == batch, let last = headings.last else { return (found, false) }
            key = last.id
        }
    }

    private static func listing(
        _ course: Course, in transaction: borrowing Transaction
    ) throws -> CourseListing {
        let offering = try Offerings.find(course.id, in: transaction)
        let counts = try Applications.counts(of: course.id, in: transaction)
        return CourseListing(
            course: CourseSummary(course), quota: offering?.rules.quota ?? 0, seatsHeld: counts.seatsHeld,
            undecided: counts[.supported] ?? 0, decideBy: offering?.days.decision)
    }
}

extension CourseHeading {
    fileprivate var searchText: SearchText {
        SearchText([code.text, titleMalay, titleEnglish, studyCentre, venue].joined(separator: " "))
    }
}

extension Course {
    fileprivate var searchText: SearchText {
        SearchText([code.text, titleMalay, titleEnglish, studyCentre, venue].joined(separator: " "))
    }
}
