import Academy
import Attestation
import Digests
import Records
import SQL
import Sealing
import Testing
import Vault

@testable import Desk

@Suite struct `The proof of a certificate` {
    @Test func `is made before it is released, once, and holds against the published keys`() async throws {
        let test = try await TestOffice()
        let course = try await test.course()
        let officer = try await test.officer(1, on: course)
        let record = try #require(try await test.issue(officer, course, by: TestOffice.caller(officer)).record)
        let stored = try #require(try await test.stored(record.id))
        let first = try await ProveCertificates(test.office)([stored])[0]
        let again = try await ProveCertificates(test.office)([stored])[0]
        #expect(first == again)
        #expect(first.claims.claims == CertificateClaims(record))
        let key = try test.key(.claims)
        #expect(key.verifies(first.claims))
        let token = try #require(CompactJWS(text: first.credential))
        #expect(key.verifies(token))
        let document = try #require(CredentialDocument(payload: token.payload))
        #expect(document.holder == record.face.holder && document.code == record.code)
        let log = try #require(test.office.keys.records(for: .log).last)
        #expect(
            try test.key(.log).verifies(
                first.log.note, as: NoteKey(name: log.name, publicKey: Array(log.publicKey.suffix(32)))))
        #expect(first.log.includes(try await test.leaf(first.log.index)))
        #expect(first.log.includes(MerkleHash.leaf(first.log.extra)))
        let entry = try #require(LogEntry(text: String(decoding: first.log.extra, as: UTF8.self)))
        #expect(entry.kind == .issued && entry.credential == SHA256Digest(of: first.credential))
        #expect(try await test.logSize() == 1)
        await test.close()
    }

    @Test func `of a batch stands under one checkpoint`() async throws {
        let test = try await TestOffice()
        let course = try await test.course()
        var entered: [StoredCertificate] = []
        for number in 1...20 {
            let officer = try await test.officer(number, on: course)
            let register = try CertificateRegister(test.office)
            let entry = try await test.office.database.write { transaction in
                try register.enter(
                    officer: officer.id, course: course.id, by: TestOffice.administrator, in: transaction)
            }
            if case .entered(let certificate) = entry { entered.append(certificate) }
        }
        let certificates = entered
        let proofs = try await ProveCertificates(test.office)(certificates)
        #expect(Set(proofs.map(\.log.checkpoint.size)) == [20])
        #expect(proofs.map(\.log.index) == Array(0..<20))
        for proof in proofs { #expect(proof.log.includes(try await test.leaf(proof.log.index))) }
        let places = try await test.office.database.read { transaction in
            try certificates.compactMap { try Proofs.find($0.record.id, in: transaction)?.status }
        }
        #expect(Set(places).count == 20)
        #expect(Set(places.map(\.list)) == [1])
        let released = try await FinishIssuing(test.office)().released
        #expect(released == 20)
        #expect(try await test.logSize() == 20)
        await test.close()
    }

    @Test func `is attached to the file`() async throws {
        let test = try await TestOffice()
        let course = try await test.course()
        let officer = try await test.officer(1, on: course)
        let record = try #require(try await test.issue(officer, course, by: TestOffice.caller(officer)).record)
        let stored = try #require(try await test.stored(record.id))
        let document = try #require(stored.document)
        let digest = try #require(SHA256Digest(hex: document.sha256))
        let bytes = try await test.office.vault.read(digest)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("credential.jwt") && text.contains("log-proof.txt"))
        #expect(bytes.count <= 80 * 1024)
        await test.close()
    }

    @Test func `follows every move with a leaf and its bits`() async throws {
        let test = try await TestOffice()
        let course = try await test.course()
        let officer = try await test.officer(1, on: course)
        let record = try #require(try await test.issue(officer, course, by: TestOffice.caller(officer)).record)
        #expect(try await test.bits(of: record.id) == [])
        try await SuspendCertificate(test.office)(
            record.id, reason: .factsReviewed, remark: "semakan fakta kursus", by: TestOffice.administrator)
        #expect(try await test.bits(of: record.id) == [.suspension])
        try await RestoreCertificate(test.office)(
            record.id, remark: "fakta disahkan semula", by: TestOffice.administrator)
        #expect(try await test.bits(of: record.id) == [])
        let entries = try await test.office.database.read { try LogBook.entries(about: record.id, in: $0) }
        #expect(entries.map(\.kind) == [.issued, .suspended, .restored])
        #expect(entries.map(\.from) == [nil, .valid, .suspended])
        #expect(try await test.logSize() == 3)
        await test.close()
    }

    @Test func `is not signed over a log that somebody has changed`() async throws {
        let test = try await TestOffice()
        let course = try await test.course()
        let officers = [try await test.officer(1, on: course), try await test.officer(2, on: course)]
        _ = try await test.issue(officers[0], course, by: TestOffice.caller(officers[0]))
        try await test.office.database.write { transaction in
            _ = try transaction.execute("UPDATE log_tile SET hashes = zeroblob(32)")
        }
        await #expect(throws: DamagedLog.self) {
            try await test.issue(officers[1], course, by: TestOffice.caller(officers[1]))
        }
        #expect(try await test.logSize() == 1)
        await test.close()
    }
}

extension TestOffice {
    func stored(_ id: String) async throws -> StoredCertificate? {
        try await office.database.read { try Certificates.find(id, in: $0) }
    }

    /// The public key that signs now.
    func key(_ use: KeyUse) throws -> VerificationKey {
        let record = try #require(office.keys.records(for: use).last)
        return try VerificationKey(publicKey: Array(record.publicKey))
    }

    func logSize() async throws -> Int { try await office.database.read { try LogAppender.size(in: $0) } }

    func leaf(_ index: Int) async throws -> SHA256Digest {
        let bodies = try await office.database.read { try LogBook.bodies(from: index, count: 1, in: $0) }
        let body = try #require(bodies.first)
        return MerkleHash.leaf(Array(body.utf8))
    }

    /// The lists whose published bit of a certificate is set.
    func bits(of id: String) async throws -> Set<StatusPurpose> {
        let key = try key(.claims)
        return try await office.database.read { transaction in
            let place = try #require(try Proofs.find(id, in: transaction)).status
            var set: Set<StatusPurpose> = []
            for purpose in StatusPurpose.allCases {
                let text = try #require(try StatusLists.credential(purpose, place.list, in: transaction))
                let token = try #require(CompactJWS(text: text))
                #expect(key.verifies(token))
                let list = try #require(StatusListDocument(payload: token.payload))
                let bits = try #require(list.bits)
                if bits[place.index] { set.insert(purpose) }
            }
            return set
        }
    }
}
