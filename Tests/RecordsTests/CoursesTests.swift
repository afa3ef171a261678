import Academy
import Records
import SQL
import Testing

@Suite struct CoursesTests {
    @Test func `a course comes back with its sessions in order of time`() async throws {
        let register = try await Register()
        let sessions = [
            try Sample.session(1, day: 9, isMandatory: true), try Sample.session(2, day: 10),
            try Sample.session(3, day: 3),
        ]
        let course = try Sample.course(4, sessions: sessions)
        try await register.database.write { try Courses.insert(course, in: $0) }
        try await register.database.read { transaction throws in
            let found = try Courses.find(course.id, in: transaction)
            #expect(found == course)
            #expect(found?.sessions.map(\.day.day) == [3, 9, 10])
            #expect(try Courses.find(code: course.code, in: transaction) == course)
            #expect(try Courses.all(in: transaction) == [course])
        }
    }

    @Test func `a code belongs to one course`() async throws {
        let register = try await Register()
        let first = try Sample.course(1)
        var second = try Sample.course(2)
        second.code = first.code
        let other = second
        try await register.database.write { try Courses.insert(first, in: $0) }
        let error = await #expect(throws: SQLError.self) {
            try await register.database.write { try Courses.insert(other, in: $0) }
        }
        #expect(error?.kind == .unique(constraint: "course_code"))
    }

    @Test func `courses are listed by code, and an empty register says so`() async throws {
        let register = try await Register()
        #expect(try await register.database.read { try Courses.isEmpty(in: $0) })
        try await register.database.write { transaction throws in
            for number in [3, 1, 2] { try Courses.insert(Sample.course(number), in: transaction) }
        }
        let codes = try await register.database.read { try Courses.all(in: $0).map(\.code.text) }
        #expect(codes == ["AKMAL-KUR-001", "AKMAL-KUR-002", "AKMAL-KUR-003"])
        #expect(try await !register.database.read { try Courses.isEmpty(in: $0) })
    }
}
