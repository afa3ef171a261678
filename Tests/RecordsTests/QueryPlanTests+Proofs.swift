import Academy
import Attestation
import Digests
import Records
import SQL

extension QueryPlanTests {
    func proofs(of certificate: String, in transaction: borrowing Transaction) throws {
        let place = StatusPlace(list: 1, index: 7)
        let hash = MerkleHash.leaf([])
        try LogBook.insert(
            LogEntryRecord(
                index: 0, certificate: certificate, kind: .issued, body: "b", salt: [1], at: Sample.moment),
            in: transaction)
        try LogBook.insert(
            CheckpointRecord(size: 1, root: hash.hex, note: "n", at: Sample.moment), in: transaction)
        _ = try LogBook.head(in: transaction)
        _ = try LogBook.checkpoint(ofSize: 1, in: transaction)
        _ = try LogDates.waiting(limit: 1, in: transaction)
        _ = try LogDates.insert([1], size: 1, at: Sample.moment, in: transaction)
        _ = try LogDates.find(size: 1, in: transaction)
        _ = try LogDates.waiting(limit: 1, in: transaction)
        _ = try LogBook.bodies(from: 0, count: 256, in: transaction)
        _ = try LogBook.insertCosignature("l", of: "w", size: 1, at: Sample.moment, in: transaction)
        _ = try LogBook.cosignatures(ofSize: 1, in: transaction)
        _ = try LogBook.entries(about: certificate, in: transaction)
        let tile = TileHashes.Place(level: 0, index: 0)
        try LogTiles.save([hash], as: tile, in: transaction)
        _ = try LogTiles.hashes(of: [tile], in: transaction)
        try Proofs.insert(
            StoredProof(
                certificate: certificate, status: place, claims: [1], credential: "c", logIndex: 0, logSize: 1),
            in: transaction)
        _ = try Proofs.find(certificate, in: transaction)
        _ = try Proofs.taken([place.index, 1, 2], of: place.list, in: transaction)
        _ = try Proofs.proven([certificate, "b", "c"], in: transaction)
        _ = try Proofs.missing(after: "", limit: 1, in: transaction)
        for isSet in [true, false] {
            _ = try StatusLists.set(isSet, .revocation, place, in: transaction)
        }
        _ = try StatusLists.indexes(.revocation, 1, in: transaction)
        try StatusLists.save("c", .revocation, 1, at: Sample.moment, in: transaction)
        _ = try StatusLists.credential(.revocation, 1, in: transaction)
        for purpose in StatusPurpose.allCases { _ = try CodeStatusList.codes(purpose, in: transaction) }
        try CodeStatusList.save("c", at: Sample.moment, in: transaction)
        _ = try CodeStatusList.credential(in: transaction)
        _ = try CodeStatusList.made(in: transaction)
        _ = try StatusLists.made(before: Sample.moment, limit: 1, in: transaction)
    }
}
