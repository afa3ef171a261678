import Academy
import Records
import SQL
import Testing

@Suite struct `Applications in the database` {
    static func application(_ number: Int, officer: Int = 0, _ state: ApplicationState = .submitted)
        -> ApplicationRecord
    {
        ApplicationRecord(
            id: Sample.id("application", number), officer: Sample.id("officer", officer),
            course: Sample.id("course", 1),
            state: state, reference: "PK/2026/\(number)",
            supervisor: .init(name: "PENYELIA SATU", phone: "+60123456789", email: "penyelia@customs.gov.my"),
            declaredAt: Sample.moment, submittedAt: Sample.moment, createdAt: Sample.moment, stateAt: Sample.moment,
            reason: "sebab", rejection: .priority, priority: 2, waitingSince: Sample.moment,
            offerExpires: Sample.moment,
            edition: 3)
    }

    @Test func `come back as they were stored`() async throws {
        let register = try await Register().withParticipants(1)
        let stored = Self.application(1)
        try await register.database.write { try Applications.insert(stored, in: $0) }
        #expect(try await register.database.read { try Applications.find(stored.id, in: $0) } == stored)
        let page = try await register.database.read {
            try Applications.page(of: stored.course, in: .submitted, after: nil, limit: 5, in: $0)
        }
        #expect(page.map(\.record) == [stored])
        #expect(
            try await register.database.read { try Applications.counts(of: stored.course, in: $0) } == [.submitted: 1])
    }

    @Test(arguments: ApplicationState.allCases)
    func `keep a second live one out, whatever state it would be in`(state: ApplicationState) async throws {
        let register = try await Register().withParticipants(1)
        try await register.database.write { try Applications.insert(Self.application(1), in: $0) }
        let second = Self.application(2, state)
        do {
            try await register.database.write { try Applications.insert(second, in: $0) }
            #expect(state.isFinal)
        } catch let error as SQLError {
            #expect(error.kind == .unique(constraint: "application_one_live"))
            #expect(state.isLive)
        }
    }

    @Test func `are not overwritten by who read an older version`() async throws {
        let register = try await Register().withParticipants(1)
        var stored = Self.application(1)
        let first = stored
        try await register.database.write { try Applications.insert(first, in: $0) }
        stored.state = .supported
        let changed = stored
        #expect(try await register.database.write { try Applications.update(changed, in: $0) })
        #expect(try await register.database.write { try !Applications.update(changed, in: $0) })
        #expect(try await register.database.read { try Applications.find(changed.id, in: $0) }?.version == 2)
    }

    @Test func `are numbered without gaps, also when a transaction fails`() async throws {
        let register = try await Register()
        struct Failed: Error {}
        func draw(_ year: Int) async throws -> Int {
            try await register.database.write { try Applications.nextReference(year: year, in: $0) }
        }
        #expect(try await draw(2026) == 1)
        await #expect(throws: Failed.self) {
            try await register.database.write { transaction in
                _ = try Applications.nextReference(year: 2026, in: transaction)
                throw Failed()
            }
        }
        #expect(try await draw(2026) == 2)
        #expect(try await draw(2027) == 1)
    }
}
