import Academy

/// A course as it was typed: texts, rows and ticks, by the names that the form has for them.
public struct CourseForm: Sendable, Hashable {
    /// In the order of the form; the raw value is the field's name.
    public enum Field: String, Sendable, Hashable, CaseIterable {
        case code = "kod"
        case titleMalay = "tajuk"
        case titleEnglish = "tajuk-en"
        case studyCentre = "pusat"
        case objectivesMalay = "objektif"
        case objectivesEnglish = "objektif-en"
        case targetMalay = "sasaran"
        case targetEnglish = "sasaran-en"
        case prerequisitesMalay = "prasyarat"
        case prerequisitesEnglish = "prasyarat-en"
        case venue = "tempat"
        case mode = "kaedah"
        case closing = "tutup"
        case decision = "keputusan"
        case confirmation = "pengesahan"
        case freeze = "beku"
        case quota = "kuota"
        case fee = "yuran"
        case minimum
        case yearlyCap = "had"
        case gradeLowest = "gred-dari"
        case gradeHighest = "gred-hingga"
        case grace = "hari-ihsan"
        case status
        /// Why the quota falls below the seats that are held.
        case reason = "sebab"
    }

    /// A rule that is ticked or not.
    public enum Choice: String, Sendable, Hashable, CaseIterable {
        case waitingList = "senarai-menunggu"
        case clashBlocks = "pertindihan"
        case lapsesUnconfirmed = "luput-automatik"
        case absenceWithoutReplacement = "tanpa-pengganti"
        case countsExcused = "kira-dimaafkan"
    }

    /// One line of the timetable.
    public struct SessionRow: Sendable, Hashable {
        /// Of a session that is kept; empty for a new one.
        public var id: String
        public var day: String
        public var start: String
        public var end: String
        public var minutes: String
        public var isMandatory: Bool
        public var isCancelled: Bool

        public init(
            id: String = "", day: String = "", start: String = "", end: String = "", minutes: String = "",
            isMandatory: Bool = false, isCancelled: Bool = false
        ) {
            self.id = id
            self.day = day
            self.start = start
            self.end = end
            self.minutes = minutes
            self.isMandatory = isMandatory
            self.isCancelled = isCancelled
        }

        /// Nothing was typed: the row does not count.
        public var isBlank: Bool { id.isEmpty && [day, start, end, minutes].allSatisfy { $0.trimmed.isEmpty } }
    }

    public struct SpeakerRow: Sendable, Hashable {
        public var name: String
        public var topic: String

        public init(name: String = "", topic: String = "") {
            self.name = name
            self.topic = topic
        }

        public var isBlank: Bool { name.trimmed.isEmpty && topic.trimmed.isEmpty }
    }

    public var texts: [Field: String]
    public var choices: Set<Choice>
    public var sessions: [SessionRow]
    public var speakers: [SpeakerRow]
    /// Ids of accounts.
    public var coordinators: Set<String>
    /// Ids in signing order; an empty one is no one.
    public var signatories: [String]

    /// How many can sign.
    public static let signatoryPlaces = 3
    /// More rows than any course has.
    public static let mostRows = 60

    public init(
        texts: [Field: String] = [:], choices: Set<Choice> = [], sessions: [SessionRow] = [],
        speakers: [SpeakerRow] = [], coordinators: Set<String> = [], signatories: [String] = []
    ) {
        self.texts = texts
        self.choices = choices
        self.sessions = sessions
        self.speakers = speakers
        self.coordinators = coordinators
        self.signatories = signatories
    }

    public subscript(field: Field) -> String {
        get { texts[field] ?? "" }
        set { texts[field] = newValue }
    }

    /// A new course before anything is typed, with the workflow rule's own figures.
    public static let blank = CourseForm(
        texts: [
            .minimum: "80", .grace: String(CourseRules.usualGrace), .mode: OfferingMode.inPerson,
            .status: Course.Status.planned.rawValue,
        ],
        choices: [.waitingList, .countsExcused], sessions: [SessionRow()], speakers: [SpeakerRow()],
        signatories: Array(repeating: "", count: signatoryPlaces))

    /// Days that were left open are counted back from the first session, and minutes from its hours.
    public mutating func suggest() {
        for index in sessions.indices where sessions[index].minutes.trimmed.isEmpty {
            guard let start = TimeOfDay(typed: sessions[index].start), let end = TimeOfDay(typed: sessions[index].end),
                start < end
            else { continue }
            sessions[index].minutes = String(end.minutesSinceMidnight - start.minutesSinceMidnight)
        }
        let days = sessions.filter { !$0.isCancelled }.compactMap { Day(typed: $0.day) }
        guard let start = days.min(), let end = days.max(), let usual = try? Deadlines(start: start, end: end) else {
            return
        }
        for (field, deadline) in Self.deadlines where self[field].trimmed.isEmpty { self[field] = usual[deadline].iso }
    }

    /// The four days that are the course's own.
    static let deadlines: [(CourseForm.Field, Deadlines.Field)] = [
        (.closing, .closing), (.decision, .decision), (.confirmation, .confirmation), (.freeze, .freeze),
    ]

    private enum OfferingMode { static let inPerson = "in_person" }
}
