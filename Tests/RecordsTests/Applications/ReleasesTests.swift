import Academy
import Records
import SQL
import Testing

@Suite struct `Releases and nominations in the database` {
    static func release(_ number: Int, application: Int = 1) -> ReleaseRecord {
        ReleaseRecord(
            id: Sample.id("release", number), application: Sample.id("application", application),
            course: Sample.id("course", 1), letter: Sample.id("upload", number), reason: "Cuti sakit di hospital.",
            requestedBy: "pegawai", requestedAt: Sample.moment)
    }

    static func nomination(_ application: Int, release: Int = 1) -> NominationRecord {
        NominationRecord(
            application: Sample.id("application", application), original: Sample.id("application", 1),
            release: Sample.id("release", release), namedBy: "pegawai", namedAt: Sample.moment,
            expiresAt: Sample.moment.adding(hours: 48))
    }

    /// A course with the applications of `count` officers, from 1, and a letter each.
    static func register(_ count: Int, _ options: Register? = nil) async throws -> Register {
        let register = try await Register().withParticipants(count + 1)
        try await register.database.write { transaction throws in
            for number in 1...count {
                try Applications.insert(
                    `Applications in the database`.application(number, officer: number, .nominated), in: transaction)
                try Uploads.insert(
                    UploadRecord(
                        id: Sample.id("upload", number), purpose: .letter, owner: nil, course: nil, uploadedBy: "a",
                        uploadedAt: Sample.moment, kind: .pdf, originalName: "surat.pdf", sha256: Sample.pad(1, 64),
                        size: 1, previewSHA256: nil), in: transaction)
            }
        }
        return register
    }

    @Test func `come back as they were stored, and are decided once`() async throws {
        let register = try await Self.register(2)
        let stored = Self.release(1)
        try await register.database.write { transaction throws in
            try Releases.insert(stored, in: transaction)
            #expect(try Releases.open(of: stored.application, in: transaction) == stored)
            #expect(try Releases.find(letter: stored.letter, in: transaction) == stored)
            #expect(try Releases.open(on: stored.course, limit: 5, in: transaction) == [stored])
            for isFirst in [true, false] {
                let decided = try Releases.decide(
                    stored.id, .refused, by: "penyelaras", at: Sample.moment, remark: "Tiada pengganti",
                    in: transaction)
                #expect(decided == isFirst)
            }
            #expect(try Releases.open(on: stored.course, limit: 5, in: transaction).isEmpty)
            let after = try Releases.of(stored.application, in: transaction)
            #expect(after.map(\.outcome) == [.refused])
            #expect(after.map(\.remark) == ["Tiada pengganti"])
            #expect(try Releases.page(on: stored.course, before: nil, limit: 5, in: transaction) == after)
            #expect(try Releases.page(on: stored.course, before: stored.id, limit: 5, in: transaction).isEmpty)
        }
    }

    @Test func `keep out a second open request, a letter that is used, and a second open nomination`() async throws {
        let register = try await Self.register(3)
        try await register.database.write { transaction throws in
            try Releases.insert(Self.release(1), in: transaction)
            try Nominations.insert(Self.nomination(2), in: transaction)
        }
        func constraint(_ write: @escaping @Sendable (borrowing Transaction) throws -> Void) async throws -> String? {
            do {
                try await register.database.write { try write($0) }
                return nil
            } catch let error as SQLError {
                guard case .unique(let name) = error.kind else { throw error }
                return name
            }
        }
        #expect(
            try await constraint { try Releases.insert(Self.release(2), in: $0) } == "release_request_one_open")
        var same = Self.release(1, application: 2)
        same = ReleaseRecord(
            id: Sample.id("release", 3), application: same.application, course: same.course, letter: same.letter,
            reason: same.reason, requestedBy: same.requestedBy, requestedAt: same.requestedAt)
        let used = same
        #expect(try await constraint { try Releases.insert(used, in: $0) } == "release_request_upload")
        #expect(try await constraint { try Nominations.insert(Self.nomination(3), in: $0) } == "nomination_one_open")
        try await register.database.write { transaction throws in
            var first = Self.nomination(2)
            first.endedAt = Sample.moment
            try Nominations.update(first, in: transaction)
        }
        #expect(try await constraint { try Nominations.insert(Self.nomination(3), in: $0) } == nil)
    }

    @Test func `nominations are overdue only while somebody has to answer`() async throws {
        let register = try await Self.register(2)
        let late = Sample.moment.adding(hours: 49)
        try await register.database.write { transaction throws in
            try Releases.insert(Self.release(1), in: transaction)
            var row = Self.nomination(2)
            try Nominations.insert(row, in: transaction)
            #expect(try Nominations.find(row.application, in: transaction) == row)
            #expect(try Nominations.open(for: row.original, in: transaction) == row)
            #expect(try Nominations.of(row.release, in: transaction) == [row])
            #expect(try Nominations.overdue(at: Sample.moment, limit: 5, in: transaction).isEmpty)
            row.acceptedAt = Sample.moment
            try Nominations.update(row, in: transaction)
            #expect(try Nominations.overdue(at: late, limit: 5, in: transaction) == [row])
            row.supportedAt = Sample.moment
            try Nominations.update(row, in: transaction)
            #expect(try Nominations.overdue(at: late, limit: 5, in: transaction).isEmpty)
        }
    }

    @Test func `officers in service are found by the words of their name and by their address`() async throws {
        let register = try await Register()
        let names = [
            "NUR AISYAH BINTI YA'KOB", "MOHD ALI BIN ABU", "MUHAMMAD ALIFF BIN SA’AD", "R. KUMAR A/L MUTHU",
        ]
        try await register.database.write { transaction throws in
            for (number, name) in names.enumerated() {
                try Officers.insert(try Sample.officer(number, name: name), in: transaction)
            }
            var left = try Sample.officer(9, name: "ALI YANG TELAH BERSARA")
            left.isActive = false
            try Officers.insert(left, in: transaction)
        }
        func found(_ text: String) async throws -> [String] {
            try await register.database.read { transaction throws in
                try Officers.named(SearchQuery(text), limit: 10, in: transaction).map(\.name.text)
            }
        }
        #expect(try await found("yakob") == [names[0]])
        #expect(try await found("muhammad") == [names[1], names[2]])
        #expect(try await found("ali md") == [names[1], names[2]])
        #expect(try await found("bin abu muhd") == [names[1]])
        #expect(try await found("muthu") == [names[3]])
        #expect(try await found("").isEmpty)
        #expect(try await found("tiada").isEmpty)
        let byAddress = try await register.database.read {
            try Officers.addressed("Pegawai2@", limit: 5, in: $0).map(\.name.text)
        }
        #expect(byAddress == [names[2]])
        try await register.database.write { transaction throws in
            var changed = try Sample.officer(3, name: names[3])
            changed.name = try PersonName(parsing: "KUMAR A/L RAMAN")
            try Officers.update(changed, in: transaction)
        }
        #expect(try await found("muthu").isEmpty)
        #expect(try await found("raman") == ["KUMAR A/L RAMAN"])
    }

    @Test func `officers who were known before are found too`() async throws {
        let before = Schema.migrations.filter { $0.number < Schema.migrations.count }
        let last = try #require(Schema.migrations.first { $0.name.contains("words of officers' names") })
        let register = try await Register(until: last.number - 1)
        #expect(before.count >= last.number - 1)
        let officer = try Sample.officer(1, name: "MD. ALI @ MAT BIN SA’AD")
        try await register.database.write { transaction throws in
            _ = try transaction.execute(
                """
                INSERT INTO officer (id, name, name_folded, mykad, email, post, grade, station, state, active)
                VALUES (\(officer.id), \(officer.name), \(officer.name.text.lowercased()), \(officer.myKad),
                    \(officer.email.text), '', '', '', \(officer.state), TRUE)
                """)
        }
        try await Migrator(Schema.migrations).migrate(register.database, at: Sample.moment.iso)
        for words in ["muhammad saad", "ali", "mat bin md"] {
            let found = try await register.database.read {
                try Officers.named(SearchQuery(words), limit: 2, in: $0).map(\.id)
            }
            #expect(found == [officer.id], "\(words)")
        }
    }
}
