import Digests
import OtherPrograms
import PDFObjects
import Testing

@testable import Sealing

@Suite struct `A sealed document` {
    private let authority: PrivateAuthority
    private let key: SealingKey

    init() throws {
        authority = try PrivateAuthority.found(name: "AKMAL2U Root", organisation: "Akademi", now: 1_700_000_000)
        let own = try PEMKey.generate(.es256)
        let chain = try authority.vouch(for: own, name: "Meterai", organisation: "Akademi", now: 1_700_000_000)
        key = SealingKey(signer: own, chain: try CertificateChain(pem: chain, for: own))
    }

    /// A page of nothing with a place for a signature.
    static func file(capacity: Int = 4000) throws -> UnsealedFile {
        let page: PDFDictionary = [
            "Type": .name("Page"), "Parent": .reference(2),
            "MediaBox": .array([.integer(0), .integer(0), .integer(100), .integer(100)]),
        ]
        let document = PDFDocument(
            objects: [
                1: PDFObject(.dictionary(["Type": .name("Catalog"), "Pages": .reference(2)])),
                2: PDFObject(
                    .dictionary([
                        "Type": .name("Pages"), "Kids": .array([.reference(3)]), "Count": .integer(1),
                    ])),
                3: PDFObject(.dictionary(page)),
            ], trailer: ["Root": .reference(1)])
        return try document.written(
            identity: Array(1...16),
            for: SealPlace(
                capacity: capacity, name: "Meterai digital Akademi", reason: "Sijil", date: "2026-05-26T04:00:00Z"))
    }

    @Test func `is signed over every byte but its signature's place`() throws {
        let file = try Self.file()
        let bytes = try SealDocument(key)(file)
        #expect(bytes.count == file.bytes.count)
        let ranges = file.signedRanges
        #expect(ranges[0].lowerBound == 0 && ranges[1].upperBound == bytes.count)
        #expect(ranges[0].upperBound == file.slot.lowerBound && ranges[1].lowerBound == file.slot.upperBound)
        #expect(
            bytes[file.slot.lowerBound] == UInt8(ascii: "<") && bytes[file.slot.upperBound - 1] == UInt8(ascii: ">"))
        let text = String(decoding: bytes, as: UTF8.self)
        let numbers = try #require(text.firstMatch(of: /\/ByteRange \[(\d+) +(\d+) +(\d+) +(\d+) *\]/)).output
        let signed = [numbers.1, numbers.2, numbers.3, numbers.4].compactMap { Int($0) }
        #expect(signed == [0, ranges[0].count, ranges[1].lowerBound, ranges[1].count])
        for range in ranges { #expect(bytes[range].elementsEqual(file.bytes[range])) }
    }

    @Test func `has room for its signature, and little more`() throws {
        let signature = try DetachedSignature(over: SHA256Digest(of: [1]), by: key, DetachedSignature.form(of: key))
            .bytes
        let capacity = SealDocument(key).capacity
        #expect(signature.count <= capacity)
        #expect(capacity < signature.count + 1000)
    }

    @Test func `is accepted by another program, with exactly the attributes that the standard wants`() throws {
        let openssl = try OpenSSL()
        defer { openssl.remove() }
        let file = try Self.file()
        let content = file.signedRanges.flatMap { file.bytes[$0] }
        let signature = try DetachedSignature(over: SHA256Digest(of: content), by: key, DetachedSignature.form(of: key))
            .bytes
        try openssl.put(content, "content")
        try openssl.put(signature, "signature.der")
        try openssl.put(authority.certificate, "root.pem")
        let arguments = [
            "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "signature.der", "-content", "content",
            "-CAfile", "root.pem", "-purpose", "any", "-out", "copy",
        ]
        let checked = try openssl.run(arguments)
        #expect(checked.status == 0, "\(checked.printed)")
        let printed = try openssl("cms", "-cmsout", "-print", "-inform", "DER", "-in", "signature.der", "-noout")
            .printed
        let names = printed.matches(of: /object: ([A-Za-z0-9-]+) \(1\.2\.840\.113549\.1\.9/).map { String($0.1) }
        #expect(names.sorted() == ["contentType", "id-smime-aa-signingCertificateV2", "messageDigest"])
        try openssl.put(content + [10], "content")
        #expect(try openssl.run(arguments).status != 0)
    }

    @Test func `needs a place that is large enough`() throws {
        let document = try PDFDocument(reading: SealDocument(key)(Self.file()))
        let small = try document.written(
            identity: Array(1...16), for: SealPlace(capacity: 64, name: "a", reason: "b", date: "2026-05-26T04:00:00Z"))
        #expect(throws: SealingProblem.self) { try SealDocument(key)(small) }
    }

    @Test func `is never signed with a key for logs`() throws {
        let log = try PEMKey.generate(.ed25519)
        let wrong = SealingKey(signer: log, chain: key.chain)
        #expect(throws: SealingProblem.self) { try SealDocument(wrong)(Self.file()) }
    }
}

extension UnsealedFile {
    /// What a signature is over, in whole ranges of the file: told here once more, so that the product is held to it.
    fileprivate var signedRanges: [Range<Int>] { [0..<slot.lowerBound, slot.upperBound..<bytes.count] }
}
