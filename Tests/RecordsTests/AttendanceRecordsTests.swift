import Academy
import Records
import SQL
import Testing

@Suite struct AttendanceRecordsTests {
    private let course: Course.ID = Sample.id("course", 1)
    private let first: ParticipationRecord.ID = Sample.id("participation-1", 0)
    private let session: Session.ID = Sample.id("session", 1)

    private func register() async throws -> Register {
        let register = try await Register()
        try await register.database.write { transaction throws in
            try Courses.insert(Sample.course(1, sessions: [Sample.session(1, day: 9)]), in: transaction)
            try Officers.insert(Sample.officer(0), in: transaction)
            try Participations.insert(Sample.participation(0, course: 1), in: transaction)
        }
        return register
    }

    @Test func `a mark is replaced, read back by course, and cleared`() async throws {
        let register = try await register()
        try await register.database.write { transaction throws in
            for mark in AttendanceMark.allCases {
                try AttendanceMarks.set(mark, first, at: session, by: "p", Sample.moment, in: transaction)
                #expect(try AttendanceMarks.of(course: course, in: transaction) == [first: [session: mark]])
            }
            try AttendanceMarks.clear(first, at: session, in: transaction)
            #expect(try AttendanceMarks.of(course: course, in: transaction) == [:])
        }
    }

    @Test func `one request a course waits, and is decided once, by somebody else`() async throws {
        let register = try await register()
        @Sendable func request(_ number: Int) -> ReopeningRecord {
            ReopeningRecord(
                id: Sample.id("reopening", number), course: course, reason: "sebab", requestedBy: "penyelaras",
                requestedAt: Sample.moment, participations: [first])
        }
        try await register.database.write { try Reopenings.insert(request(1), in: $0) }
        let second = await #expect(throws: SQLError.self) {
            try await register.database.write { try Reopenings.insert(request(2), in: $0) }
        }
        #expect(second?.kind == .unique(constraint: "attendance_reopening_waiting"))
        let own = await #expect(throws: SQLError.self) {
            try await register.database.write {
                _ = try Reopenings.decide(request(1).id, .granted, by: "penyelaras", at: Sample.moment, in: $0)
            }
        }
        #expect(own?.kind == .check(constraint: "reopening_by_two"))
        try await register.database.write { transaction throws in
            #expect(try Reopenings.waiting(of: course, in: transaction) == request(1))
            let id = request(1).id
            #expect(try Reopenings.decide(id, .granted, by: "pentadbir", at: Sample.moment, in: transaction))
            #expect(try !Reopenings.decide(id, .refused, by: "pentadbir", at: Sample.moment, in: transaction))
            #expect(try Reopenings.waiting(of: course, in: transaction) == nil)
        }
    }
}
