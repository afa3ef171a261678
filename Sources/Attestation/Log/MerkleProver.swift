public import Digests

/// Makes proofs over the log's tree from the hashes of its whole subtrees (RFC 6962, 2.1.1 and 2.1.2).
public struct MerkleProver<Failure: Error> {
    /// The hash of a whole subtree; only asked for those that are whole in the size that is proven.
    private let node: (MerklePosition) throws(Failure) -> SHA256Digest

    public init(node: @escaping (MerklePosition) throws(Failure) -> SHA256Digest) { self.node = node }

    public func root(of size: Int) throws(Failure) -> SHA256Digest {
        size == 0 ? MerkleHash.ofNothing : try root(0..<size)
    }

    /// The hashes beside the way from a leaf to the root, the lowest first.
    /// - Precondition: `index` is a leaf of the log when it had `size`.
    public func inclusion(of index: Int, in size: Int) throws(Failure) -> [SHA256Digest] {
        precondition((0..<size).contains(index), "leaf \(index) is not among the first \(size)")
        return try path(to: index, 0..<size)
    }

    /// What shows that the log of `size` began as the log of `earlier` size; empty when they are one.
    /// - Precondition: `1 ≤ earlier ≤ size`; there is no proof that something grew from nothing.
    public func consistency(from earlier: Int, to size: Int) throws(Failure) -> [SHA256Digest] {
        precondition((1...size).contains(earlier), "a log of \(size) was never one of \(earlier)")
        return try proof(earlier, 0..<size, isWhole: true)
    }

    /// The root over leaves whose first is a multiple of the largest power of two in their number.
    private func root(_ leaves: Range<Int>) throws(Failure) -> SHA256Digest {
        if leaves.count.nonzeroBitCount == 1 {
            let level = leaves.count.trailingZeroBitCount
            return try node(MerklePosition(level: level, index: leaves.lowerBound >> level))
        }
        let middle = leaves.middle
        return try MerkleHash.node(root(leaves.lowerBound..<middle), root(middle..<leaves.upperBound))
    }

    private func path(to index: Int, _ leaves: Range<Int>) throws(Failure) -> [SHA256Digest] {
        guard leaves.count > 1 else { return [] }
        let left = leaves.lowerBound..<leaves.middle
        let right = leaves.middle..<leaves.upperBound
        return index < leaves.middle
            ? try path(to: index, left) + [root(right)] : try path(to: index, right) + [root(left)]
    }

    /// RFC 6962, 2.1.2: SUBPROOF.
    /// - Parameter isWhole: the earlier log is the whole left part, whose root the verifier has already.
    private func proof(_ earlier: Int, _ leaves: Range<Int>, isWhole: Bool) throws(Failure) -> [SHA256Digest] {
        if earlier == leaves.upperBound { return isWhole ? [] : [try root(leaves)] }
        let left = leaves.lowerBound..<leaves.middle
        let right = leaves.middle..<leaves.upperBound
        return earlier <= leaves.middle
            ? try proof(earlier, left, isWhole: isWhole) + [root(right)]
            : try proof(earlier, right, isWhole: false) + [root(left)]
    }
}

extension Range<Int> {
    /// Behind the largest power of two that is smaller than the count; only asked of two leaves and more.
    fileprivate var middle: Int { lowerBound + 1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount) }
}
