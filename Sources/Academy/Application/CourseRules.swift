/// What a course has decided about its applications.
public struct CourseRules: Sendable, Hashable {
    /// Seats; never negative.
    public var quota: Int
    public var hasWaitingList: Bool
    /// State training officers support too, after supervisors.
    public var hasStateStage: Bool
    /// Officers whom one state may send; nil for any number.
    public var stateQuota: Int?
    /// A clash with a course on which the officer has a seat stops an application; otherwise it only warns.
    public var clashBlocks: Bool
    /// Courses a year for one officer; nil for any number.
    public var yearlyCap: Int?
    /// *Luput automatik*: a seat that is not confirmed in time is taken back.
    public var lapsesUnconfirmed: Bool
    /// *Tiada pengganti* may be ticked.
    public var permitsAbsenceWithoutReplacement: Bool
    /// *Pengganti dahulu*: a replacement passes those who wait.
    public var putsReplacementFirst: Bool
    /// Whole days after a deadline before what was not done lapses; the deadline itself stays.
    public var graceDays: Int
    /// Whom the course is for.
    public var grades: GradeRange
    /// A session at which somebody was excused stays in the sum of hours that must be attended.
    public var countsExcused: Bool

    /// The days of grace of a course that is made without others: coordinators have them to pick somebody by hand from
    /// the waiting list after the cut-off.
    public static let usualGrace = 2

    public init(
        quota: Int, hasWaitingList: Bool = true, hasStateStage: Bool = false, stateQuota: Int? = nil,
        clashBlocks: Bool = false, yearlyCap: Int? = nil, lapsesUnconfirmed: Bool = false,
        permitsAbsenceWithoutReplacement: Bool = false, putsReplacementFirst: Bool = true, graceDays: Int = 0,
        grades: GradeRange = .any, countsExcused: Bool = true
    ) {
        self.quota = max(0, quota)
        self.hasWaitingList = hasWaitingList
        self.hasStateStage = hasStateStage
        self.stateQuota = stateQuota
        self.clashBlocks = clashBlocks
        self.yearlyCap = yearlyCap
        self.lapsesUnconfirmed = lapsesUnconfirmed
        self.permitsAbsenceWithoutReplacement = permitsAbsenceWithoutReplacement
        self.putsReplacementFirst = putsReplacementFirst
        self.graceDays = max(0, graceDays)
        self.grades = grades
        self.countsExcused = countsExcused
    }
}
