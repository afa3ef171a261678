/// One sitting of a course.
public struct Session: Sendable, Hashable {
    public typealias ID = Identifier<Session>

    public let id: ID
    public var day: Day
    public var start: TimeOfDay
    public var end: TimeOfDay
    /// Training time that counts, in minutes; breaks are not in it.
    public var minutes: Int
    /// Missing it means that the course was not completed, whatever the share of hours.
    public var isMandatory: Bool
    /// A cancelled session counts for nobody and against nobody.
    public var isCancelled: Bool

    public init(
        id: ID, day: Day, start: TimeOfDay, end: TimeOfDay, minutes: Int, isMandatory: Bool = false,
        isCancelled: Bool = false
    ) {
        self.id = id
        self.day = day
        self.start = start
        self.end = end
        self.minutes = minutes
        self.isMandatory = isMandatory
        self.isCancelled = isCancelled
    }
}
