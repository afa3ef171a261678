public import Academy

extension ParticipationRecord {
    /// Of an officer who has just been given a seat: nothing has happened yet, and the fee is due where there is one.
    public init(id: ID, officer: Officer.ID, course: Course.ID, fee: Sen, at moment: Instant) {
        self.init(
            id: id, officer: officer, course: course, outcome: .pending, attendance: .notRecorded,
            tally: AttendanceTally(attended: 0, total: 0), attended: Step(), evaluation: .notOpen, evaluated: Step(),
            fee: fee == Sen(0) ? .notApplicable : .unpaid, receiptNumber: "", paid: Step(at: moment))
    }
}
