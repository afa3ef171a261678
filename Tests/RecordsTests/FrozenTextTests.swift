import Attestation
import Testing

@testable import Records

@Suite struct FrozenTextTests {
    @Test func `is what Foundation writes, whatever the letters`() throws {
        var face = Sample.certificate(1).face
        for text in [face.holder, "R. KUMAR A/L \"S\" \\ é 陳", "முத்து 👩🏽‍🚒", "", "a\u{7F}b"] {
            face.holder = text
            #expect(try FrozenText.of(face) == JSONColumn.text(face))
        }
        let record = Sample.certificate(2)
        #expect(try FrozenText.of(record.evidence) == JSONColumn.text(record.evidence))
        #expect(try FrozenText.of(record.fonts) == JSONColumn.text(record.fonts))
        #expect(FrozenText.of([Evidence]()) == "[]")
    }

    @Test func `brings every letter back`() throws {
        var face = Sample.certificate(1).face
        face.venue = String(String.UnicodeScalarView((0..<0x80).compactMap { Unicode.Scalar($0) }))
        #expect(JSONTree(FrozenText.of(face)).flatMap(CertificateFace.init) == face)
    }
}
