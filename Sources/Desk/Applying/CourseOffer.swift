public import Academy
import Records
import SQL

/// A course as *Maklumat Kursus* shows it.
public struct CourseOffer: Sendable, Hashable {
    public let course: CourseSummary
    public let sessions: [Session]
    public let minutes: Int
    /// `in_person`, `online` or `hybrid`.
    public let mode: String
    public let quota: Int
    public let seatsLeft: Int
    public let grades: GradeRange
    public let deadlines: Deadlines
    public let objectives: Texts
    public let target: Texts
    public let prerequisites: Texts
    public let coordinators: [Contact]
    public let speakers: [Talk]

    /// The Malay text stands where there is no English one.
    public struct Texts: Sendable, Hashable {
        public let malay: String
        public let english: String

        public func text(in language: Language) -> String {
            language == .english && !english.isEmpty ? english : malay
        }
    }

    public struct Contact: Sendable, Hashable {
        public let name: String
        public let email: String
    }

    public struct Talk: Sendable, Hashable {
        public let speaker: String
        public let topic: String
    }

    init(_ file: CourseFile, in transaction: borrowing Transaction) throws {
        let offering = file.offering
        course = CourseSummary(file.course)
        sessions = file.course.sessions
        minutes = file.course.minutes
        mode = offering.mode.rawValue
        quota = offering.rules.quota
        grades = offering.rules.grades
        let held = try Applications.counts(of: file.course.id, in: transaction).seatsHeld
        seatsLeft = max(0, quota - held)
        deadlines = file.deadlines
        objectives = Texts(malay: offering.objectives.malay, english: offering.objectives.english)
        target = Texts(malay: offering.target.malay, english: offering.target.english)
        prerequisites = Texts(malay: offering.prerequisites.malay, english: offering.prerequisites.english)
        coordinators = try Offerings.coordinators(of: file.course.id, in: transaction)
            .map { Contact(name: $0.name, email: $0.email) }
        speakers = try Offerings.speakers(of: file.course.id, in: transaction)
            .map { Talk(speaker: $0.name, topic: $0.topic) }
    }
}

/// *Katalog Kursus* and *Maklumat Kursus*.
public struct CourseCatalogue: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// Courses open for application, the one that closes first first.
    /// - Parameter search: words that title, code, venue or centre must hold; case and usual spellings of names aside.
    public func open(search: String = "") async throws -> [CatalogueCard] {
        let now = office.surroundings.now()
        let wanted = SearchQuery(search)
        return try await office.database.read { transaction in
            try Catalogue.open(notBefore: now.day, in: transaction)
                .filter { search.isEmpty || wanted.matches(Self.text(of: $0.course)) }.map(CatalogueCard.init)
        }
    }

    private static func text(of course: Course) -> SearchText {
        SearchText(
            [course.titleMalay, course.titleEnglish, course.code.text, course.venue, course.studyCentre]
                .joined(separator: " "))
    }

    /// One course and what it is to the reader.
    public struct Entry: Sendable, Hashable {
        public let offer: CourseOffer
        /// Why *Mohon Kursus* is disabled; empty when it is not.
        public let refusals: [ApplicationRefusal]
        /// The reader's live application.
        public let application: Application.ID?
        /// Courses on which the reader has a seat at the same hours.
        public let clashes: [CourseSummary]
        public let mayApply: Bool
    }

    /// - Throws: ``Refusal/notFound`` for a course that is not on offer, and for a draft to who is no staff.
    public func entry(_ id: Course.ID, for caller: Caller) async throws -> Entry {
        let now = office.surroundings.now()
        return try await office.database.read { transaction in
            guard let file = try CourseFile.open(id, in: transaction),
                file.course.status != .planned || Permission.seeCourses(by: caller)
            else { throw Refusal.notFound }
            let offer = try CourseOffer(file, in: transaction)
            guard let own = caller.officer, let officer = try Officers.find(own, in: transaction) else {
                return Entry(offer: offer, refusals: [], application: nil, clashes: [], mayApply: false)
            }
            let circumstances = ApplicationCircumstances(
                course: try file.circumstances(at: now, in: transaction),
                officer: try file.circumstances(of: officer, except: nil, in: transaction))
            let standing = try Standing(of: caller, toward: own, on: id, in: transaction)
            let refusals = ApplicationWorkflow.refusals(from: nil, on: .apply, by: standing, in: circumstances)
            let live = try Applications.of(officer: own, course: id, in: transaction).first { $0.state.isLive }
            return Entry(
                offer: offer, refusals: refusals, application: live?.id,
                clashes: try file.clashes(of: own, in: transaction).map(CourseSummary.init),
                mayApply: refusals.isEmpty)
        }
    }
}
