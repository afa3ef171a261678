import Academy
import Attestation
import Desk
import Eligibility
import Records
import SQL
import Testing
import Vault

@Suite struct IssueCertificateTests {
    @Test func `no facts but the earned ones lead to a certificate, and the page tells what the gate tells`()
        async throws
    {
        let test = try await TestOffice()
        let course = try await test.course()
        var officers: [(Officer, CompletionFacts)] = []
        for (number, facts) in CompletionFacts.all.enumerated() {
            officers.append((try await test.officer(number, on: course, facts), facts))
        }
        var issued = 0
        for (officer, facts) in officers {
            let caller = TestOffice.caller(officer)
            let card = try #require(try await MyCertificates(test.office)(caller).first)
            let outcome = try await IssueCertificate(test.office)(officer: officer.id, course: course.id, by: caller)
            switch outcome {
            case .withheld(let obstacles):
                #expect(card.conditions.compactMap(\.obstacle) == obstacles, "\(facts)")
                #expect(!card.isEntitled)
            case .issued:
                issued += 1
                #expect(card.isEntitled, "\(facts)")
            case .already: Issue.record("issued before it was asked for: \(facts)")
            }
        }
        #expect(issued == 6)
        let rows = try await test.office.database.read { transaction in
            try transaction.one("SELECT count(*) AS n FROM certificate") { row -> Int in try row["n"] }
        }
        #expect(rows == 6)
        await test.close()
    }

    @Test func `sixty-four that ask at once get one row, one serial and one file`() async throws {
        let test = try await TestOffice()
        let course = try await test.course()
        let officer = try await test.officer(1, on: course)
        let caller = TestOffice.caller(officer)
        let records = try await withThrowingTaskGroup(of: CertificateRecord.self) { group in
            for _ in 0..<64 {
                group.addTask {
                    switch try await IssueCertificate(test.office)(officer: officer.id, course: course.id, by: caller) {
                    case .issued(let record), .already(let record): return record
                    case .withheld: throw Refusal.notFound
                    }
                }
            }
            return try await group.reduce(into: Set<CertificateRecord>()) { $0.insert($1) }
        }
        #expect(records.count == 1)
        #expect(records.first?.serial == Serial(year: test.clock.now.day.year, number: 1))
        #expect(test.documents == 1)
        let journal = try await test.office.database.read { transaction in
            (
                try AuditLog.entries(about: "certificate", records.first?.id ?? "", in: transaction).map(\.action),
                try Outbox.count(in: transaction), try AuditLog.firstBreak(in: transaction)
            )
        }
        #expect(journal.0 == ["certificate.issued", "certificate.released"])
        #expect(journal.1 == 1)
        #expect(journal.2 == nil)
        await test.close()
    }

    @Test func `what a crash left is finished under the same serial and with the same bytes`() async throws {
        let test = try await TestOffice()
        let course = try await test.course()
        let officer = try await test.officer(1, on: course)
        let caller = TestOffice.caller(officer)
        let record = try #require(try await test.issue(officer, course, by: caller).record)
        let before = try await test.office.database.read { try Certificates.find(record.id, in: $0) }
        // As after a kill between the first transaction and the second.
        try await test.office.database.write { transaction in
            _ = try transaction.execute(
                "UPDATE certificate SET status = 'issuing', document_sha256 = NULL, document_size = NULL")
        }
        #expect(try await CheckCertificate(test.office)(code: record.code) == .unknown)
        let result = try await FinishIssuing(test.office)()
        #expect(result.released == 1)
        let after = try await test.office.database.read { try Certificates.find(record.id, in: $0) }
        #expect(after?.document == before?.document)
        #expect(after?.record == record)
        #expect(test.documents == 1)
        await test.close()
    }

    @Test func `defect of others 11: a later start issues, dates and mails nothing again, whatever has changed`()
        async throws
    {
        let test = try await TestOffice()
        let course = try await test.course()
        let officer = try await test.officer(1, on: course)
        let caller = TestOffice.caller(officer)
        let record = try #require(try await test.issue(officer, course, by: caller).record)
        let before = try await test.office.database.read { transaction in
            (try Certificates.find(record.id, in: transaction), try Outbox.count(in: transaction))
        }
        let file = try await DownloadCertificate(test.office)(record.id, by: caller)
        let bytes = try await file.read(0..<file.size)
        test.clock.advance(seconds: 400 * 86_400)
        try await test.office.database.write { transaction in
            _ = try transaction.execute("UPDATE signatory SET name = 'PENGARAH LAIN'")
            _ = try transaction.execute("UPDATE course SET title_malay = 'Tajuk Lain'")
        }
        #expect(try await FinishIssuing(test.office)().released == 0)
        #expect(try await test.issue(officer, course, by: caller) == .already(record))
        let after = try await test.office.database.read { transaction in
            (try Certificates.find(record.id, in: transaction), try Outbox.count(in: transaction))
        }
        #expect(after.0 == before.0 && after.0?.record.issuedAt == record.issuedAt)
        #expect(after.1 == before.1)
        let later = try await DownloadCertificate(test.office)(record.id, by: caller)
        #expect(try await later.read(0..<later.size) == bytes)
        #expect(test.documents == 1)
        await test.close()
    }

    @Test func `edge 36: a face is frozen: what changes later does not change it`() async throws {
        let test = try await TestOffice()
        let course = try await test.course()
        let officer = try await test.officer(1, named: "NUR AISYAH BINTI AHMAD", on: course)
        let caller = TestOffice.caller(officer)
        let first = try #require(try await test.issue(officer, course, by: caller).record)
        try await test.office.database.write { transaction in
            _ = try transaction.execute("UPDATE officer SET name = 'NAMA LAIN'")
            _ = try transaction.execute("UPDATE course SET title_malay = 'Tajuk Lain'")
            _ = try transaction.execute("UPDATE participation SET fee = 'unpaid'")
        }
        let again = try await test.issue(officer, course, by: caller)
        let second = try #require(again.record)
        #expect(again == .already(second))
        #expect(second == first)
        #expect(second.face.holder == "NUR AISYAH BINTI AHMAD")
        #expect(second.face.datesMalay == "18, 19 dan 21 Mei 2026")
        #expect(second.face.hours == "7.5")
        #expect(second.evidence.map(\.condition) == ["attendance", "evaluation", "fee"])
        #expect(second.evidence.map(\.state) == ["confirmed", "sent", "verified"])
        await test.close()
    }

    @Test func `nobody but the holder and those who issue may ask, and others do not learn that it exists`()
        async throws
    {
        let test = try await TestOffice()
        let course = try await test.course()
        let holder = try await test.officer(1, on: course)
        let stranger = TestOffice.caller(try await test.officer(2, on: course))
        await #expect(throws: Refusal.forbidden) {
            try await IssueCertificate(test.office)(officer: holder.id, course: course.id, by: stranger)
        }
        let record = try #require(try await test.issue(holder, course, by: TestOffice.administrator).record)
        await #expect(throws: Refusal.notFound) { try await DownloadCertificate(test.office)(record.id, by: stranger) }
        let download = try await DownloadCertificate(test.office)(record.id, by: TestOffice.caller(holder))
        let bytes = try await download.document.read(0..<download.size)
        #expect(bytes.starts(with: Array("%PDF-1.".utf8)))
        #expect(bytes.count == download.size)
        await test.close()
    }

    @Test func `asking again does not undo a revocation`() async throws {
        let test = try await TestOffice()
        let course = try await test.course()
        let officer = try await test.officer(1, on: course)
        let record = try #require(try await test.issue(officer, course, by: TestOffice.caller(officer)).record)
        let now = test.clock.now
        try await test.office.database.write { transaction in
            _ = try Certificates.move(
                record.id, from: .valid, to: .revoked, reason: "salah terbit", at: now, in: transaction)
        }
        await #expect(throws: Refusal.conflict(.certificateRevoked)) {
            try await test.issue(officer, course, by: TestOffice.caller(officer))
        }
        let counts = try await CourseOverview(test.office).course(course.id, by: TestOffice.administrator)
        #expect(counts.ready == 0)
        let bulk = try await StartBulkIssue(test.office)(course: course.id, by: TestOffice.administrator)
        try await BulkIssueRun(test.office)(bulk)
        let progress = try await ReadBulkProgress(test.office)(bulk, by: TestOffice.administrator)
        #expect(progress.counts.issued == 0 && progress.problems.map(\.detail) == ["certificate_revoked"])
        let answer = try await CheckCertificate(test.office)(code: record.code).certificate
        #expect(answer?.status == .revoked)
        await test.close()
    }

    @Test func `edge 41: the public answer holds no digit of the MyKad number`() async throws {
        let test = try await TestOffice()
        let course = try await test.course()
        let officer = try await test.officer(4321, on: course)
        let record = try #require(try await test.issue(officer, course, by: TestOffice.administrator).record)
        let answer = try await CheckCertificate(test.office)(code: record.code)
        let certificate = try #require(answer.certificate)
        #expect(certificate.status == .valid)
        #expect(certificate.holder == officer.name.text)
        let text = String(describing: certificate)
        #expect(!text.contains("85010114") && !text.contains(officer.myKad.masked))
        let unknown = PublicCode(random: [UInt8](repeating: 7, count: 10))
        #expect(try await CheckCertificate(test.office)(code: unknown) == .unknown)
        await test.close()
    }
}
