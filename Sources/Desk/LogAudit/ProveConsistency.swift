import Attestation
public import Digests
import Records
import SQL

/// Shows that the log of one size grew from the log of another, from its tiles.
public struct ProveConsistency: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    public struct Answer: Sendable, Hashable {
        public let earlier: Int
        public let size: Int
        /// The roots of the log as it is now, over its first leaves.
        public let earlierRoot: SHA256Digest
        public let root: SHA256Digest
        public let proof: [SHA256Digest]
        /// Whether the proof leads from the one root to the other.
        public let holds: Bool
    }

    /// - Throws: ``Refusal/notFound`` unless 1 ≤ earlier ≤ size ≤ the log's size; ``DamagedLog``.
    public func callAsFunction(from earlier: Int, to size: Int) async throws -> Answer {
        try await office.database.read(.long) { transaction in
            guard earlier >= 1, earlier <= size, size <= (try LogAppender.size(in: transaction)) else {
                throw Refusal.notFound
            }
            let tiles = try LogTiles.hashes(of: TileHashes.joining(earlier, to: size), in: transaction)
            let hashes = TileHashes(tiles)
            let prover = MerkleProver { (position) throws(TileHashes.Missing) in try hashes.hash(at: position) }
            do {
                let (first, last) = (try prover.root(of: earlier), try prover.root(of: size))
                let proof = try prover.consistency(from: earlier, to: size)
                return Answer(
                    earlier: earlier, size: size, earlierRoot: first, root: last, proof: proof,
                    holds: MerkleVerifier.isConsistent(
                        from: earlier, root: first, to: size, root: last, proof: proof))
            } catch {
                throw DamagedLog(size: size)
            }
        }
    }
}
