import Academy
import Attestation
import Digests
import Records
import SQL
import Sealing

/// Makes the proofs of certificates in the caller's transaction: places in the status lists, claims, credentials, and
/// leaves of the log under one checkpoint.
struct CertificateProver {
    let office: Office

    /// Proves those that have no proof yet; the others stay as they are.
    /// - Returns: the proofs that were made, by the certificates' ids.
    @discardableResult
    func prove(
        _ certificates: [StoredCertificate], at now: Instant, in transaction: borrowing Transaction
    ) throws -> [String: CertificateProof] {
        let proven = try Proofs.proven(certificates.map(\.record.id), in: transaction)
        let unproven = certificates.filter { !proven.contains($0.record.id) }
        let first = try LogAppender.size(in: transaction)
        let places = try freePlaces(unproven.count, from: first, in: transaction)
        // The keys of this moment, which a look at their folder finds, once for all.
        let keys = office.keys
        let drafts = try zip(unproven, places).enumerated().map { offset, pair in
            try draft(pair.0, pair.1, index: first + offset, by: keys)
        }
        guard let appended = try LogAppender(office).append(drafts.map(\.leaf), at: now, in: transaction) else {
            return [:]
        }
        for draft in drafts { try Proofs.insert(draft.proof(appended.size), in: transaction) }
        let status = StatusKeeper(office: office)
        for number in Set(places.map(\.list)) { try status.open(number, at: now, in: transaction) }
        // Only certificates of before there were proofs have moved already.
        for draft in drafts { try follow(draft, at: now, in: transaction) }
        var proofs: [String: CertificateProof] = [:]
        for (offset, draft) in drafts.enumerated() {
            guard let log = try appended.proof(of: offset) else { throw DamagedLog(size: appended.size) }
            proofs[draft.certificate.record.id] = CertificateProof(
                claims: draft.claims, credential: draft.credential, log: log)
        }
        return proofs
    }

    private struct Draft {
        let certificate: StoredCertificate
        let place: StatusPlace
        let claims: SignedClaims
        let credential: String
        let index: Int

        var leaf: LogAppender.Leaf {
            LogAppender.Leaf(
                certificate: certificate.record.id, kind: .issued, credential: SHA256Digest(of: credential),
                statement: LogStatement.of(certificate.record, issuedBy: certificate.issuedBy))
        }

        func proof(_ size: Int) -> StoredProof {
            StoredProof(
                certificate: certificate.record.id, status: place, claims: claims.encoded, credential: credential,
                logIndex: index, logSize: size)
        }
    }

    private func draft(
        _ certificate: StoredCertificate, _ place: StatusPlace, index: Int, by keys: KeyRing
    ) throws -> Draft {
        let record = certificate.record
        guard let unsigned = CertificateClaims(record) else { throw Undatable(serial: record.serial.text) }
        let document = CredentialDocument(record, seconds: unsigned.issuedAt, status: place)
        return Draft(
            certificate: certificate, place: place, claims: try keys.claims.sign(unsigned),
            credential: try keys.credentials(of: record.face.host).sign(document.payload).text, index: index)
    }

    /// Drawn at random among those that nobody has; half of a list is never used, so that one is soon found.
    /// - Parameter first: index of the first certificate's leaf; the others follow it.
    private func freePlaces(
        _ count: Int, from first: Int, in transaction: borrowing Transaction
    ) throws -> [StatusPlace] {
        let lists = (first..<first + count).map(StatusPlace.list(ofLeaf:))
        var places: [StatusPlace?] = lists.map { _ in nil }
        var drawn: Set<StatusPlace> = []
        while places.contains(nil) {
            for (offset, list) in lists.enumerated() where places[offset] == nil {
                let bytes = try office.surroundings.random(3)
                let index = (Int(bytes[0]) << 16 | Int(bytes[1]) << 8 | Int(bytes[2])) % StatusBits.count
                let place = StatusPlace(list: list, index: index)
                if drawn.insert(place).inserted { places[offset] = place }
            }
            for (list, own) in Dictionary(grouping: places.compactMap(\.self), by: \.list) {
                let taken = try Proofs.taken(own.map(\.index), of: list, in: transaction)
                for (offset, place) in places.enumerated() where !taken.isEmpty {
                    if let place, place.list == list, taken.contains(place.index) { places[offset] = nil }
                }
            }
        }
        return places.compactMap(\.self)
    }

    private func follow(_ draft: Draft, at now: Instant, in transaction: borrowing Transaction) throws {
        let certificate = draft.certificate
        guard let kind = LogEntry.Kind(movingTo: certificate.status), kind != .restored else { return }
        try LogMove(office: office).append(
            LogMove.Move(
                certificate: certificate.record.id, kind: kind, from: .valid, reason: certificate.statusReason,
                since: certificate.statusAt), draft.place, draft.credential, at: now, in: transaction)
    }

    /// The proof of a certificate as its file carries it; nil when it has none yet.
    static func proof(of certificate: String, in transaction: borrowing Transaction) throws -> CertificateProof? {
        guard let stored = try Proofs.find(certificate, in: transaction),
            let claims = SignedClaims(encoded: stored.claims),
            let log = try inclusion(of: stored.logIndex, in: stored.logSize, in: transaction)
        else { return nil }
        return CertificateProof(claims: claims, credential: stored.credential, log: log)
    }

    /// That a leaf is in the log as a checkpoint saw it; nil when there is no such checkpoint.
    static func inclusion(
        of index: Int, in size: Int, in transaction: borrowing Transaction
    ) throws -> LogProof? {
        guard let checkpoint = try LogBook.checkpoint(ofSize: size, in: transaction),
            let note = SignedNote(text: checkpoint.note),
            let entry = try LogBook.bodies(from: index, count: 1, in: transaction).first
        else { return nil }
        let hashes = TileHashes(
            try LogTiles.hashes(of: TileHashes.way(to: index, in: size), in: transaction))
        let prover = MerkleProver { (position) throws(TileHashes.Missing) in try hashes.hash(at: position) }
        do {
            return LogProof(
                index: index, hashes: try prover.inclusion(of: index, in: size), note: note, extra: Array(entry.utf8))
        } catch {
            throw DamagedLog(size: size)
        }
    }
}

/// A record whose moment of issue is none.
struct Undatable: Error, CustomStringConvertible {
    let serial: String

    var description: String { "the moment that was frozen with \(serial) is none" }
}
