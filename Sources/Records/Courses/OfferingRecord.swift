public import Academy

/// What a course says to those who may apply for it.
public struct OfferingRecord: Sendable, Hashable {
    public let course: Course.ID
    public var mode: Mode
    public var objectives: Bilingual
    public var target: Bilingual
    public var prerequisites: Bilingual
    public var rules: CourseRules
    /// The four days that are the course's own; the others follow from its sessions.
    public var days: Days
    /// Counts changes, so that two people who changed the same course are told.
    public var version: Int

    /// The raw value is stable.
    public enum Mode: String, Sendable, Hashable, CaseIterable {
        /// Bersemuka.
        case inPerson = "in_person"
        /// Dalam talian.
        case online
        /// Hibrid.
        case hybrid
    }

    /// The Malay text stands where there is no English one.
    public struct Bilingual: Sendable, Hashable {
        public var malay: String
        public var english: String

        public init(malay: String, english: String = "") {
            self.malay = malay
            self.english = english
        }

        public func text(in language: Language) -> String {
            language == .english && !english.isEmpty ? english : malay
        }
    }

    public struct Days: Sendable, Hashable {
        public var closing: Day
        public var decision: Day
        public var confirmation: Day
        public var freeze: Day

        public init(closing: Day, decision: Day, confirmation: Day, freeze: Day) {
            self.closing = closing
            self.decision = decision
            self.confirmation = confirmation
            self.freeze = freeze
        }

        public init(_ deadlines: Deadlines) {
            self.init(
                closing: deadlines.closing, decision: deadlines.decision, confirmation: deadlines.confirmation,
                freeze: deadlines.freeze)
        }
    }

    public init(
        course: Course.ID, mode: Mode = .inPerson, objectives: Bilingual, target: Bilingual,
        prerequisites: Bilingual = Bilingual(malay: ""), rules: CourseRules, days: Days, version: Int = 1
    ) {
        self.course = course
        self.mode = mode
        self.objectives = objectives
        self.target = target
        self.prerequisites = prerequisites
        self.rules = rules
        self.days = days
        self.version = version
    }

    /// All days of the course's workflow; nil without sessions.
    ///
    /// - Throws: what is wrong with the order of the days.
    public func deadlines(of course: Course) throws(Deadlines.Rejected) -> Deadlines? {
        guard let start = course.dates.days.first, let end = course.dates.days.last else { return nil }
        return try Deadlines(
            closing: days.closing, decision: days.decision, confirmation: days.confirmation, freeze: days.freeze,
            start: start, end: end, payment: end.adding(days: 7), evaluation: end.adding(days: 14))
    }
}

/// Penceramah, with the topic.
public struct SpeakerRecord: Sendable, Hashable {
    public let name: String
    public let topic: String

    public init(name: String, topic: String) {
        self.name = name
        self.topic = topic
    }
}
