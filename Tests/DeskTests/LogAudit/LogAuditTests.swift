import Academy
import Attestation
import Digests
import Records
import SQL
import Sealing
import Synchronization
import Testing

@testable import Desk

@Suite struct `The log` {
    @Test func `agrees with everything after issues and moves`() async throws {
        let world = try await LoggedWorld()
        let report = try await VerifyLog(world.test.office)()
        #expect(report.faults == [])
        #expect(report.leaves == 4)
        #expect(report.certificates == 3)
        #expect(report.checkpoints == 4)
        await world.test.close()
    }

    /// What somebody does behind the server's back, the leaf that is named, and why.
    static let crimes: [(name: String, sql: [SQL], leaf: Int?, problem: LogFault.Problem)] = rows + tree + lists

    private static let rows: [(name: String, sql: [SQL], leaf: Int?, problem: LogFault.Problem)] = [
        (
            "a name is edited", ["UPDATE certificate SET face = replace(face, 'NOMBOR 2', 'NOMBOR 9')"], 1,
            .certificateEdited
        ),
        (
            "a serial is edited", ["UPDATE certificate SET serial_number = 77 WHERE serial_number = 2"], 1,
            .certificateEdited
        ),
        (
            "a code is edited", ["UPDATE certificate SET code = 'AAAAAAAAAAAAAAAA' WHERE serial_number = 3"], 3,
            .certificateEdited
        ),
        (
            "an issue is dated back",
            ["UPDATE certificate SET issued_at = '2020-01-01T00:00:00.000Z' WHERE serial_number = 1"], 0,
            .certificateEdited
        ),
        (
            "another is made the issuer", ["UPDATE certificate SET issued_by = 'x' WHERE serial_number = 1"], 0,
            .certificateEdited
        ),
        (
            "evidence is edited",
            ["UPDATE certificate SET evidence = replace(evidence, 'confirmed', 'x') WHERE serial_number = 3"], 3,
            .certificateEdited
        ),
        (
            "a suspension is lifted without a word",
            ["UPDATE certificate SET status = 'valid', status_reason = '' WHERE serial_number = 2"], 2, .statusDiffers
        ),
        (
            "a revocation is slipped in", ["UPDATE certificate SET status = 'revoked' WHERE serial_number = 3"], 3,
            .statusDiffers
        ),
        (
            "a reason is edited", ["UPDATE certificate SET status_reason = 'misused' WHERE serial_number = 2"], 2,
            .statusDiffers
        ),
        (
            "a suspension is dated back",
            ["UPDATE certificate SET status_at = '2020-01-01T00:00:00.000Z' WHERE serial_number = 2"], 2,
            .statusDiffers
        ),
        (
            "a file is exchanged", ["UPDATE certificate SET document_sha256 = 'ff' WHERE serial_number = 1"], 0,
            .documentDiffers
        ),
        (
            "a certificate is deleted with all that hangs on it",
            [
                "DELETE FROM certificate_proof WHERE log_index = 1", "DELETE FROM log_entry WHERE position IN (1, 2)",
                "DELETE FROM certificate WHERE serial_number = 2",
            ], 1, .leafMissing
        ),
        (
            "the last certificate is deleted, and the log cut behind it",
            [
                "DELETE FROM certificate_proof WHERE log_index = 3", "DELETE FROM log_entry WHERE position = 3",
                "DELETE FROM log_checkpoint WHERE size = 4", "DELETE FROM certificate WHERE serial_number = 3",
            ], 3, .tileDiffers
        ),
    ]

    private static let tree: [(name: String, sql: [SQL], leaf: Int?, problem: LogFault.Problem)] = [
        (
            "a leaf is edited", ["UPDATE log_entry SET body = replace(body, 'issued', 'issuee') WHERE position = 1"], 1,
            .tileDiffers
        ),
        (
            "a leaf is dated back",
            ["UPDATE log_entry SET body = replace(body, '2026-', '2025-') WHERE position = 1"], 1, .tileDiffers
        ),
        ("a leaf is deleted", ["DELETE FROM log_entry WHERE position = 2"], 2, .leafMissing),
        (
            "a move's reason is edited in the log",
            ["UPDATE log_entry SET reason = 'misused' WHERE position = 2"], 2, .moveDiffers
        ),
        ("a salt is edited", ["UPDATE log_entry SET salt = zeroblob(16) WHERE position = 1"], 1, .certificateEdited),
        ("a tile is edited", ["UPDATE log_tile SET hashes = zeroblob(128)"], 0, .tileDiffers),
        ("a tile is deleted", ["DELETE FROM log_tile"], 0, .tileDiffers),
        (
            "a checkpoint's root is edited", ["UPDATE log_checkpoint SET root = 'ff' WHERE size = 3"], 2,
            .checkpointUnsigned
        ),
        (
            "the last checkpoint is deleted",
            ["DELETE FROM certificate_proof WHERE log_size = 4", "DELETE FROM log_checkpoint WHERE size = 4"], 3,
            .leafUnsigned
        ),
        (
            "a credential is exchanged for another's",
            [
                """
                UPDATE certificate_proof
                SET credential = (SELECT credential FROM certificate_proof WHERE log_index = 0) WHERE log_index = 1
                """
            ], 1, .proofDiffers
        ),
        (
            "claims are exchanged for another's",
            [
                """
                UPDATE certificate_proof
                SET claims = (SELECT claims FROM certificate_proof WHERE log_index = 0) WHERE log_index = 1
                """
            ], 1, .claimsForged
        ),
        ("a proof is deleted", ["DELETE FROM certificate_proof WHERE log_index = 3"], 3, .proofDiffers),
    ]

    private static let lists: [(name: String, sql: [SQL], leaf: Int?, problem: LogFault.Problem)] = [
        (
            "a status list is exchanged for another",
            [
                """
                UPDATE status_list SET credential = (SELECT credential FROM status_list WHERE purpose = 'revocation')
                WHERE purpose = 'suspension'
                """
            ], nil, .listDiffers
        ),
        ("a status list is deleted", ["DELETE FROM status_list WHERE purpose = 'suspension'"], nil, .listDiffers),
        ("the list of codes is deleted", ["DELETE FROM code_status_list"], nil, .listDiffers),
        (
            "the list of codes is exchanged for another",
            ["UPDATE code_status_list SET credential = (SELECT credential FROM status_list WHERE purpose = 'refresh')"],
            nil, .listDiffers
        ),
        ("the audit is edited", ["UPDATE audit SET actor = 'somebody' WHERE sequence = 1"], nil, .auditBroken),
        ("the counter of serials runs ahead", ["UPDATE serial_counter SET last = last + 1"], nil, .serialMissing),
    ]

    @Test(arguments: crimes.indices)
    func `names the first leaf that disagrees when a row was touched`(index: Int) async throws {
        let crime = Self.crimes[index]
        let world = try await LoggedWorld()
        try await world.test.office.database.write { transaction in
            for sql in crime.sql { _ = try transaction.execute(sql) }
        }
        let report = try await VerifyLog(world.test.office)()
        let first = try #require(report.faults.first, "\(crime.name)")
        #expect(first.problem == crime.problem, "\(crime.name): \(report.faults)")
        #expect(first.leaf == crime.leaf, "\(crime.name): \(report.faults)")
        await world.test.close()
    }

    @Test func `names a certificate that was slipped in`() async throws {
        let world = try await LoggedWorld()
        try await world.test.office.database.write { transaction in
            _ = try transaction.execute(
                """
                INSERT INTO certificate (id, officer_id, course_id, kind, serial_year, serial_number, code, issued_at,
                    issued_by, face, evidence, template_id, template_version, template_sha256, fonts, status, status_at,
                    document_sha256, document_size)
                SELECT 'forged', officer_id, course_id, kind, serial_year, 99, 'BBBBBBBBBBBBBBBB', issued_at, issued_by,
                    face, evidence, template_id, template_version, template_sha256, fonts, 'superseded', status_at, 'ff', 1
                FROM certificate WHERE serial_number = 1
                """)
        }
        let report = try await VerifyLog(world.test.office)()
        #expect(report.faults.map(\.problem).contains(.certificateUnlogged))
        #expect(report.faults.contains { $0.subject.hasSuffix("/000099") })
        await world.test.close()
    }

    @Test func `shows what it was at any size, and that it only grew`() async throws {
        let world = try await LoggedWorld()
        for earlier in 1...4 {
            for size in earlier...4 {
                let answer = try await ProveConsistency(world.test.office)(from: earlier, to: size)
                #expect(answer.holds)
                let recorded = try await world.test.office.database.read {
                    try LogBook.checkpoint(ofSize: size, in: $0)?.root
                }
                #expect(answer.root.hex == recorded)
            }
        }
        await #expect(throws: Refusal.notFound) { try await ProveConsistency(world.test.office)(from: 0, to: 1) }
        await #expect(throws: Refusal.notFound) { try await ProveConsistency(world.test.office)(from: 3, to: 5) }
        await world.test.close()
    }

    @Test func `keeps the line of a witness that it knows, and no other`() async throws {
        let world = try await LoggedWorld()
        let office = world.test.office
        let system = Caller.system(requestID: "t")
        let witness = try Witness(try PEMKey.generate(.ed25519), name: "saksi.example.my")
        let text = try await ReadPublished(office)(.checkpoint)
        let note = try #require(SignedNote(text: String(decoding: text.bytes, as: UTF8.self)))
        let cosigned = try witness.cosign(
            note, of: office.keys.note.key, after: nil, proof: [], at: 1_780_000_000)
        #expect(try await KeepCosignature(office)(cosigned, of: witness.verifierKey, by: system) == 4)
        #expect(try await KeepCosignature(office)(cosigned, of: witness.verifierKey, by: system) == 4)
        let published = try await ReadPublished(office)(.checkpoint)
        #expect(String(decoding: published.bytes, as: UTF8.self) == cosigned.text)
        let other = try Witness(try PEMKey.generate(.ed25519), name: "saksi.example.my")
        await #expect(throws: Refusal.self) {
            try await KeepCosignature(office)(cosigned, of: other.verifierKey, by: system)
        }
        #expect(try await VerifyLog(office)().faults == [])
        await world.test.close()
    }

    @Test func `is caught up with by certificates of before it`() async throws {
        let world = try await LoggedWorld()
        let office = world.test.office
        try await office.database.write { transaction in
            for table: SQL in [
                "certificate_proof", "log_entry", "log_cosignature", "log_checkpoint", "log_tile", "status_bit",
                "status_list", "code_status_list",
            ] {
                _ = try transaction.execute("DELETE FROM \(table)")
            }
        }
        let kept = try await KeepProofs(office)()
        #expect(kept.proven == 3)
        #expect(try await KeepProofs(office)() == .init())
        let report = try await VerifyLog(office)()
        #expect(report.faults == [])
        // The suspension has a leaf of its own.
        #expect(report.leaves == 4)
        world.test.clock.advance(seconds: 86_400)
        #expect(try await KeepProofs(office)().renewed == 4)
        #expect(try await VerifyLog(office)().faults == [])
        await world.test.close()
    }

    @Test func `is published without a name, a number of anybody or an id`() async throws {
        let world = try await LoggedWorld()
        let files = Files()
        let count = try await ExportPublished(world.test.office)() { files.add($0) }
        #expect(count == 3 + 3 + 1 + 1 + 2)
        let ids = try await world.test.office.database.read { transaction in
            try transaction.all("SELECT id, officer_id, course_id FROM certificate") { row -> [String] in
                [try row["id"], try row["officer_id"], try row["course_id"]]
            }
        }.flatMap(\.self)
        for file in files.all {
            let text = String(decoding: file.bytes, as: UTF8.self)
            for word in ids + ["PEGAWAI", "850101", "customs.gov.my", "Kursus"] {
                #expect(!text.contains(word), "\(file.path.path): \(word)")
            }
        }
        await world.test.close()
    }
}

/// Collects what is exported.
final class Files: Sendable {
    private let files = Mutex<[PublishedFile]>([])

    func add(_ file: PublishedFile) { files.withLock { $0.append(file) } }

    var all: [PublishedFile] { files.withLock(\.self) }
}

/// Three certificates, and the second is suspended before the third is issued: leaves 0 and 1, 2, and 3.
struct LoggedWorld {
    let test: TestOffice

    init() async throws {
        test = try await TestOffice()
        let course = try await test.course()
        for number in 1...3 {
            let officer = try await test.officer(number, on: course)
            test.clock.advance(seconds: 60)
            let outcome = try await test.issue(officer, course, by: TestOffice.caller(officer))
            guard number == 2 else { continue }
            test.clock.advance(seconds: 60)
            let record = try #require(outcome.record)
            try await SuspendCertificate(test.office)(
                record.id, reason: .factsReviewed, remark: "semakan fakta kursus",
                by: TestOffice.administrator)
        }
    }
}
