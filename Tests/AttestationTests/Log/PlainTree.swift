import Attestation
import Digests

/// A whole tree in memory, hashed as the definition says it: the oracle of the log's tests.
struct PlainTree {
    let leaves: [SHA256Digest]

    init(of count: Int) { leaves = (0..<count).map { MerkleHash.leaf(Array("entry \($0)".utf8)) } }

    init(_ entries: [[UInt8]]) { leaves = entries.map(MerkleHash.leaf) }

    /// RFC 6962, 2.1: MTH.
    func root(_ range: Range<Int>) -> SHA256Digest {
        if range.isEmpty { return MerkleHash.ofNothing }
        if range.count == 1 { return leaves[range.lowerBound] }
        var half = 1
        while half * 2 < range.count { half *= 2 }
        let middle = range.lowerBound + half
        return MerkleHash.node(root(range.lowerBound..<middle), root(middle..<range.upperBound))
    }

    func root(of size: Int) -> SHA256Digest { root(0..<size) }

    var prover: MerkleProver<Never> {
        MerkleProver { position in
            root(position.index << position.level..<(position.index + 1) << position.level)
        }
    }
}
