import Attestation
import SeededRandom
import Testing

@Suite struct `A decimal text` {
    @Test func `keeps every byte, leading zeros too`() {
        var random = SplitMix(seed: 7)
        #expect(DecimalText.text(of: []) == "1")
        #expect(DecimalText.text(of: [0]) == "256")
        #expect(DecimalText.text(of: [255, 255]) == "131071")
        for count in 0...300 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(DecimalText.bytes(of: DecimalText.text(of: bytes)) == bytes)
            let zeros = [UInt8](repeating: 0, count: count)
            #expect(DecimalText.bytes(of: DecimalText.text(of: zeros)) == zeros)
        }
    }

    @Test(arguments: [
        "", "0", "2", "0256", "-1", "+256", "25 6", "٢٥٦", "12a", "512", String(repeating: "1", count: 5000),
    ])
    func `that nobody wrote is refused`(text: String) {
        #expect(DecimalText.bytes(of: text) == nil)
    }
}

@Suite struct `Signed claims` {
    private let claims = CertificateClaims(
        issuedAt: 1_779_408_000, code: PublicCode(random: Array(1...10)), serial: Serial(year: 2026, number: 1),
        holder: "NUR AISYAH BINTI YA'KOB", course: "Kursus Induksi Perkhidmatan Kastam", dates: "18 – 20 Mei 2026")

    private func signed(_ payload: [UInt8]) -> SignedClaims {
        SignedClaims(keyID: [9, 8], payload: payload, signature: [UInt8](repeating: 5, count: 64))
    }

    @Test func `are read as they were written`() throws {
        let bytes = signed(claims.cbor.encoded).encoded
        let read = try #require(SignedClaims(encoded: bytes))
        #expect(read.claims == claims)
        #expect(read.keyID == [9, 8])
        #expect(read.encoded == bytes)
    }

    @Test func `tell the version of a corrected certificate, and of no other`() throws {
        let corrected = CertificateClaims(
            issuedAt: claims.issuedAt, code: claims.code, serial: claims.serial.next, holder: claims.holder,
            course: claims.course, dates: claims.dates)
        #expect(CertificateClaims(cbor: corrected.cbor) == corrected)
        guard case .map(var entries) = claims.cbor, case .array(let face) = entries[2].value else {
            Issue.record("the claims are no map")
            return
        }
        for told in [CBORValue.integer(1), .integer(0), .integer(100), .text("2")] {
            entries[2] = .init(entries[2].key, .array(face + [told]))
            #expect(CertificateClaims(cbor: .map(entries)) == nil)
        }
    }

    /// RFC 9052, 4.4: context, protected header, external data, payload.
    @Test func `are signed over COSE's structure`() {
        let bytes = SignedClaims.toBeSigned(payload: [0xA0], keyID: [9, 8])
        #expect(bytes.hex == "84" + "6a5369676e617475726531" + "47a2012604420908" + "40" + "41a0")
    }

    @Test func `are small enough for a QR code of version 11`() {
        let text = DecimalText.text(of: signed(claims.cbor.encoded).encoded)
        // Version 11, M holds 604 digits; some 60 characters of address take the room of about 100.
        #expect(text.utf8.count < 500)
    }

    @Test func `hold their code's eighty bits`() {
        #expect(PublicCode(parsing: "7K3QW9TZ4M2X8HBC").map { PublicCode(bytes: $0.bytes)?.text } == "7K3QW9TZ4M2X8HBC")
        #expect(claims.code.bytes == Array(1...10))
        #expect(PublicCode(bytes: Array(1...9)) == nil)
    }

    @Test func `changed in any bit are others or none`() throws {
        let bytes = signed(claims.cbor.encoded).encoded
        let genuine = try #require(SignedClaims(encoded: bytes))
        for bit in 0..<bytes.count * 8 {
            var forged = bytes
            forged[bit / 8] ^= 1 << UInt8(bit % 8)
            guard let read = SignedClaims(encoded: forged) else { continue }
            #expect(read.toBeSigned != genuine.toBeSigned || read.signature != genuine.signature)
        }
    }

    @Test func `with a claim too many, too few or of another kind are none`() {
        guard case .map(let entries) = claims.cbor else {
            Issue.record("the claims are no map")
            return
        }
        let more = CBORValue.map(of: entries + [.init(.integer(1), .text("issuer"))])
        #expect(CertificateClaims(cbor: more) == nil)
        for place in entries.indices {
            #expect(
                CertificateClaims(cbor: .map(entries.enumerated().filter { $0.offset != place }.map(\.element))) == nil)
            let other = entries.enumerated().map { $0.offset == place ? .init($0.element.key, .text("?")) : $0.element }
            #expect(CertificateClaims(cbor: .map(other)) == nil)
        }
        #expect(CertificateClaims(cbor: .array([])) == nil)
    }
}
