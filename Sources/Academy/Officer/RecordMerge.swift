/// Two records of one person that are to become one.
///
/// The one that is kept stays as it is and takes over everything of the other. A person takes part in a
/// course once: records of which both have taken part in one stay two.
public enum RecordMerge {
    /// What a record has that another of the same person may be in the way of.
    public struct Side: Sendable, Hashable {
        public let officer: Officer.ID
        /// Courses with a participation or a certificate, whatever has become of it.
        public let courses: Set<Course.ID>
        /// Courses with a live application.
        public let applications: Set<Course.ID>
        /// Of its account; nil where it has none.
        public let roles: Set<Role>?
        /// Requests for correction wait for a decision.
        public let hasOpenCorrection: Bool

        public init(
            officer: Officer.ID, courses: Set<Course.ID>, applications: Set<Course.ID>, roles: Set<Role>?,
            hasOpenCorrection: Bool
        ) {
            self.officer = officer
            self.courses = courses
            self.applications = applications
            self.roles = roles
            self.hasOpenCorrection = hasOpenCorrection
        }
    }

    /// Why two records stay two.
    public enum Obstacle: Sendable, Hashable {
        case sameRecord
        /// Nobody merges a record of their own.
        case ownRecord
        /// Both take part in these courses, or have a certificate of them.
        case bothOnCourses([Course.ID])
        /// Both have a live application for these courses.
        case bothApplied([Course.ID])
        /// Both have an account, and the one that would be closed does more than an officer's.
        case rolesWouldBeLost
        /// A request for correction of the record that goes is undecided.
        case correctionOpen

        /// Stable.
        public var code: String {
            switch self {
            case .sameRecord: "same_record"
            case .ownRecord: "own_record"
            case .bothOnCourses: "both_on_courses"
            case .bothApplied: "both_applied"
            case .rolesWouldBeLost: "roles_would_be_lost"
            case .correctionOpen: "correction_open"
            }
        }

        /// The courses that it is about, in the order of their ids.
        public var courses: [Course.ID] {
            switch self {
            case .bothOnCourses(let courses), .bothApplied(let courses): courses
            case .sameRecord, .ownRecord, .rolesWouldBeLost, .correctionOpen: []
            }
        }
    }

    /// Everything that stands in the way, all at once; empty when the records may become one.
    ///
    /// - Parameter person: the officer who merges, if it is one.
    public static func obstacles(keeping kept: Side, dissolving gone: Side, by person: Officer.ID?) -> [Obstacle] {
        if kept.officer == gone.officer { return [.sameRecord] }
        var obstacles: [Obstacle] = []
        if let person, [kept.officer, gone.officer].contains(person) { obstacles.append(.ownRecord) }
        let courses = shared(kept.courses, gone.courses)
        if !courses.isEmpty { obstacles.append(.bothOnCourses(courses)) }
        let applications = shared(kept.applications, gone.applications).filter { !courses.contains($0) }
        if !applications.isEmpty { obstacles.append(.bothApplied(applications)) }
        if kept.roles != nil, let roles = gone.roles, !roles.subtracting([.officer]).isEmpty {
            obstacles.append(.rolesWouldBeLost)
        }
        if gone.hasOpenCorrection { obstacles.append(.correctionOpen) }
        return obstacles
    }

    private static func shared(_ one: Set<Course.ID>, _ other: Set<Course.ID>) -> [Course.ID] {
        one.intersection(other).sorted { $0.text < $1.text }
    }
}
