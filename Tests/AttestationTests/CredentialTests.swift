import Digests
import Testing

@testable import Attestation

@Suite struct `A credential` {
    private let record = ProofSamples.record

    @Test func `says what is on the face, in bytes that never vary`() throws {
        let document = CredentialDocument(record, seconds: 1_780_000_000, status: StatusPlace(list: 3, index: 70_001))
        let text = String(decoding: document.payload, as: UTF8.self)
        #expect(
            text.hasPrefix(
                #"{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/"#))
        #expect(text.contains(#""id":"https://sijil.example.my:8443/v/7K3QW9TZ4M2X8HBC""#))
        #expect(text.contains(#""issuer":{"id":"did:web:sijil.example.my%3A8443""#))
        #expect(text.contains(#""identityHash":"NUR \"AISYAH\" BINTI AHMAD","identityType":"name","hashed":false"#))
        #expect(text.contains(#""licenseNumber":"AKMAL/2026/000001-2""#))
        #expect(text.contains(#""name":"Kursus Ujian / Test Course""#))
        #expect(
            text.contains(#""statusListIndex":"70001","statusListCredential":"https://sijil.example.my:8443/status/"#))
        #expect(text.hasSuffix(#""nbf":1780000000}"#))
        #expect(!text.contains("5677"))
    }

    @Test func `is read back as it was written, and nothing else is`() throws {
        let document = CredentialDocument(record, seconds: 1_780_000_000, status: StatusPlace(list: 3, index: 70_001))
        #expect(CredentialDocument(payload: document.payload) == document)
        let text = String(decoding: document.payload, as: UTF8.self)
        for (old, new) in [
            ("70001", "070001"), ("70001", "131072"), ("/v/7K3Q", "/v/7k3q"), ("\"revocation\"", "\"suspension\""),
            ("000001-2", "000001-1"), ("{\"@context\"", "{ \"@context\""), ("\"term\"", "\"extra\":1,\"term\""),
        ] {
            let forged = text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
            #expect(forged != text)
            #expect(CredentialDocument(payload: Array(forged.utf8)) == nil, "\(new)")
        }
    }

    @Test func `travels as a token of three parts`() throws {
        let token = CompactJWS(
            keyID: "did:web:sijil.example.my#0123456789abcdef", payload: Array("{}".utf8),
            signature: [UInt8](repeating: 0xFB, count: 64))
        #expect(token.text.hasPrefix("eyJhbGciOiJFUzI1NiIsImtpZCI6ImRpZDp3ZWI6c2lqaWwuZXhhbXBsZS5teSMw"))
        #expect(CompactJWS(text: token.text) == token)
        #expect(token.keyName == "0123456789abcdef")
        let parts = token.text.split(separator: ".").map(String.init)
        let none = Base64URL.text(Array(#"{"alg":"none","kid":"x","typ":"JWT"}"#.utf8))
        for forged in [
            "", parts[0], "\(none).\(parts[1]).\(parts[2])", "\(parts[0]).\(parts[1]).", token.text + "=",
            token.text + ".", "\(parts[0]).\(parts[1]).\(parts[2].dropLast())",
            "\(parts[0]).\(parts[1]).\(parts[2])A",
        ] { #expect(CompactJWS(text: forged) == nil, "\(forged)") }
    }

    @Test func `is written in JSON that needs no other escapes`() {
        let value = JSONText.object([
            .init("a", .array([.number(-1), .flag(true), .flag(false), .text("\u{1}\n\"\\é/")])),
            .init("b", .object([])),
        ])
        #expect(value.text == #"{"a":[-1,true,false,"\u0001\u000a\"\\é/"],"b":{}}"#)
    }
}

@Suite struct `A status list` {
    @Test func `has its first bit at the top of the first byte`() {
        var bits = StatusBits()
        #expect(bits.bytes.count == 16_384)
        bits[0] = true
        bits[9] = true
        bits[131_071] = true
        #expect(bits.bytes[0] == 0x80)
        #expect(bits.bytes[1] == 0x40)
        #expect(bits.bytes[16_383] == 0x01)
        #expect(bits == StatusBits(set: [0, 9, 131_071]))
        bits[9] = false
        #expect(!bits[9] && bits[0])
        #expect(StatusBits(bytes: [0]) == nil)
    }

    @Test func `tells by its payload whose and which it is`() throws {
        let list = StatusListDocument(
            host: "sijil.example.my:8443", purpose: .refresh, number: 2, from: 1_780_000_000, packed: [1, 2, 3])
        #expect(StatusListDocument(payload: list.payload) == list)
        let text = String(decoding: list.payload, as: UTF8.self)
        #expect(text.contains(#""validFrom":"2026-05-28T20:26:40Z","validUntil":"2026-06-27T20:26:40Z""#))
        #expect(text.contains(#""encodedList":"uAQID""#))
        #expect(StatusListDocument(payload: Array("{}".utf8)) == nil)
    }

    @Test func `has at most half of its places used`() {
        #expect(StatusPlace.list(ofLeaf: 0) == 1)
        #expect(StatusPlace.list(ofLeaf: 65_535) == 1)
        #expect(StatusPlace.list(ofLeaf: 65_536) == 2)
    }
}

@Suite struct `A leaf of the log` {
    @Test func `holds hashes, and is read only as it was written`() throws {
        let entry = LogEntry(
            kind: .suspended, at: "2026-05-28T20:26:40.000Z", credential: .init(of: "jws"),
            record: LogEntry.hash(salt: [1, 2], "statement"))
        #expect(entry.text.hasPrefix(#"{"v":1,"kind":"suspended","at":"2026-05-28T20:26:40.000Z","credential":""#))
        #expect(LogEntry(text: entry.text) == entry)
        #expect(LogEntry(text: entry.text + " ") == nil)
        #expect(LogEntry(text: entry.text.uppercased()) == nil)
        #expect(LogEntry(text: "") == nil)
        #expect(entry.record == .init(of: [1, 2] + Array("statement".utf8)))
    }

    @Test func `commits to every value of a certificate's row that stands still`() {
        let record = ProofSamples.record
        let statement = LogStatement.of(record, issuedBy: "admin")
        for value in record.face.fields.values where !value.isEmpty && !value.contains("\"") {
            #expect(statement.contains(value), "\(value)")
        }
        for value in [
            record.id, record.officer, record.course, record.kind, record.issuedAt, "admin", "P1", "confirmed",
        ] {
            #expect(statement.contains("\"\(value)\""), "\(value)")
        }
    }

    /// Leaves that were made years ago are judged by it.
    @Test func `is written in the order that it always had`() {
        let record = ProofSamples.record
        let face = record.face.fields.sorted { $0.key < $1.key }.map { JSONText.Member($0.key, .text($0.value)) }
        let signatories = record.face.signatories.map {
            JSONText.texts([
                "name": $0.name, "postMalay": $0.postMalay, "postEnglish": $0.postEnglish, "image": $0.image,
            ])
        }
        let evidence = record.evidence.map {
            JSONText.texts([
                "condition": $0.condition, "state": $0.state, "by": $0.by, "at": $0.at, "detail": $0.detail,
            ])
        }
        let template = JSONText.object([
            .init("id", .text(record.template.id)), .init("version", .number(Int64(record.template.version))),
            .init("sha256", .text(record.template.sha256)),
        ])
        let tree = JSONText.object([
            .init("id", .text(record.id)), .init("serial", .text(record.serial.text)),
            .init("code", .text(record.code.text)), .init("officer", .text(record.officer)),
            .init("course", .text(record.course)), .init("kind", .text(record.kind)),
            .init("issuedAt", .text(record.issuedAt)), .init("issuedBy", .text("ad\"min")),
            .init("face", .object(face + [.init("signatories", .array(signatories))])),
            .init("evidence", .array(evidence)), .init("template", template),
            .init("fonts", .array(record.fonts.map { .texts(["file": $0.file, "sha256": $0.sha256]) })),
        ])
        #expect(LogStatement.of(record, issuedBy: "ad\"min") == tree.text)
    }
}

@Suite struct `Tiles` {
    @Test(arguments: [1, 2, 255, 256, 257, 300, 600])
    func `are enough to append and to prove, and no more of them is asked for`(size: Int) throws {
        let tree = PlainTree(of: size)
        var frontier = MerkleFrontier()
        var tiles: [TileHashes.Place: [SHA256Digest]] = [:]
        for leaf in tree.leaves {
            for (position, hash) in frontier.append(leaf) where position.level.isMultiple(of: 8) {
                tiles[.init(level: position.level / 8, index: position.index / 256), default: []].append(hash)
            }
        }
        let edge = TileHashes(tiles.filter { TileHashes.edge(of: size).contains($0.key) })
        let resumed = try MerkleFrontier(size: size) { try edge.hash(at: $0) }
        #expect(resumed == frontier)
        for index in Set([0, size / 3, size / 2, size - 1]) {
            let way = TileHashes(tiles.filter { TileHashes.way(to: index, in: size).contains($0.key) })
            let prover = MerkleProver { (position) throws(TileHashes.Missing) in try way.hash(at: position) }
            #expect(try prover.inclusion(of: index, in: size) == tree.prover.inclusion(of: index, in: size))
        }
        #expect(throws: TileHashes.Missing(level: 0, index: 9)) {
            try edge.hash(at: MerklePosition(level: 1, index: 9 * 128))
        }
    }
}

enum ProofSamples {
    static let record = CertificateRecord(
        id: "c1", serial: Serial(year: 2026, number: 1, version: 2),
        code: PublicCode(parsing: "7K3Q-W9TZ-4M2X-8HBC") ?? PublicCode(random: [UInt8](repeating: 0, count: 10)),
        officer: "o1", course: "k1", kind: "participation", issuedAt: "2026-05-28T20:26:40.000Z",
        face: CertificateFace(
            holder: "NUR \"AISYAH\" BINTI AHMAD", maskedMyKad: "******-**-5677", courseCode: "AKMAL-UJI-001",
            courseMalay: "Kursus Ujian", courseEnglish: "Test Course", datesMalay: "18 Mei 2026",
            datesEnglish: "18 May 2026", days: 1, hours: "6", venue: "AKMAL, Melaka",
            organiserMalay: "Akademi Contoh", organiserEnglish: "Sample Academy", issuedMalay: "29 Mei 2026",
            issuedEnglish: "29 May 2026", serial: "AKMAL/2026/000001-2", code: "7K3Q-W9TZ-4M2X-8HBC",
            host: "sijil.example.my:8443",
            signatories: [.init(name: "P1", postMalay: "Pengarah", postEnglish: "Director")]),
        evidence: [Evidence(condition: "attendance", state: "confirmed", by: "p", at: "", detail: "")],
        template: TemplateReference(id: "certificates/participation", version: 1, sha256: "00"),
        fonts: [FontReference(file: "a.ttf", sha256: "11")])
}
