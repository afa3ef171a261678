import Academy
import Attestation
import Records
import SQL
import Testing

/// Which certificates still need a proof.
@Suite struct MissingProofsTests {
    @Test func `what lacks a proof is given in pages by id, and what is being made is left out`() async throws {
        let register = try await Register().withParticipants(5)
        let records = (1...5).map { Sample.certificate($0, officer: $0 - 1) }
        let ids = records.map(\.id)
        try await register.database.write { transaction throws in
            try Certificates.insert(records, issuedBy: "p", at: Sample.moment, in: transaction)
            for number in [0, 2, 3, 4] {
                let isReleased = try Certificates.release(
                    ids[number], document: Sample.document(number), at: Sample.moment, in: transaction)
                #expect(isReleased)
            }
            // Revoked since: it needs a proof all the same.
            _ = try Certificates.move(
                ids[4], from: .valid, to: .revoked, reason: "", at: Sample.moment, in: transaction)
            #expect(try Self.missing(after: "", limit: 9, in: transaction) == [ids[0], ids[2], ids[3], ids[4]])
            try Self.prove(ids[2], in: transaction)
            #expect(try Self.missing(after: "", limit: 2, in: transaction) == [ids[0], ids[3]])
            #expect(try Self.missing(after: ids[3], limit: 2, in: transaction) == [ids[4]])
            #expect(try Self.missing(after: ids[4], limit: 2, in: transaction).isEmpty)
        }
    }

    private static func missing(
        after id: String, limit: Int, in transaction: borrowing Transaction
    ) throws -> [String] {
        try Proofs.missing(after: id, limit: limit, in: transaction).map(\.record.id)
    }

    private static func prove(_ certificate: String, in transaction: borrowing Transaction) throws {
        try LogBook.insert(
            LogEntryRecord(
                index: 0, certificate: certificate, kind: .issued, body: "b", salt: [1], at: Sample.moment),
            in: transaction)
        try LogBook.insert(
            CheckpointRecord(size: 1, root: "00", note: "n", at: Sample.moment), in: transaction)
        try Proofs.insert(
            StoredProof(
                certificate: certificate, status: StatusPlace(list: 1, index: 7), claims: [1], credential: "c",
                logIndex: 0, logSize: 1),
            in: transaction)
    }
}
