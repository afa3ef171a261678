import Academy
import Records
import SQL
import Testing

@Suite struct `Courses that are changed` {
    private let course: Course.ID = Sample.id("course", 1)

    @Test func `keep a session's id, and lose what is left out`() async throws {
        let register = try await Register()
        try await register.database.write { transaction throws in
            let sessions = [try Sample.session(1, day: 9), try Sample.session(2, day: 10)]
            try Courses.insert(try Sample.course(1, sessions: sessions), in: transaction)
            var moved = sessions[1]
            moved.day = moved.day.adding(days: 7)
            let added = try Sample.session(3, day: 11, isMandatory: true)
            try Courses.setSessions([moved, added], of: course, in: transaction)
            var changed = try Sample.course(1, sessions: [added, moved])
            (changed.venue, changed.status, changed.fee) = ("Langkawi", .planned, .zero)
            try Courses.update(changed, in: transaction)
            #expect(try Courses.find(course, in: transaction) == changed)
        }
    }

    @Test func `keep a session that has marks`() async throws {
        let register = try await Register()
        await #expect(throws: SQLError.self) {
            try await register.database.write { transaction throws in
                let session = try Sample.session(1, day: 9)
                try Courses.insert(try Sample.course(1, sessions: [session]), in: transaction)
                try Officers.insert(try Sample.officer(1), in: transaction)
                try Participations.insert(Sample.participation(1, course: 1), in: transaction)
                try AttendanceMarks.set(
                    .present, Sample.id("participation-1", 1), at: session.id, by: "p", Sample.moment, in: transaction)
                try Courses.setSessions([], of: course, in: transaction)
            }
        }
    }

    @Test func `are paged, the latest made first, also by status`() async throws {
        let register = try await Register()
        try await register.database.write { transaction throws in
            for number in 1...5 {
                var course = try Sample.course(number)
                course.status = number == 2 ? .planned : .open
                try Courses.insert(course, in: transaction)
            }
        }
        let (first, rest, drafts) = try await register.database.read { transaction throws in
            let first = try Courses.page(in: nil, before: nil, limit: 2, in: transaction).map(\.id)
            return (
                first, try Courses.page(in: .open, before: first.last, limit: 9, in: transaction).map(\.id),
                try Courses.page(in: .planned, before: nil, limit: 9, in: transaction).map(\.id)
            )
        }
        #expect(first == [Sample.id("course", 5), Sample.id("course", 4)])
        #expect(rest == [Sample.id("course", 3), Sample.id("course", 1)])
        #expect(drafts == [Sample.id("course", 2)])
    }

    @Test func `are written over only by who has seen their latest version`() async throws {
        let register = try await Register().withParticipants(0)
        let day = Day(daysSinceEpoch: 20_500)
        var offering = OfferingRecord(
            course: course, objectives: .init(malay: "a"), target: .init(malay: "b"), rules: CourseRules(quota: 1),
            days: .init(try Deadlines(start: day, end: day)))
        try await register.database.write { [offering] in try Offerings.insert(offering, in: $0) }
        (offering.mode, offering.rules.yearlyCap, offering.rules.quota) = (.online, 3, 9)
        let results = try await register.database.write { [offering] transaction throws in
            [try Offerings.update(offering, in: transaction), try Offerings.update(offering, in: transaction)]
        }
        #expect(results == [true, false])
        offering.version = 2
        let found = try await register.database.read { [course] in try Offerings.find(course, in: $0) }
        #expect(found == offering)
    }

    @Test func `find who may coordinate them and who may sign`() async throws {
        let register = try await Register()
        let (names, signatories) = try await register.database.write { transaction throws in
            for (number, roles, active) in [
                (1, Set<Role>([.coordinator, .finance]), true), (2, [.finance], true), (3, [.coordinator], false),
            ] {
                let account = AccountRecord(
                    id: Sample.id("account", number), name: "a\(number)", passwordHash: "x", roles: roles, officer: nil,
                    displayName: "Akaun \(number)", isActive: active)
                try Accounts.insert(account, at: Sample.moment, in: transaction)
            }
            for name in ["B", "A"] {
                try Signatories.insert(
                    .init(id: .init("s\(name)"), name: name, postMalay: "P", postEnglish: "", image: ""),
                    in: transaction)
            }
            return (
                try Accounts.coordinators(limit: 9, in: transaction).map(\.name),
                try Signatories.all(limit: 9, in: transaction).map(\.name)
            )
        }
        #expect(names == ["a1"])
        #expect(signatories == ["A", "B"])
    }
}
