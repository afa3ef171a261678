import Digests
import Foundation
import Testing
import Vault

/// Documents behind a prefix that they share.
@Suite struct PackTests {
    let folder: TemporaryFolder
    let vault: DocumentVault
    let prefix: HashedPrefix

    /// Bytes of the record of a first document, which is the model of the others and has all in common with itself.
    static let first = 96 + 32 + 5

    init() async throws {
        folder = try TemporaryFolder()
        vault = try DocumentVault(at: folder.path + "/documents")
        prefix = try #require(HashedPrefix([UInt8](repeating: 0x25, count: 64 * 900)))
        try await vault.put(.tail(SecureRandom.bytes(3000), behind: prefix))
    }

    private var packs: String { folder.path + "/documents/packs" }

    private func tails(_ count: Int, of size: Int = 3000) throws -> [[UInt8]] {
        try (0..<count).map { _ in try SecureRandom.bytes(size) }
    }

    private func put(_ tails: [[UInt8]], into vault: DocumentVault) async throws -> [SHA256Digest] {
        try await vault.putAll(tails.map { .tail($0, behind: prefix) })
    }

    /// Opened as the next start opens it.
    private func reopened() throws -> DocumentVault { try DocumentVault(at: folder.path + "/documents") }

    private func change(_ file: String, _ body: (inout Data) -> Void) throws {
        let url = URL(filePath: "\(packs)/\(file)")
        var data = try Data(contentsOf: url)
        body(&data)
        let handle = try FileHandle(forWritingTo: url)
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: data)
        try handle.close()
    }

    private func size(_ file: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: "\(packs)/\(file)")[.size] as? Int ?? -1
    }

    @Test(arguments: [0, 1, 4096, 70_000])
    func `a document comes back byte for byte, under the digest of the whole`(count: Int) async throws {
        let tail = try SecureRandom.bytes(count)
        let digest = try await vault.put(.tail(tail, behind: prefix))
        let whole = prefix.bytes + tail
        #expect(digest == SHA256Digest(of: whole))
        for vault in [vault, try reopened()] {
            #expect(try await vault.read(digest) == whole)
            #expect(try await vault.size(of: digest) == whole.count)
            #expect(try await vault.read(prefix.digest) == prefix.bytes)
        }
    }

    @Test func `a thousand documents take one prefix and one pack`() async throws {
        let tails = try tails(1000)
        let digests = try await put(tails, into: vault)
        let names = try folder.files()
        #expect(names.count == 6, "a pack, its list, the lock, the prefix, the model and a note of it")
        #expect(try size("000001.pack") == Self.first + 1000 * 3096)
        let again = try reopened()
        for (digest, tail) in zip(digests, tails) { #expect(try await again.read(digest) == prefix.bytes + tail) }
    }

    @Test func `a range crosses the seam between prefix and tail`() async throws {
        let tail = try SecureRandom.bytes(5000)
        let whole = prefix.bytes + tail
        let document = try await vault.open(vault.put(.tail(tail, behind: prefix)))
        let seam = prefix.bytes.count
        for range in [0..<10, seam - 5..<seam + 5, seam..<seam + 1, 0..<whole.count, seam + 4990..<seam + 9000] {
            let wanted = Array(whole[range.clamped(to: 0..<whole.count)])
            #expect(try await document.read(range) == wanted)
            let parts = try #require(document.held(range))
            #expect(parts.flatMap(\.bytes) == wanted)
            #expect(parts.allSatisfy { !$0.bytes.isEmpty })
            #expect(parts.first?.shared == (range == 0..<whole.count ? prefix.digest : nil))
        }
        #expect(document.held(whole.count..<whole.count + 5)?.isEmpty == true)
        #expect(try await document.read(whole.count..<whole.count + 5).isEmpty)
        var pieces: [UInt8] = []
        try await document.forEachPiece(upTo: 999) { pieces += $0 }
        #expect(pieces == whole)
    }

    @Test func `the same document is kept once, as a whole or as a tail`() async throws {
        let tails = try tails(3)
        let whole = prefix.bytes + tails[0]
        let digest = try await vault.put(whole)
        #expect(try await put(tails + tails, into: vault)[0] == digest)
        _ = try await put(tails, into: try reopened())
        #expect(try size("000001.pack") == Self.first + 2 * 3096)
        #expect(try await vault.read(digest) == whole)
    }

    @Test func `a changed byte of a tail is found, and the document can be put again`() async throws {
        let tails = try tails(2)
        let digests = try await put(tails, into: vault)
        try change("000001.pack") { $0[Self.first + 96 + 17] ^= 1 }
        let error = await #expect(throws: VaultError.self) { try await vault.read(digests[0]) }
        #expect(error.map { if case .damaged(digests[0], _) = $0 { true } else { false } } == true)
        await #expect(throws: VaultError.self) { try await vault.open(digests[0]) }
        #expect(try await vault.read(digests[1]) == prefix.bytes + tails[1])
        #expect(try await put(tails, into: vault) == digests)
        for vault in [vault, try reopened()] {
            #expect(try await vault.read(digests[0]) == prefix.bytes + tails[0])
        }
    }

    @Test(arguments: [0, 20, 60, 74, 82, 90])
    func `a changed byte of a record's head costs no other document`(place: Int) async throws {
        let tails = try tails(3)
        let digests = try await put(tails, into: vault)
        try change("000001.pack") { $0[Self.first + 3096 + place] ^= 1 }
        try FileManager.default.removeItem(atPath: packs + "/000001.list")
        let again = try reopened()
        await #expect(throws: VaultError.missing(digests[1])) { try await again.read(digests[1]) }
        #expect(try await again.read(digests[0]) == prefix.bytes + tails[0])
        #expect(try await again.read(digests[2]) == prefix.bytes + tails[2])
        #expect(try await put(tails, into: again) == digests)
        #expect(try await again.read(digests[1]) == prefix.bytes + tails[1])
    }

    @Test(arguments: [1, 95, 96, 500, 3095])
    func `a record that a crash cut off is never given out, and nothing is put behind it`(left: Int) async throws {
        let tails = try tails(3)
        let digests = try await put(tails, into: vault)
        try change("000001.pack") { $0.removeLast(3096 - left) }
        let again = try reopened()
        await #expect(throws: VaultError.missing(digests[2])) { try await again.read(digests[2]) }
        #expect(try await put(tails, into: again) == digests)
        #expect(try size("000001.pack") == Self.first + 2 * 3096 + left, "what stands in a pack is not touched")
        for vault in [again, try reopened()] {
            for (digest, tail) in zip(digests, tails) { #expect(try await vault.read(digest) == prefix.bytes + tail) }
        }
    }

    enum Harm: String, CaseIterable { case gone, short, torn, strange, tooLong }

    @Test(arguments: Harm.allCases)
    func `a list that a crash or a stranger spoilt is made up for`(harm: Harm) async throws {
        let tails = try tails(5)
        let digests = try await put(tails, into: vault)
        switch harm {
        case .gone: try FileManager.default.removeItem(atPath: packs + "/000001.list")
        case .short: try change("000001.list") { $0.removeLast(2 * 48) }
        case .torn: try change("000001.list") { $0.removeLast(30) }
        case .strange: try change("000001.list") { $0[48 + 3] ^= 0xFF }
        case .tooLong: try change("000001.list") { $0 += Data(repeating: 0x7F, count: 48) }
        }
        let more = try self.tails(2)
        let first = try reopened()
        for (digest, tail) in zip(digests, tails) { #expect(try await first.read(digest) == prefix.bytes + tail) }
        let second = try reopened()
        let others = try await put(more, into: second)
        #expect(try size("000001.list") == 8 * 48)
        let third = try reopened()
        for (digest, tail) in zip(digests + others, tails + more) {
            #expect(try await third.read(digest) == prefix.bytes + tail)
        }
    }

    @Test func `two programs put into one vault, and each finds what the other kept`() async throws {
        let other = try reopened()
        let tails = try tails(40, of: 500)
        var digests: [SHA256Digest] = []
        for (index, tail) in tails.enumerated() {
            digests += try await put([tail], into: index.isMultiple(of: 2) ? vault : other)
        }
        for vault in [vault, other, try reopened()] {
            for (digest, tail) in zip(digests, tails) { #expect(try await vault.read(digest) == prefix.bytes + tail) }
        }
        #expect(try size("000001.pack") == Self.first + 40 * 596)
    }

    @Test func `64 that put at once lose nothing`() async throws {
        let (tails, prefix, vaults) = (try tails(64), prefix, [vault, try reopened()])
        let digests = try await withThrowingTaskGroup { group in
            for (index, tail) in tails.enumerated() {
                group.addTask { try await vaults[index % 2].put(.tail(tail, behind: prefix)) }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(digests == Set(tails.map { SHA256Digest(of: prefix.bytes + $0) }))
        let again = try reopened()
        for tail in tails { #expect(try await again.read(prefix.digest(followedBy: tail)) == prefix.bytes + tail) }
        #expect(try size("000001.pack") == Self.first + 64 * 3096)
    }

    @Test func `a pack that is large enough is followed by another`() async throws {
        let small = try DocumentVault(at: folder.path + "/documents", packLimit: 10_000)
        let tails = try tails(12)
        var digests: [SHA256Digest] = []
        for tail in tails { digests += try await put([tail], into: small) }
        #expect(try folder.files().filter { $0.hasSuffix(".pack") }.count == 4)
        for vault in [small, vault, try reopened()] {
            for (digest, tail) in zip(digests, tails) { #expect(try await vault.read(digest) == prefix.bytes + tail) }
        }
    }

    @Test func `a prefix that is gone or damaged is named, and comes back with the next document`() async throws {
        let digest = try await put(tails(1), into: vault)[0]
        let file = "\(folder.path)/documents/\(prefix.digest.hex.prefix(2))/\(prefix.digest.hex.dropFirst(2))"
        try FileManager.default.removeItem(atPath: file)
        let again = try reopened()
        await #expect(throws: VaultError.missing(prefix.digest)) { try await again.read(digest) }
        _ = try await put(tails(1), into: again)
        #expect(try await again.read(digest).count == prefix.bytes.count + 3000)
    }

    /// Half of it is the same in all of them, half is its own.
    private func kindred(_ count: Int) throws -> [[UInt8]] {
        let common = try SecureRandom.bytes(6000)
        return try (0..<count).map { _ in
            try common[..<2000] + SecureRandom.bytes(3000) + common[2000...] + SecureRandom.bytes(3000)
        }
    }

    @Test func `tails that are alike are kept as what they do not have in common`() async throws {
        let other = try #require(HashedPrefix([UInt8](repeating: 0x41, count: 6400)))
        let tails = try kindred(20)
        let digests = try await vault.putAll(tails.map { .tail($0, behind: other) })
        #expect(try size("000001.pack") < Self.first * 2 + 19 * 6200)
        let again = try reopened()
        for (digest, tail) in zip(digests, tails) { #expect(try await again.read(digest) == other.bytes + tail) }
        let more = try await again.put(.tail(tails[3] + [7], behind: other))
        #expect(try await vault.read(more) == other.bytes + tails[3] + [7])
        #expect(try folder.files().filter { $0.hasSuffix(".model") }.count == 2, "one model behind each prefix")
    }

    @Test(arguments: [true, false])
    func `a model that is gone or damaged is named, and another takes its place`(isGone: Bool) async throws {
        let tails = try kindred(3)
        let other = try #require(HashedPrefix([UInt8](repeating: 0x41, count: 6400)))
        let digests = try await vault.putAll(tails.map { .tail($0, behind: other) })
        let model = SHA256Digest(of: tails[0])
        let file = "\(folder.path)/documents/\(model.hex.prefix(2))/\(model.hex.dropFirst(2))"
        if isGone {
            try FileManager.default.removeItem(atPath: file)
        } else {
            try Data(tails[1]).write(to: URL(filePath: file))
        }
        let again = try reopened()
        let wanted = isGone ? VaultError.missing(model) : .damaged(model, found: SHA256Digest(of: tails[1]))
        await #expect(throws: wanted) { try await again.read(digests[2]) }
        let last = try await again.put(.tail(tails[2] + [7], behind: other))
        #expect(try await reopened().read(last) == other.bytes + tails[2] + [7])
        try await again.put(tails[0])
        #expect(try await reopened().read(digests[2]) == other.bytes + tails[2])
    }

    @Test func `a digest that no pack has is missing`() async throws {
        _ = try await put(tails(2), into: vault)
        let digest = SHA256Digest(of: "tiada")
        await #expect(throws: VaultError.missing(digest)) { try await vault.read(digest) }
        await #expect(throws: VaultError.missing(digest)) { try await vault.size(of: digest) }
    }

    @Test func `packs that were taken away are told of, and what was kept is there when they are back`() async throws {
        let tails = try tails(2)
        let digests = try await put(tails, into: vault)
        try FileManager.default.moveItem(atPath: packs, toPath: packs + "-away")
        try Data().write(to: URL(filePath: packs))
        let more = try self.tails(2)
        await #expect(throws: VaultError.self) { try await put(more, into: vault) }
        await #expect(throws: VaultError.self) { try await vault.read(digests[0]) }
        try FileManager.default.removeItem(atPath: packs)
        try FileManager.default.moveItem(atPath: packs + "-away", toPath: packs)
        #expect(try await put(more + tails, into: vault).suffix(2) == digests)
        for vault in [vault, try reopened()] {
            for (digest, tail) in zip(digests, tails) { #expect(try await vault.read(digest) == prefix.bytes + tail) }
        }
    }
}
