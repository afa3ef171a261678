public import Academy
import Records
import SQL

/// *Senarai Logistik* of a course: who comes, how, what they eat and where they sleep.
public struct LogisticsList: Sendable, Hashable {
    public let course: CourseSummary
    /// Until its end officers change their answers themselves.
    public let changeBy: Day
    public let confirmBy: Day
    /// Who is on the course, by name.
    public let rows: [Row]
    /// Who left the course, by name.
    public let gone: [Row]
    /// The reader may answer for officers.
    public let mayAnswer: Bool

    public struct Row: Sendable, Hashable {
        public let application: Application.ID
        public let name: String
        public let myKad: MyKad
        public let post: String
        public let station: String
        public let reply: Reply
        public let state: ApplicationState
        /// What holds now; nil before the first answer.
        public let logistics: Logistics?
        public let answeredAt: Instant?
        /// What it was when officers could last change it themselves; nil when it is still so, or when nothing had been
        /// said.
        public let before: Logistics?
        /// Came, left or was changed after that day.
        public let isLate: Bool
    }

    public enum Reply: String, Sendable, Hashable, CaseIterable {
        /// *Hadir*.
        case attending
        /// *Tidak Hadir*, also while it is not decided.
        case absent
        /// *Belum jawab*.
        case none
    }

    /// Who comes, as far as is known.
    public var attending: [Row] { rows.filter { $0.reply == .attending } }

    /// Cars, as the guard house looks for them: by the plate's letters and digits.
    public var vehicles: [Row] {
        attending.filter { $0.logistics?.vehicle.plate != nil }.sorted {
            ($0.logistics?.vehicle.plate?.normalised ?? "", $0.name)
                < ($1.logistics?.vehicle.plate?.normalised ?? "", $1.name)
        }
    }

    /// Who needs a bed.
    public func lodgers(_ sex: MyKad.Sex) -> [Row] {
        attending.filter { $0.logistics?.needsLodging == true && $0.myKad.sex == sex }
    }

    /// How many eat what.
    public var meals: [Logistics.Meal: Int] {
        Dictionary(grouping: attending.compactMap(\.logistics?.meal), by: \.self).mapValues(\.count)
    }

    /// Who has told the kitchen something.
    public var diets: [Row] { attending.filter { !($0.logistics?.diet ?? "").isEmpty } }
}

/// Reads *Senarai Logistik*.
public struct ReadLogistics: Sendable {
    /// More than any course has; a bound all the same.
    private static let longest = 5000
    private static let here: [ApplicationState] = [
        .approved, .attending, .releaseRequested, .completed, .insufficient, .absent,
    ]
    private static let gone: [ApplicationState] = [.released, .replaced]
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/forbidden`` for who runs no courses; ``Refusal/notFound`` for a course of others, or one that
    ///   is not on offer.
    public func callAsFunction(_ course: Course.ID, by caller: Caller) async throws -> LogisticsList {
        guard Permission.seeCourses(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read(.long) { transaction in
            guard try Permission.see(course, by: caller, in: transaction),
                let file = try CourseFile.open(course, in: transaction)
            else { throw Refusal.notFound }
            let answers = try LogisticsAnswers.of(course: course, in: transaction)
            return LogisticsList(
                course: CourseSummary(file.course), changeBy: file.deadlines.freeze,
                confirmBy: file.deadlines.confirmation,
                rows: try Self.rows(Self.here, of: file, answers, in: transaction),
                gone: try Self.rows(Self.gone, of: file, answers, in: transaction),
                mayAnswer: try Permission.run(course, by: caller, in: transaction))
        }
    }

    private static func rows(
        _ states: [ApplicationState], of file: CourseFile, _ answers: [Application.ID: [LogisticsAnswer]],
        in transaction: borrowing Transaction
    ) throws -> [LogisticsList.Row] {
        try states.flatMap { state in
            try Applications.page(of: file.course.id, in: state, after: nil, limit: longest, in: transaction)
        }
        .map { applicant in
            LogisticsList.Row(applicant, answers[applicant.record.id] ?? [], freeze: file.deadlines.freeze)
        }
        .sorted { ($0.name.lowercased(), $0.application) < ($1.name.lowercased(), $1.application) }
    }
}

extension LogisticsList.Row {
    fileprivate init(_ applicant: Applicant, _ answers: [LogisticsAnswer], freeze: Day) {
        let (record, officer) = (applicant.record, applicant.officer)
        let frozen = answers.last { !$0.at.isAfter(freeze) }
        let holds = answers.last
        let moved = record.stateAt.isAfter(freeze) && record.state.changesTheCount
        self.init(
            application: record.id, name: officer.name.text, myKad: officer.myKad,
            post: "\(officer.post) \(officer.grade)", station: officer.station, reply: Self.reply(record.state, holds),
            state: record.state, logistics: holds?.logistics, answeredAt: holds?.at,
            before: frozen?.logistics == holds?.logistics ? nil : frozen?.logistics,
            isLate: moved || holds.map { $0.at.isAfter(freeze) } ?? false)
    }

    /// After the course only who had answered was expected.
    private static func reply(_ state: ApplicationState, _ answer: LogisticsAnswer?) -> LogisticsList.Reply {
        switch state {
        case .attending: .attending
        case .releaseRequested, .released, .replaced: .absent
        case .completed, .insufficient, .absent: answer == nil ? .none : .attending
        default: .none
        }
    }
}

extension ApplicationState {
    /// Whether coming into it changes how many the house expects.
    fileprivate var changesTheCount: Bool {
        [.approved, .attending, .releaseRequested, .released, .replaced].contains(self)
    }
}
