public import Digests

/// Checks proofs of the log with nothing but hashes (RFC 9162, 2.1.3.2 and 2.1.4.2).
public enum MerkleVerifier {
    /// Whether the leaf stands at `index` in the log of `size` that has the root.
    public static func includes(
        _ leaf: SHA256Digest, at index: Int, in size: Int, root: SHA256Digest, proof: [SHA256Digest]
    ) -> Bool {
        guard index >= 0, index < size else { return false }
        var place = index
        var last = size - 1
        var hash = leaf
        for sibling in proof {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                hash = MerkleHash.node(sibling, hash)
                let levels = place & 1 == 1 ? 0 : place.trailingZeroBitCount
                place >>= levels
                last >>= levels
            } else {
                hash = MerkleHash.node(hash, sibling)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && hash == root
    }

    /// Whether the log of `size` begins with the log of `earlier` size.
    ///
    /// From nothing everything could have grown, so that there is no proof from size 0.
    public static func isConsistent(
        from earlier: Int, root earlierRoot: SHA256Digest, to size: Int, root: SHA256Digest, proof: [SHA256Digest]
    ) -> Bool {
        guard earlier > 0, earlier <= size else { return false }
        if earlier == size { return earlierRoot == root && proof.isEmpty }
        var rest = proof[...]
        // The proof leaves the earlier root out where it is a whole subtree.
        let start = earlier.nonzeroBitCount == 1 ? earlierRoot : rest.popFirst()
        guard var old = start else { return false }
        var new = old
        let levels = (earlier - 1).trailingOneBitCount
        var place = (earlier - 1) >> levels
        var last = (size - 1) >> levels
        for hash in rest {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                old = MerkleHash.node(hash, old)
                new = MerkleHash.node(hash, new)
                let levels = place & 1 == 1 ? 0 : place.trailingZeroBitCount
                place >>= levels
                last >>= levels
            } else {
                new = MerkleHash.node(new, hash)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && old == earlierRoot && new == root
    }
}

extension Int {
    fileprivate var trailingOneBitCount: Int { (~self).trailingZeroBitCount }
}
