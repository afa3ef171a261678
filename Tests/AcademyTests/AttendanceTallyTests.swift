import Academy
import Testing

@Suite struct AttendanceTallyTests {
    private static func session(_ number: Int, minutes: Int, mandatory: Bool = false, cancelled: Bool = false)
        -> Session
    {
        Session(
            id: Session.ID("s\(number)"), day: Day(daysSinceEpoch: 20_000 + number), start: .midnight, end: .midnight,
            minutes: minutes,
            isMandatory: mandatory, isCancelled: cancelled)
    }

    private static func tally(_ sessions: [Session], _ marks: [AttendanceMark?], excusedCount: Bool = false)
        -> AttendanceTally
    {
        var table: [Session.ID: AttendanceMark] = [:]
        for (session, mark) in zip(sessions, marks) { table[session.id] = mark }
        return AttendanceTally(sessions: sessions, marks: table, excusedCount: excusedCount)
    }

    @Test func `79.99 percent are not 80`() {
        #expect(!AttendanceTally(attended: 7999, total: 10_000).reaches(minimum: 80))
        #expect(AttendanceTally(attended: 8000, total: 10_000).reaches(minimum: 80))
        #expect(AttendanceTally(attended: 7999, total: 10_000).percent == 79)
        #expect(AttendanceTally(attended: 7999, total: 10_000).missing(to: 80) == 1)
        #expect(AttendanceTally(attended: 2, total: 3).missing(to: 80) == 1)
    }

    @Test func `integers agree with exact fractions for every small tally`() {
        for total in 1...60 {
            for attended in 0...total {
                let tally = AttendanceTally(attended: attended, total: total)
                for minimum in [1, 50, 75, 80, 100] {
                    let exact = Double(attended * 100) >= Double(minimum * total)
                    if tally.reaches(minimum: minimum) != exact {
                        Issue.record("\(attended)/\(total) against \(minimum)")
                    }
                    let missing = tally.missing(to: minimum)
                    let filled = AttendanceTally(attended: attended + missing, total: total)
                    if !filled.reaches(minimum: minimum) { Issue.record("\(missing) minutes are not enough") }
                }
            }
        }
    }

    @Test func `late counts, absent does not, cancelled is nowhere`() {
        let sessions = [
            Self.session(1, minutes: 180), Self.session(2, minutes: 180),
            Self.session(3, minutes: 180, cancelled: true),
        ]
        let tally = Self.tally(sessions, [.late, .absent, nil])
        #expect(tally.attended == 180)
        #expect(tally.total == 360)
    }

    @Test func `the course decides whether an excused session stays in the sum`() {
        let sessions = [Self.session(1, minutes: 240), Self.session(2, minutes: 60)]
        #expect(Self.tally(sessions, [.present, .excused]).reaches(minimum: 100))
        #expect(Self.tally(sessions, [.present, .excused], excusedCount: true).percent == 80)
    }

    @Test func `a missed mandatory session cannot be made up for`() {
        let sessions = [Self.session(1, minutes: 600), Self.session(2, minutes: 10, mandatory: true)]
        #expect(Self.tally(sessions, [.present, .absent]).outcome(minimum: 80) == .insufficient)
        #expect(Self.tally(sessions, [.present, .late]).outcome(minimum: 80) == .completed)
    }

    @Test func `nothing attended is absent, unless something was excused`() {
        let sessions = [Self.session(1, minutes: 60), Self.session(2, minutes: 60)]
        #expect(Self.tally(sessions, [.absent, nil]).outcome(minimum: 80) == .absent)
        #expect(Self.tally(sessions, [.absent, .excused]).outcome(minimum: 80) == .insufficient)
        #expect(AttendanceTally(attended: 0, total: 0).outcome(minimum: 80) == .absent)
    }
}
