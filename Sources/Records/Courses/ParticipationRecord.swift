public import Academy

/// What is known of one officer on one course.
public struct ParticipationRecord: Sendable, Hashable {
    public typealias ID = Identifier<ParticipationRecord>

    public let id: ID
    public let officer: Officer.ID
    public let course: Course.ID
    public var outcome: CourseOutcome
    public var attendance: AttendanceState
    public var tally: AttendanceTally
    public var attended: Step
    public var evaluation: EvaluationState
    public var evaluated: Step
    public var fee: FeeState
    public var receiptNumber: String
    public var paid: Step
    /// False for who had a seat and gave it up: on no list any more, but what was paid stays on record.
    public var isSeated: Bool
    /// Counts changes, so that two people who changed the same row are told.
    public var version: Int

    /// Who brought a part into its present state, when and why.
    public struct Step: Sendable, Hashable {
        /// Name of an account; empty where nobody had to act.
        public var by: String
        public var at: Instant?
        /// Basis of an exemption, code of a rejection, reason of a refund.
        public var basis: String

        public init(by: String = "", at: Instant? = nil, basis: String = "") {
            self.by = by
            self.at = at
            self.basis = basis
        }
    }

    public init(
        id: ID, officer: Officer.ID, course: Course.ID, outcome: CourseOutcome, attendance: AttendanceState,
        tally: AttendanceTally, attended: Step, evaluation: EvaluationState, evaluated: Step, fee: FeeState,
        receiptNumber: String, paid: Step, isSeated: Bool = true, version: Int = 1
    ) {
        self.id = id
        self.officer = officer
        self.course = course
        self.outcome = outcome
        self.attendance = attendance
        self.tally = tally
        self.attended = attended
        self.evaluation = evaluation
        self.evaluated = evaluated
        self.fee = fee
        self.receiptNumber = receiptNumber
        self.paid = paid
        self.isSeated = isSeated
        self.version = version
    }
}
