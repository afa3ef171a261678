import Digests
import Foundation
import Testing
import Vault

@Suite struct DocumentVaultTests {
    let folder: TemporaryFolder
    let vault: DocumentVault

    init() throws {
        folder = try TemporaryFolder()
        vault = try DocumentVault(at: folder.path + "/documents")
    }

    private func file(of digest: SHA256Digest) -> String {
        "\(folder.path)/documents/\(digest.hex.prefix(2))/\(digest.hex.dropFirst(2))"
    }

    @Test(arguments: [0, 1, 4096, 65_536, 1_000_003])
    func `a document comes back byte for byte, under the digest of its bytes`(count: Int) async throws {
        let bytes = try SecureRandom.bytes(count)
        let digest = try await vault.put(bytes)
        #expect(digest == SHA256Digest(of: bytes))
        #expect(try await vault.read(digest) == bytes)
        #expect(try await vault.size(of: digest) == count)
        #expect(FileManager.default.contents(atPath: file(of: digest)).map { [UInt8]($0) } == bytes)
    }

    @Test func `putting the same bytes again changes nothing`() async throws {
        let bytes = Array("Sijil Penyertaan".utf8)
        let digest = try await vault.put(bytes)
        let first = try FileManager.default.attributesOfItem(atPath: file(of: digest))
        #expect(try await vault.put(bytes) == digest)
        let second = try FileManager.default.attributesOfItem(atPath: file(of: digest))
        #expect(first[.systemFileNumber] as? Int == second[.systemFileNumber] as? Int)
        #expect(try folder.files().count == 1)
    }

    @Test func `64 that put the same bytes at once leave one file and no draft`() async throws {
        let bytes = try SecureRandom.bytes(50_000)
        let digests = try await withThrowingTaskGroup { group in
            for _ in 0..<64 { group.addTask { try await vault.put(bytes) } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(digests == [SHA256Digest(of: bytes)])
        #expect(try folder.files().count == 1)
    }

    @Test func `many documents are kept together, in their order, and repeats once`() async throws {
        var documents = try (0..<100).map { _ in try SecureRandom.bytes(1000) }
        documents.append(documents[7])
        let digests = try await vault.putAll(documents)
        #expect(digests == documents.map { SHA256Digest(of: $0) })
        #expect(try folder.files().count == 100)
        for (digest, bytes) in zip(digests, documents) { #expect(try await vault.read(digest) == bytes) }
    }

    @Test func `a digest that nobody put is missing`() async throws {
        let digest = SHA256Digest(of: "tiada")
        await #expect(throws: VaultError.missing(digest)) { try await vault.read(digest) }
        await #expect(throws: VaultError.missing(digest)) { try await vault.size(of: digest) }
    }

    @Test func `a damaged document is never given out whole, and can be put again`() async throws {
        let bytes = Array("Telah mengikuti dengan jayanya".utf8)
        let digest = try await vault.put(bytes)
        var damaged = bytes
        damaged[3] ^= 1
        try Data(damaged).write(to: URL(filePath: file(of: digest)))
        await #expect(throws: VaultError.damaged(digest, found: SHA256Digest(of: damaged))) {
            try await vault.read(digest)
        }
        try await vault.put(bytes)
        #expect(try await vault.read(digest) == bytes)
    }

    @Test func `a range gives its bytes, clamped to the document`() async throws {
        let bytes = try SecureRandom.bytes(10_000)
        let document = try await vault.open(vault.put(bytes))
        #expect(document.size == 10_000)
        #expect(try await document.read(0..<10) == Array(bytes[0..<10]))
        #expect(try await document.read(9_990..<20_000) == Array(bytes[9_990...]))
        #expect(try await document.read(20_000..<20_001) == [])
    }

    @Test(arguments: [1000, 4096, 10_000, 65_536])
    func `pieces make the document, and a range of it`(piece: Int) async throws {
        let bytes = try SecureRandom.bytes(10_000)
        let document = try await vault.open(vault.put(bytes))
        var whole: [UInt8] = []
        try await document.forEachPiece(upTo: piece) { part in
            #expect(part.count <= piece)
            whole += part
        }
        #expect(whole == bytes)
        var middle: [UInt8] = []
        try await document.forEachPiece(of: 500..<9_501, upTo: piece) { middle += $0 }
        #expect(middle == Array(bytes[500..<9_501]))
    }

    @Test func `a vault opens again with what it held, and only its owner can look in`() async throws {
        let digest = try await vault.put([1, 2, 3])
        let again = try DocumentVault(at: folder.path + "/documents")
        #expect(try await again.read(digest) == [1, 2, 3])
        let attributes = try FileManager.default.attributesOfItem(atPath: file(of: digest))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `drafts of a crash go at the next opening, those at work stay`() async throws {
        let drafts = folder.path + "/documents/tmp"
        for name in ["old", "new"] { try Data([1]).write(to: URL(filePath: "\(drafts)/\(name)")) }
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -7200)], ofItemAtPath: "\(drafts)/old")
        _ = try DocumentVault(at: folder.path + "/documents")
        #expect(try folder.files() == ["documents/tmp/new"])
    }

    @Test func `a folder that cannot be made is named`() throws {
        let path = folder.path + "/a/b"
        #expect(throws: VaultError.folderMissing(path: path)) { try DocumentVault(at: path) }
        #expect("\(VaultError.full(path: path))" == "there is no space left for \(path)")
    }

    @Test(arguments: [1, 40])
    func `a vault whose folder was taken away says so, and keeps nothing by halves`(count: Int) async throws {
        try FileManager.default.removeItem(atPath: folder.path + "/documents/tmp")
        let documents = try (0..<count).map { _ in try SecureRandom.bytes(100) }
        let error = await #expect(throws: VaultError.self) { try await vault.putAll(documents) }
        #expect(error.map { if case .folderMissing = $0 { true } else { false } } == true)
        #expect(try folder.files().isEmpty)
    }
}
