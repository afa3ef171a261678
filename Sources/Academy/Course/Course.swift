/// A course as it is held once: one series, with its own sessions.
public struct Course: Sendable, Hashable {
    public typealias ID = Identifier<Course>

    public let id: ID
    public var code: CourseCode
    public var titleMalay: String
    /// Empty when the course has only a Malay title.
    public var titleEnglish: String
    /// Pusat Pengajian that runs it.
    public var studyCentre: String
    public var venue: String
    public var fee: Sen
    /// Share of hours, in percent, that a participant must attend.
    ///
    /// 80 by default.
    public var minimumAttendance: Int
    /// In order of time.
    public var sessions: [Session]
    public var status: Status

    public init(
        id: ID, code: CourseCode, titleMalay: String, titleEnglish: String, studyCentre: String, venue: String,
        fee: Sen, minimumAttendance: Int = 80, sessions: [Session], status: Status = .open
    ) {
        self.id = id
        self.code = code
        self.titleMalay = titleMalay
        self.titleEnglish = titleEnglish
        self.studyCentre = studyCentre
        self.venue = venue
        self.fee = fee
        self.minimumAttendance = minimumAttendance
        self.sessions = sessions.sorted { ($0.day, $0.start) < ($1.day, $1.start) }
        self.status = status
    }

    /// The Malay title where there is no English one.
    public func title(in language: Language) -> String {
        language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay
    }

    /// The days on which something is held; a list, not a range.
    public var dates: DatePhrase { DatePhrase(held.map(\.day)) }

    public var minutes: Int { held.reduce(0) { $0 + $1.minutes } }

    private var held: [Session] { sessions.filter { !$0.isCancelled } }
}

extension Course {
    public enum Status: String, Sendable, Hashable, CaseIterable {
        case planned, open, underWay = "under_way", ended, cancelled
    }
}
