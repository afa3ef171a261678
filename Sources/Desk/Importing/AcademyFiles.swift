public import Academy
public import Records

/// The files of an academy's records, read and checked but not yet stored.
///
/// Rows refer to each other by what people know: MyKad numbers, course codes, keys of signatories.
public struct AcademyFiles: Sendable {
    public struct OfficerRow: Sendable {
        public let name: PersonName
        public let myKad: MyKad
        public let email: DepartmentEmail
        public let post: String
        public let grade: String
        public let station: String
        public let state: ServiceState
        public let isActive: Bool
    }

    public struct CourseRow: Sendable {
        public let code: CourseCode
        public let titleMalay: String
        public let titleEnglish: String
        public let studyCentre: String
        public let venue: String
        public let fee: Sen
        public let minimumAttendance: Int
        public let status: Course.Status
        /// Keys of one to three signatories, in signing order.
        public let signatories: [String]
    }

    public struct SessionRow: Sendable {
        public let course: CourseCode
        public let day: Day
        public let start: TimeOfDay
        public let end: TimeOfDay
        public let minutes: Int
        public let isMandatory: Bool
        public let isCancelled: Bool
    }

    public struct SignatoryRow: Sendable {
        public let key: String
        public let name: String
        public let postMalay: String
        public let postEnglish: String
        public let image: String
    }

    /// How one part of a participation came into its state.
    public struct Step: Sendable {
        public let by: String
        public let at: Instant?
        public let basis: String
    }

    public struct ParticipationRow: Sendable {
        public let officer: MyKad
        public let course: CourseCode
        public let outcome: CourseOutcome
        public let attendance: AttendanceState
        public let tally: AttendanceTally
        public let attended: Step
        public let evaluation: EvaluationState
        public let evaluated: Step
        public let fee: FeeState
        public let receiptNumber: String
        public let paid: Step
    }

    /// What a course says to those who may apply for it.
    public struct OfferingRow: Sendable {
        public let course: CourseCode
        public let offering: OfferingRecord
        public let speakers: [SpeakerRecord]
        /// Names of accounts.
        public let coordinators: [String]
    }

    public struct ApplicationRow: Sendable {
        public let officer: MyKad
        public let course: CourseCode
        public let state: ApplicationState
        public let supervisor: ApplicationRecord.Supervisor
        public let submittedAt: Instant
        /// Words, or the code of a rejection.
        public let reason: String
    }

    public struct AccountRow: Sendable {
        public let name: String
        public let password: Password
        public let roles: Set<Role>
        public let officer: MyKad?
        public let displayName: String
        public let language: Language
        public let note: String
    }

    public var officers: [OfficerRow] = []
    public var courses: [CourseRow] = []
    public var sessions: [SessionRow] = []
    public var signatories: [SignatoryRow] = []
    public var participations: [ParticipationRow] = []
    public var accounts: [AccountRow] = []
    public var offerings: [OfferingRow] = []
    public var applications: [ApplicationRow] = []
}
