import Academy
import Attestation
import Records
import SQL
import Testing

@Suite struct CertificatesTests {
    private func insert(_ record: CertificateRecord, in transaction: borrowing Transaction) throws {
        try Certificates.insert(record, issuedBy: "pentadbir", at: Sample.moment, in: transaction)
    }

    @Test func `a record comes back exactly, by id, code, serial and holder`() async throws {
        let register = try await Register().withParticipants(1)
        let record = Sample.certificate(1)
        try await register.database.write { try insert(record, in: $0) }
        try await register.database.read { transaction throws in
            let found = try Certificates.find(record.id, in: transaction)
            #expect(found?.record == record)
            #expect(found?.issuedBy == "pentadbir")
            #expect(found?.status == .issuing && found?.document == nil && found?.statusReason == "")
            #expect(try Certificates.find(code: record.code, in: transaction) == found)
            #expect(try Certificates.find(serial: record.serial, in: transaction) == found)
            let live = try Certificates.live(
                officer: Sample.id("officer", 0), course: Sample.id("course", 1), in: transaction)
            #expect(live == found)
            #expect(try Certificates.of(officer: Sample.id("officer", 0), in: transaction) == [found])
        }
    }

    @Test func `serials of a year count up without gaps, also past a transaction that failed`() async throws {
        struct Refused: Error {}
        let register = try await Register()
        let database = register.database
        for number in 0..<10 {
            try? await database.write { transaction throws in
                _ = try Certificates.drawSerial(year: 2026, in: transaction)
                if number.isMultiple(of: 3) { throw Refused() }
            }
        }
        try await database.write { transaction throws in
            #expect(try Certificates.drawSerial(year: 2026, in: transaction) == Serial(year: 2026, number: 7))
            try? transaction.attempt { transaction in
                _ = try Certificates.drawSerial(year: 2026, in: transaction)
                throw Refused()
            }
            #expect(try Certificates.drawSerial(year: 2026, in: transaction) == Serial(year: 2026, number: 8))
            #expect(try Certificates.drawSerial(year: 2027, in: transaction) == Serial(year: 2027, number: 1))
        }
    }

    @Test func `of 64 who draw and enter at once for one officer, one gets a certificate and no number is lost`()
        async throws
    {
        let register = try await Register().withParticipants(2)
        let database = register.database
        let entered = await withTaskGroup { group in
            for number in 0..<64 {
                group.addTask {
                    do {
                        try await database.write { transaction throws in
                            let serial = try Certificates.drawSerial(year: 2026, in: transaction)
                            try insert(Sample.certificate(number, serial: serial), in: transaction)
                        }
                        return nil as SQLError.Kind?
                    } catch { return (error as? SQLError)?.kind }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(entered.count { $0 == nil } == 1)
        #expect(entered.count { $0 == .unique(constraint: "certificate_one_live") } == 63)
        let next = try await database.write { try Certificates.drawSerial(year: 2026, in: $0) }
        #expect(next.number == 2)
    }

    @Test func `a serial and a code are taken once`() async throws {
        let register = try await Register().withParticipants(2)
        try await register.database.write { try insert(Sample.certificate(1), in: $0) }
        let sameSerial = Sample.certificate(2, officer: 1, serial: Serial(year: 2026, number: 1))
        let sameCode = CertificateRecord(
            id: "x", serial: Serial(year: 2026, number: 2), code: Sample.certificate(1).code,
            officer: "officer-00001", course: "course-00001", kind: "participation", issuedAt: Sample.moment.iso,
            face: sameSerial.face, evidence: [], template: sameSerial.template, fonts: [])
        for (record, constraint) in [(sameSerial, "certificate_serial"), (sameCode, "certificate_code")] {
            let error = await #expect(throws: SQLError.self) {
                try await register.database.write { try insert(record, in: $0) }
            }
            #expect(error?.kind == .unique(constraint: constraint))
        }
    }

    @Test func `a certificate is released once, with its document`() async throws {
        let register = try await Register().withParticipants(1)
        let record = Sample.certificate(1)
        try await register.database.write { transaction throws in
            try insert(record, in: transaction)
            #expect(try Certificates.unfinished(limit: 10, in: transaction).map(\.record) == [record])
            let later = Sample.moment.adding(seconds: 5)
            #expect(try Certificates.release(record.id, document: Sample.document(1), at: later, in: transaction))
            #expect(try !Certificates.release(record.id, document: Sample.document(2), at: later, in: transaction))
            let shown = try Certificates.shown(documentSHA256: Sample.document(1).sha256, in: transaction)
            #expect(shown?.code == record.code && shown?.face == record.face && shown?.status == .valid)
            #expect(try shown == Certificates.shown(code: record.code, in: transaction))
            #expect(try shown == Certificates.shown(serial: record.serial, in: transaction))
            let found = try Certificates.find(record.id, in: transaction)
            #expect(found?.record == record)
            #expect(found?.status == .valid && found?.statusAt == later)
            #expect(found?.document == Sample.document(1))
            let file = try Certificates.file(of: record.id, in: transaction)
            #expect(file?.document == found?.document && file?.status == .valid && file?.serial == record.serial)
            #expect(file?.officer == record.officer && file?.course == record.course)
            #expect(file?.holder == record.face.holder)
            #expect(try Certificates.unfinished(limit: 10, in: transaction).isEmpty)
        }
    }

    @Test func `nothing is valid before its document is there`() async throws {
        let register = try await Register().withParticipants(1)
        try await register.database.write { transaction throws in
            try insert(Sample.certificate(1), in: transaction)
            #expect(
                try !Certificates.move(
                    "certificate-00001", from: .issuing, to: .valid, reason: "", at: Sample.moment, in: transaction))
        }
        let error = await #expect(throws: SQLError.self) {
            try await register.database.write { try $0.execute("UPDATE certificate SET status = 'valid'") }
        }
        #expect(error?.kind == .check(constraint: "certificate_released_with_document"))
    }

    @Test func `edge 35: a correction takes the place of the old one, which names it`() async throws {
        let register = try await Register().withParticipants(1)
        let old = Sample.certificate(1)
        let new = Sample.certificate(2)
        try await register.database.write { transaction throws in
            try insert(old, in: transaction)
            #expect(
                try Certificates.release(old.id, document: Sample.document(1), at: Sample.moment, in: transaction))
            #expect(
                try Certificates.move(
                    old.id, from: .valid, to: .superseded, reason: "nama", at: Sample.moment, in: transaction))
            try insert(new, in: transaction)
            try Certificates.link(old.id, supersededBy: new.id, in: transaction)
            // The first successor stays.
            try Certificates.link(old.id, supersededBy: old.id, in: transaction)
            let stored = try Certificates.find(old.id, in: transaction)
            #expect(stored?.status == .superseded && stored?.supersededBy == new.id && stored?.statusReason == "nama")
            #expect(stored?.record == old)
            let live = try Certificates.live(
                officer: Sample.id("officer", 0), course: Sample.id("course", 1), in: transaction)
            #expect(live?.record == new)
            #expect(
                try Certificates.of(officer: Sample.id("officer", 0), in: transaction).map(\.record.id)
                    == [new.id, old.id])
        }
    }

    @Test(arguments: CertificateStatus.allCases)
    func `a status moves only from the one that was expected`(from: CertificateStatus) async throws {
        let register = try await Register().withParticipants(1)
        try await register.database.write { transaction throws in
            try insert(Sample.certificate(1), in: transaction)
            #expect(
                try Certificates.release(
                    "certificate-00001", document: Sample.document(1), at: Sample.moment, in: transaction))
            let moved = try Certificates.move(
                "certificate-00001", from: from, to: .suspended, reason: "semakan", at: Sample.moment,
                in: transaction)
            #expect(moved == (from == .valid))
        }
    }

    @Test func `a course's certificates come by serial`() async throws {
        let register = try await Register().withParticipants(5)
        let serials = try await register.database.write { transaction throws in
            for officer in [4, 2, 0, 3, 1] {
                try insert(Sample.certificate(10 - officer, officer: officer), in: transaction)
            }
            var serials: [Int] = []
            try Certificates.each(of: Sample.id("course", 1), in: transaction) {
                serials.append($0.record.serial.number)
            }
            return serials
        }
        #expect(serials == [6, 7, 8, 9, 10])
    }
}
