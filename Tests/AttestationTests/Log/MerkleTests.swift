import Attestation
import Digests
import Testing

@Suite struct `The log's tree` {
    /// The entries and roots of the Certificate Transparency project's own tests.
    private static let known: [(entry: [UInt8], root: String)] = [
        ([], "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
        ([0x00], "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
        ([0x10], "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
        ([0x20, 0x21], "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
        ([0x30, 0x31], "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
        (Array(0x40...0x43), "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
        (Array(0x50...0x57), "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
        (Array(0x60...0x6f), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
    ]

    @Test func `has the roots that others compute`() {
        var frontier = MerkleFrontier()
        #expect(frontier.root.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        for (entry, root) in Self.known {
            _ = frontier.append(MerkleHash.leaf(entry))
            #expect(frontier.root.hex == root)
        }
    }

    @Test func `grows leaf by leaf to the root of the definition, from any size on`() {
        let tree = PlainTree(of: 70)
        var frontier = MerkleFrontier()
        for size in 0...69 {
            #expect(frontier.root == tree.root(of: size))
            #expect(tree.prover.root(of: size) == tree.root(of: size))
            let resumed = MerkleFrontier(size: size) { position in
                tree.root(position.index << position.level..<(position.index + 1) << position.level)
            }
            #expect(resumed == frontier)
            for final in frontier.append(tree.leaves[size]) {
                let leaves =
                    final.position.index << final.position.level..<(final.position.index + 1) << final.position.level
                #expect(final.hash == tree.root(leaves))
                #expect(leaves.upperBound == size + 1 || final.position.level == 0)
            }
        }
    }

    @Test(arguments: 1...33)
    func `proves each leaf, and nothing else with the same proof`(size: Int) {
        let tree = PlainTree(of: size)
        let root = tree.root(of: size)
        for index in 0..<size {
            let proof = tree.prover.inclusion(of: index, in: size)
            func holds(
                _ leaf: SHA256Digest = tree.leaves[index], at place: Int = index, in size: Int = size,
                root: SHA256Digest = root, by proof: [SHA256Digest] = proof
            ) -> Bool { MerkleVerifier.includes(leaf, at: place, in: size, root: root, proof: proof) }
            #expect(holds())
            #expect(!holds(MerkleHash.ofNothing))
            #expect(!holds(at: index + 1))
            #expect(!holds(at: index - 1))
            #expect(!holds(at: size))
            #expect(!holds(root: MerkleHash.ofNothing))
            #expect(!holds(by: proof + [root]))
            #expect(proof.isEmpty || !holds(by: Array(proof.dropLast())))
            #expect(proof.isEmpty || !holds(by: Array(proof.dropFirst())))
            for place in proof.indices {
                var forged = proof
                forged[place] = MerkleHash.ofNothing
                #expect(!holds(by: forged))
            }
        }
    }

    @Test(arguments: 1...33)
    func `proves every earlier size of itself, and no other past`(size: Int) {
        let tree = PlainTree(of: size)
        let root = tree.root(of: size)
        for earlier in 1...size {
            let proof = tree.prover.consistency(from: earlier, to: size)
            let past = tree.root(of: earlier)
            func holds(
                from earlier: Int = earlier, _ past: SHA256Digest = past, to size: Int = size,
                _ root: SHA256Digest = root, _ proof: [SHA256Digest] = proof
            ) -> Bool { MerkleVerifier.isConsistent(from: earlier, root: past, to: size, root: root, proof: proof) }
            #expect(holds())
            #expect(!holds(from: 0))
            #expect(!holds(from: size + 1))
            #expect(!holds(MerkleHash.ofNothing))
            #expect(!holds(from: earlier, past, to: size, MerkleHash.ofNothing))
            #expect(!holds(from: earlier, past, to: size, root, proof + [root]))
            #expect(proof.isEmpty || !holds(from: earlier, past, to: size, root, Array(proof.dropLast())))
            for place in proof.indices {
                var forged = proof
                forged[place] = MerkleHash.ofNothing
                #expect(!holds(from: earlier, past, to: size, root, forged))
            }
        }
    }
}
