import Academy
import Attestation
import Records
import SQL
import Testing

@Suite struct ParticipationsTests {
    private let course: Course.ID = Sample.id("course", 1)

    @Test func `every fact comes back with who brought it about and when`() async throws {
        let register = try await Register().withParticipants(1)
        try await register.database.read { transaction throws in
            let found = try Participations.find(officer: Sample.id("officer", 0), course: course, in: transaction)
            #expect(found == Sample.participation(0, course: 1))
            #expect(try Participations.of(officer: Sample.id("officer", 0), in: transaction) == [found])
            #expect(try Participations.find(officer: Sample.id("officer", 9), course: course, in: transaction) == nil)
        }
    }

    @Test func `who gave the seat up is on no list, and what was paid stays on record`() async throws {
        let register = try await Register().withParticipants(2)
        try await register.database.write { transaction throws in
            var gone = Sample.participation(0, course: 1)
            gone.isSeated = false
            #expect(try Participations.update(gone, in: transaction))
            let officer: Officer.ID = Sample.id("officer", 0)
            #expect(try Participations.find(officer: officer, course: course, in: transaction) == nil)
            #expect(try Participations.ever(officer: officer, course: course, in: transaction)?.fee == gone.fee)
            let others: [Officer.ID] = [Sample.id("officer", 1)]
            #expect(
                try Participations.page(of: course, after: nil, limit: 9, in: transaction).map(\.officer.id) == others)
            var seen: [Officer.ID] = []
            try Participations.each(of: course, in: transaction) { seen.append($0.officer) }
            try Participations.eachWithout(certificateOn: course, in: transaction) { seen.append($0.officer.id) }
            #expect(seen == others + others)
            let counted = try Participations.factCounts(of: course, in: transaction).reduce(0) { $0 + $1.number }
            #expect(counted == 1)
        }
    }

    @Test func `an officer is on a course once`() async throws {
        let register = try await Register().withParticipants(1)
        let again = ParticipationRecord(
            id: Sample.id("other", 1), officer: Sample.id("officer", 0), course: course, outcome: .pending,
            attendance: .notRecorded, tally: AttendanceTally(attended: 0, total: 0), attended: .init(),
            evaluation: .notOpen, evaluated: .init(), fee: .unpaid, receiptNumber: "", paid: .init())
        let error = await #expect(throws: SQLError.self) {
            try await register.database.write { try Participations.insert(again, in: $0) }
        }
        #expect(error?.kind == .unique(constraint: "participation_once"))
    }

    @Test func `two who change the same row at once: the first wins, the second is told`() async throws {
        let register = try await Register().withParticipants(1)
        try await register.database.write { transaction throws in
            var mine = Sample.participation(0, course: 1)
            var yours = mine
            mine.fee = .refunded
            mine.paid = .init(by: "kewangan2", at: Sample.moment, basis: "batal")
            yours.evaluation = .exempt
            #expect(try Participations.update(mine, in: transaction))
            #expect(try !Participations.update(yours, in: transaction))
            let stored = try Participations.find(
                officer: Sample.id("officer", 0), course: course, in: transaction)
            mine.version = 2
            #expect(stored == mine)
        }
    }

    @Test func `pages go through everybody once, whatever their size`() async throws {
        let register = try await Register().withParticipants(50)
        for size in [1, 7, 50, 51] {
            var seen: [Officer.ID] = []
            var key: ParticipationRecord.ID?
            while true {
                let last = key
                let page = try await register.database.read { transaction throws in
                    try Participations.page(of: course, after: last, limit: size, in: transaction)
                }
                #expect(page.allSatisfy { $0.record.officer == $0.officer.id })
                seen += page.map(\.officer.id)
                key = page.last?.record.id
                if page.count < size { break }
            }
            #expect(seen == (0..<50).map { Sample.id("officer", $0) })
        }
    }

    @Test func `who has no live certificate, and how many stand at which facts`() async throws {
        let register = try await Register().withParticipants(4)
        try await register.database.write { transaction throws in
            var unpaid = Sample.participation(3, course: 1)
            unpaid.fee = .unpaid
            #expect(try Participations.update(unpaid, in: transaction))
            for officer in 0...1 {
                let record = Sample.certificate(officer + 1, officer: officer)
                try Certificates.insert(record, issuedBy: "p", at: Sample.moment, in: transaction)
                #expect(
                    try Certificates.release(
                        record.id, document: Sample.document(officer), at: Sample.moment, in: transaction))
            }
            // A revoked certificate leaves its officer without one, and is not made again by asking.
            #expect(
                try Certificates.move(
                    "certificate-00002", from: .valid, to: .revoked, reason: "silap", at: Sample.moment,
                    in: transaction))
        }
        try await register.database.read { transaction throws in
            var without: [Officer.ID] = []
            try Participations.eachWithout(certificateOn: course, in: transaction) { without.append($0.officer.id) }
            #expect(without == [1, 2, 3].map { Sample.id("officer", $0) })

            let counts = try Participations.factCounts(of: course, in: transaction)
            #expect(counts.count == 2)
            let paid = counts.first { $0.facts.fee == .verified }
            #expect(paid?.number == 3 && paid?.unissued == 1)
            let unpaid = counts.first { $0.facts.fee == .unpaid }
            #expect(unpaid?.number == 1 && unpaid?.unissued == 1)
        }
    }

    @Test func `more minutes attended than were held are refused`() async throws {
        let register = try await Register().withParticipants(1)
        let error = await #expect(throws: SQLError.self) {
            try await register.database.write { transaction throws in
                var record = Sample.participation(0, course: 1)
                record.tally = AttendanceTally(attended: 481, total: 480)
                _ = try Participations.update(record, in: transaction)
            }
        }
        #expect(error?.kind == .check(constraint: "participation_minutes"))
    }
}
