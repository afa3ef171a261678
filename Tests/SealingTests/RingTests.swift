import Foundation
import Testing

@testable import Sealing

@Suite struct `The ring of keys` {
    private let host = "sijil.example.my"

    @Test func `is made once, whole, and readable by its owner only`() throws {
        let place = try Place()
        defer { place.remove() }
        #expect(try place.found())
        let ring = try place.folder.ring()
        #expect(try !place.found())
        #expect(try place.folder.ring().records == ring.records)
        #expect(Set(ring.records.map(\.use)) == Set(KeyUse.allCases))
        #expect(ring.origin == "\(host)/log")
        for file in try FileManager.default.contentsOfDirectory(atPath: place.folder.path) {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(place.folder.path)/\(file)")
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(file)")
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: place.folder.path)
        #expect(attributes[.posixPermissions] as? Int == 0o700)
    }

    @Test func `is made by one of eight that begin at once, and the others find it`() async throws {
        let place = try Place()
        defer { place.remove() }
        let made = await withTaskGroup(of: Bool?.self) { group in
            for _ in 0..<8 { group.addTask { try? place.found() } }
            return await group.reduce(into: [Bool?]()) { $0.append($1) }
        }
        #expect(made.filter { $0 == true }.count == 1)
        #expect(try place.folder.ring().records.count == 3)
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.root) == ["keys"])
    }

    @Test(arguments: KeyUse.allCases)
    func `keeps the public side of a key that was replaced`(use: KeyUse) throws {
        let place = try Place()
        defer { place.remove() }
        _ = try place.found()
        let before = try place.folder.ring()
        let key = try place.folder.rotate(use, host: host, organisation: "Akademi Contoh", now: 2_000_000_000)
        let after = try place.folder.ring()
        #expect(after.records(for: use).map(\.id) == before.records(for: use).map(\.id) + [key.id])
        #expect(after.records(for: use).map(\.until) == [2_000_000_000, nil])
        #expect((after.claims.keyID == before.claims.keyID) == (use != .claims))
        #expect((after.note.key == before.note.key) == (use != .log))
        #expect(after.origin == before.origin)
    }

    @Test func `takes an organisation's own certificate, and no other key's`() throws {
        let place = try Place()
        defer { place.remove() }
        _ = try place.found()
        let authority = try PrivateAuthority.found(name: "CA", organisation: "Jabatan Contoh", now: 1_900_000_000)
        let key = try PEMKey.generate(.es256)
        let chain = try authority.vouch(for: key, name: "Meterai", organisation: "Jabatan Contoh", now: 1_900_000_000)
        let other = try PEMKey.generate(.es256)
        #expect(throws: SealingProblem.wrongCertificate) {
            try place.folder.take(key: other.pem, chain: chain, now: 2_000_000_000)
        }
        let record = try place.folder.take(key: key.pem, chain: chain, now: 2_000_000_000)
        #expect(record.certificates.count == 2)
        #expect(try place.folder.ring().records(for: .document).last == record)
        #expect(throws: SealingProblem.self) { try place.folder.take(key: key.pem, chain: chain, now: 2_000_000_001) }
        #expect(throws: SealingProblem.self) {
            try place.folder.take(key: PEMKey.generate(.ed25519).pem, chain: chain, now: 2_000_000_001)
        }
    }

    @Test func `is refused when others may read it, or when a part is missing`() throws {
        let place = try Place()
        defer { place.remove() }
        #expect(throws: SealingProblem.self) { try place.folder.ring() }
        _ = try place.found()
        let key = "\(place.folder.path)/\(try #require(place.folder.records().first).file)"
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: key)
        #expect(throws: SealingProblem.file(key, "others may read it; take that away with chmod 600")) {
            try place.folder.ring()
        }
        try FileManager.default.removeItem(atPath: key)
        #expect(throws: SealingProblem.self) { try place.folder.ring() }
        try Data("[".utf8).write(to: URL(filePath: "\(place.folder.path)/keys.json"))
        #expect(throws: SealingProblem.file("\(place.folder.path)/keys.json", "not a list of keys")) {
            try place.folder.ring()
        }
    }

    /// A folder of its own for one test.
    private struct Place: Sendable {
        let root: String
        var folder: KeyFolder { KeyFolder("\(root)/keys") }

        init() throws {
            root = FileManager.default.temporaryDirectory.appending(path: "ring-\(UUID().uuidString)").path
            try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        }

        func found() throws -> Bool {
            try folder.found(host: "sijil.example.my", organisation: "Akademi Contoh", now: 1_767_225_600)
        }

        func remove() { try? FileManager.default.removeItem(atPath: root) }
    }
}
