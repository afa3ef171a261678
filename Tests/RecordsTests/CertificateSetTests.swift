import Academy
import Attestation
import Records
import SQL
import Testing

/// What is read and written for many officers at once.
@Suite struct CertificateSetTests {
    @Test func `serials are drawn in a row, and none for nobody`() async throws {
        let register = try await Register()
        try await register.database.write { transaction throws in
            #expect(try Certificates.drawSerials(0, year: 2026, in: transaction).isEmpty)
            #expect(try Certificates.drawSerials(3, year: 2026, in: transaction).map(\.number) == [1, 2, 3])
            #expect(try Certificates.drawSerial(year: 2026, in: transaction).number == 4)
            #expect(try Certificates.drawSerials(2, year: 2026, in: transaction).map(\.number) == [5, 6])
            #expect(try Certificates.drawSerials(1, year: 2027, in: transaction).map(\.number) == [1])
        }
    }

    @Test func `a list of fonts is kept once, and a row of before, which holds its own, is read too`() async throws {
        let register = try await Register().withParticipants(3)
        let records = (1...3).map { Sample.certificate($0, officer: $0 - 1) }
        try await register.database.write { transaction throws in
            try Certificates.insert(records, issuedBy: "p", at: Sample.moment, in: transaction)
            let lists = try transaction.one("SELECT count(*) AS n FROM font_list") { row -> Int in try row["n"] }
            #expect(lists == 1)
            for record in records { #expect(try Certificates.find(record.id, in: transaction)?.record == record) }
            try transaction.execute(
                "UPDATE certificate SET fonts = \(#"[{"file":"Lama.otf","sha256":"ab"}]"#) WHERE id = \(records[1].id)")
            let old = try Certificates.find(records[1].id, in: transaction)?.record.fonts
            #expect(old == [FontReference(file: "Lama.otf", sha256: "ab")])
        }
    }

    @Test func `officers are told apart who have a certificate, had one revoked, or are not on the course`()
        async throws
    {
        let register = try await Register().withParticipants(3)
        let (course, other): (Course.ID, Course.ID) = (Sample.id("course", 1), Sample.id("course", 99))
        let officers: [Officer.ID] = (0..<5).map { Sample.id("officer", $0) }
        let records = (1...2).map { Sample.certificate($0, officer: $0 - 1) }
        try await register.database.write { transaction throws in
            try Certificates.insert(records, issuedBy: "p", at: Sample.moment, in: transaction)
            let document = StoredCertificate.Document(sha256: String(repeating: "a", count: 64), size: 1)
            _ = try Certificates.release(records[1].id, document: document, at: Sample.moment, in: transaction)
            _ = try Certificates.move(
                records[1].id, from: .valid, to: .revoked, reason: "", at: Sample.moment, in: transaction)
            let live = try Certificates.live(officers: officers, course: course, in: transaction)
            #expect(live.mapValues(\.record) == [Officer.ID(records[0].officer): records[0]])
            #expect(
                try Certificates.revoked(officers: officers, course: course, in: transaction)
                    == [Officer.ID(records[1].officer)])
            let found = try Participations.of(officers: officers, course: course, in: transaction)
            #expect(Set(found.keys) == Set(officers.prefix(3)))
            for (officer, participant) in found {
                #expect(participant.officer.id == officer && participant.record.officer == officer)
            }
            #expect(try Certificates.live(officers: officers, course: other, in: transaction).isEmpty)
            #expect(try Participations.of(officers: [], course: course, in: transaction).isEmpty)
        }
    }

    @Test func `the audit of a set is chained, and filed under its course`() async throws {
        let register = try await Register().withParticipants(3)
        let records = (1...3).map { Sample.certificate($0, officer: $0 - 1) }
        try await register.database.write { transaction throws in
            try Certificates.insert(records, issuedBy: "p", at: Sample.moment, in: transaction)
            let entries = records.map { record in
                AuditEntry(
                    at: Sample.moment, actor: "p", action: "certificate.issued", subjectKind: "certificate",
                    subjectID: record.id, requestID: "r")
            }
            try AuditLog.append(entries[0], in: transaction)
            try AuditLog.append(entries[1...].map { ($0, Course.ID(records[0].course)) }, in: transaction)
            try AuditLog.append([], in: transaction)
            #expect(try AuditLog.firstBreak(in: transaction) == nil)
            let filed = try transaction.all("SELECT course_id FROM audit_course ORDER BY sequence") {
                row -> String in try row["course_id"]
            }
            #expect(filed == [String](repeating: records[0].course, count: 3))
        }
    }
}
