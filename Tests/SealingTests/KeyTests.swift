import Attestation
import OtherPrograms
import Testing

@testable import Sealing

@Suite struct `A key` {
    private let message = Array("Sijil AKMAL/2026/000001".utf8)

    @Test(arguments: [SignatureAlgorithm.es256, .ed25519])
    func `signs what its public key then verifies, and nothing else`(algorithm: SignatureAlgorithm) throws {
        let key = try PEMKey.generate(algorithm)
        let judge = try VerificationKey(publicKey: key.publicKey)
        let signature = try key.signature(of: message)
        #expect(signature.count == 64)
        #expect(judge.verifies(signature, of: message))
        #expect(!judge.verifies(signature, of: message + [0]))
        for bit in 0..<512 {
            var forged = signature
            forged[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(!judge.verifies(forged, of: message))
        }
        #expect(!judge.verifies([], of: message))
        #expect(try !VerificationKey(publicKey: PEMKey.generate(algorithm).publicKey).verifies(signature, of: message))
    }

    @Test(arguments: [SignatureAlgorithm.es256, .ed25519])
    func `is the same key after it was kept`(algorithm: SignatureAlgorithm) throws {
        let key = try PEMKey.generate(algorithm)
        let again = try PEMKey(pem: key.pem)
        #expect(again.publicKey == key.publicKey)
        #expect(again.algorithm == algorithm)
    }

    @Test func `of RSA is read from others' files`() throws {
        let openssl = try OpenSSL()
        defer { openssl.remove() }
        _ = try openssl("genrsa", "-out", "rsa.pem", "2048")
        let key = try PEMKey(pem: openssl.text("rsa.pem"))
        #expect(key.algorithm == .rs256)
        let signature = try key.signature(of: message)
        #expect(signature.count == 256)
        #expect(try VerificationKey(publicKey: key.publicKey).verifies(signature, of: message))
    }

    @Test(arguments: [
        ("genrsa", "1024", "RSA"), ("P-384", "P-384", "id-ecPublicKey"), ("locked", "locked", ""),
    ])
    func `that is weak, odd or locked is refused`(kind: String, size: String, name: String) throws {
        let openssl = try OpenSSL()
        defer { openssl.remove() }
        switch kind {
        case "genrsa": _ = try openssl("genrsa", "-out", "key.pem", size)
        case "locked":
            _ = try openssl("genpkey", "-algorithm", "ED25519", "-aes256", "-pass", "pass:x", "-out", "key.pem")
        default: _ = try openssl("ecparam", "-name", "secp384r1", "-genkey", "-noout", "-out", "key.pem")
        }
        #expect(throws: SealingProblem.self) { try PEMKey(pem: openssl.text("key.pem")) }
    }

    @Test(arguments: ["", "nonsense", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
    func `is not read from what is none`(text: String) {
        #expect(throws: SealingProblem.unreadable("private key")) { try PEMKey(pem: text) }
        #expect(throws: SealingProblem.unreadable("certificate")) { try CertificateChain(pem: text) }
    }

    @Test func `signs from many threads at once`() async throws {
        let key = try PEMKey.generate(.es256)
        let judge = try VerificationKey(publicKey: key.publicKey)
        let message = message
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<64 { group.addTask { judge.verifies(try key.signature(of: message), of: message) } }
            for try await holds in group { #expect(holds) }
        }
    }

    @Test func `has its signature in two forms`() throws {
        for zeros in 0...31 {
            let half = [UInt8](repeating: 0, count: zeros) + [UInt8](repeating: 0xFF, count: 32 - zeros)
            let pair = try #require(ECDSASignature(bytes: half + half))
            #expect(ECDSASignature(der: pair.der)?.bytes == half + half)
            #expect(ECDSASignature(der: pair.der + [0]) == nil)
            #expect(ECDSASignature(der: Array(pair.der.dropLast())) == nil)
        }
        #expect(ECDSASignature(bytes: [1]) == nil)
        #expect(ECDSASignature(der: []) == nil)
    }
}

@Suite struct `An authority of the academy's own` {
    private let now: Int64 = 1_779_408_000

    @Test func `vouches for a key so that others can follow it`() throws {
        let openssl = try OpenSSL()
        defer { openssl.remove() }
        let authority = try PrivateAuthority.found(name: "AKMAL2U Root", organisation: "Akademi Kastam", now: now)
        let key = try PEMKey.generate(.es256)
        let chain = try authority.vouch(for: key, name: "AKMAL2U Meterai", organisation: "Akademi Kastam", now: now)
        try openssl.put(authority.certificate, "root.pem")
        try openssl.put(chain, "chain.pem")
        let time = String(now + 86_400)
        let checked = try openssl("verify", "-attime", time, "-x509_strict", "-CAfile", "root.pem", "chain.pem")
        #expect(checked.printed == "chain.pem: OK\n")
        let read = try CertificateChain(pem: chain, for: key)
        #expect(read.certificates.count == 2)
        #expect(throws: SealingProblem.wrongCertificate) {
            try CertificateChain(pem: chain, for: PEMKey.generate(.es256))
        }
    }
}

@Suite struct `What the academy signs` {
    @Test func `are a certificate's claims, under the key they name`() throws {
        let key = try PEMKey.generate(.es256)
        let signer = try ClaimsSigner(key, publicKey: key.publicKey)
        let claims = CertificateClaims(
            issuedAt: 1, code: PublicCode(random: Array(1...10)), serial: Serial(year: 2026, number: 1),
            holder: "ALI @ MAT BIN ABU", course: "Kursus", dates: "9 Mac 2026")
        let signed = try signer.sign(claims)
        #expect(signed.keyID == signer.keyID)
        #expect(try VerificationKey(publicKey: key.publicKey).verifies(signed))
        #expect(try !VerificationKey(publicKey: PEMKey.generate(.es256).publicKey).verifies(signed))
        #expect(throws: SealingProblem.self) {
            let other = try PEMKey.generate(.ed25519)
            _ = try ClaimsSigner(other, publicKey: other.publicKey)
        }
    }

    @Test func `are the log's checkpoints, under its name`() throws {
        let key = try PEMKey.generate(.ed25519)
        let signer = try NoteSigner(key, name: "akmal2u.example/log", publicKey: key.publicKey)
        let checkpoint = LogCheckpoint(origin: "akmal2u.example/log", size: 1, root: MerkleHash.leaf([1]))
        let note = try signer.sign(checkpoint.body)
        let judge = try VerificationKey(publicKey: key.publicKey)
        let read = try #require(SignedNote(text: note.text))
        #expect(judge.verifies(read, as: signer.key))
        #expect(!judge.verifies(read, as: NoteKey(name: "other", publicKey: signer.key.publicKey)))
        let later = LogCheckpoint(origin: "akmal2u.example/log", size: 2, root: MerkleHash.leaf([1]))
        #expect(!judge.verifies(SignedNote(body: later.body, signatures: note.signatures), as: signer.key))
    }
}
