/// Two sessions of two courses at the same time.
public struct SessionClash: Sendable, Hashable {
    public let course: Course.ID
    public let session: Session.ID
    public let otherCourse: Course.ID
    public let otherSession: Session.ID
    public let day: Day

    /// Whether two sessions share a minute; one that begins as the other ends does not clash, a cancelled one never.
    public static func overlap(_ one: Session, _ other: Session) -> Bool {
        !one.isCancelled && !other.isCancelled && one.day == other.day
            && max(one.start, other.start) < min(one.end, other.end)
    }
}

extension Course {
    /// Every clash with other courses, in order of time; a course never clashes with itself.
    ///
    /// Sessions are compared, not ranges of days: two courses that alternate do not clash.
    public func clashes(with others: [Course]) -> [SessionClash] {
        sessions.flatMap { session in
            others.filter { $0.id != id }.flatMap { other in
                other.sessions.filter { SessionClash.overlap(session, $0) }.map {
                    SessionClash(
                        course: id, session: session.id, otherCourse: other.id, otherSession: $0.id, day: session.day)
                }
            }
        }
    }
}
