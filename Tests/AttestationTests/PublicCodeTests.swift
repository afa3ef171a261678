import Attestation
import Testing

@Suite struct PublicCodeTests {
    @Test func `eighty bits become sixteen characters`() {
        #expect(PublicCode(random: [UInt8](repeating: 0, count: 10)).text == "0000000000000000")
        #expect(PublicCode(random: [UInt8](repeating: 255, count: 10)).text == "ZZZZZZZZZZZZZZZZ")
        #expect(
            PublicCode(random: [0x00, 0x44, 0x32, 0x14, 0xC7, 0x42, 0x54, 0xB6, 0x35, 0xCF]).text == "0123456789ABCDEF")
    }

    @Test(arguments: [
        "0123456789ABCDEF", "0123-4567-89AB-CDEF", "0123 4567 89ab cdef", "o123456789abcdef", "OI23456789ABCDEF",
        "ol23-4567-89ab-cdef",
    ])
    func `a code is read as people type it`(typed: String) {
        #expect(PublicCode(parsing: typed)?.text == "0123456789ABCDEF")
    }

    @Test(arguments: [
        "", "0123456789ABCDE", "0123456789ABCDEFG", "0123456789ABCDEU", "0123456789ABCDÉF", "../../etc/passwd",
    ])
    func `what is no code is refused`(typed: String) {
        #expect(PublicCode(parsing: typed) == nil)
    }

    @Test func `a code is printed in groups of four`() {
        #expect(PublicCode(parsing: "0123456789ABCDEF")?.grouped == "0123-4567-89AB-CDEF")
    }
}

@Suite struct SerialTests {
    @Test(arguments: [
        (2026, 1, "AKMAL/2026/000001"), (2026, 999_999, "AKMAL/2026/999999"), (2027, 1_000_000, "AKMAL/2027/1000000"),
    ])
    func `a serial prints and reads back`(year: Int, number: Int, text: String) {
        #expect(Serial(year: year, number: number).text == text)
        #expect(Serial(parsing: text) == Serial(year: year, number: number))
        #expect(Serial(parsing: text.lowercased()) == Serial(year: year, number: number))
    }

    @Test func `a corrected certificate keeps its number and gets the next version`() {
        let next = Serial(year: 2026, number: 12).next
        #expect(next.text == "AKMAL/2026/000012-2")
        #expect(Serial(parsing: next.text) == next)
        #expect(next.next.text == "AKMAL/2026/000012-3")
        #expect(Serial(year: 2026, number: 12) < next)
        #expect(next < Serial(year: 2026, number: 13))
    }

    @Test(arguments: [
        "AKMAL/2026/000001-1", "AKMAL/2026/000001-02", "AKMAL/2026/000001-", "AKMAL/2026/000001-2-3",
        "AKMAL/2026/000001-100", "AKMAL/2026/-2", "AKMAL/2026/1", "AKMAL/26/000001", "AKMAL/2026/000000",
        "XKMAL/2026/000001", "AKMAL/2026/00000A", "",
    ])
    func `what is no serial is refused`(text: String) {
        #expect(Serial(parsing: text) == nil)
    }
}

@Suite struct VerificationLinkTests {
    private let code = PublicCode(random: [0x00, 0x44, 0x32, 0x14, 0xC7, 0x42, 0x54, 0xB6, 0x35, 0xCF])

    @Test func `the text of the QR code is in capitals and alphanumeric mode's characters`() {
        let text = VerificationLink(host: "Sijil.Example.my:8080", code: code).qrText
        #expect(text == "HTTPS://SIJIL.EXAMPLE.MY:8080/V/0123456789ABCDEF")
        let allowed = Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
        #expect(text.allSatisfy { allowed.contains($0) })
    }

    @Test(arguments: [
        "HTTPS://SIJIL.EXAMPLE.MY/V/0123456789ABCDEF", "https://other.example/v/0123-4567-89ab-cdef?lang=en",
        "https://sijil.example.my/v/0123456789ABCDEF#123456", " 0123 4567 89AB CDEF ",
        "sijil.example.my/v/o123456789abcdef",
    ])
    func `a code is found in what was scanned or pasted`(text: String) {
        #expect(VerificationLink.code(in: text) == code)
    }

    @Test(arguments: [
        "https://sijil.example.my/v/", "https://sijil.example.my/x/0123456789ABCDEF", "", "https://a/v/123", "#", "?",
    ])
    func `no code is found where there is none`(text: String) {
        #expect(VerificationLink.code(in: text) == nil)
    }
}

@Suite struct CertificateFaceTests {
    @Test func `the names that templates may use are the names that a face has`() {
        let face = CertificateFace(
            holder: "A", maskedMyKad: "", courseCode: "K", courseMalay: "B", courseEnglish: "", datesMalay: "",
            datesEnglish: "",
            days: 1, hours: "6", venue: "", organiserMalay: "", organiserEnglish: "", issuedMalay: "",
            issuedEnglish: "",
            serial: "", code: "", host: "", signatories: [])
        #expect(Set(face.fields.keys) == CertificateFace.fieldNames)
    }
}
