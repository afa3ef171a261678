import Attestation
import Drawing
import Foundation
import Testing
import Typesetting

@Suite struct RefusalTests {
    @Test func `a character that no font has is named with its field`() throws {
        let error = #expect(throws: PressError.self) { try Workshop.certificate(.sample("ALI ⴰ BIN ABU")) }
        #expect(error?.description.contains("holder: no font has the character U+2D30") == true)
    }

    @Test func `proving finds what drawing would`() throws {
        let press = try Workshop.press.get()
        let good = try Workshop.record(.sample(), number: 1, press: press)
        let bad = try Workshop.record(.sample("ALI 🙂"), number: 2, press: press)
        try press.prove(Workshop.entitlement(), good)
        #expect(throws: PressError.self) { try press.prove(Workshop.entitlement(), bad) }
    }

    @Test func `a signature that is not there is named`() throws {
        var face = CertificateFace.sample()
        face.signatories[0].image = "signatures/nobody.png"
        let error = #expect(throws: PressError.self) { try Workshop.certificate(face) }
        #expect(error?.description.contains("signatures/nobody.png") == true)
    }

    @Test func `a template that was changed after the record was made is refused`() throws {
        let press = try Workshop.press.get()
        let record = try Workshop.record(.sample(), number: 1, press: press)
        let older = CertificateRecord(
            id: record.id, serial: record.serial, code: record.code, officer: record.officer, course: record.course,
            kind: record.kind, issuedAt: record.issuedAt, face: record.face, evidence: [],
            template: TemplateReference(id: record.template.id, version: 1, sha256: String(repeating: "0", count: 64)),
            fonts: record.fonts)
        let error = #expect(throws: PressError.self) { try Workshop.certificate(older, by: press) }
        #expect(error?.description.contains("was changed after it had issued certificates") == true)
    }

    @Test func `other fonts than the record's are refused`() throws {
        let press = try Workshop.press.get()
        let record = try Workshop.record(.sample(), number: 1, press: press)
        let older = CertificateRecord(
            id: record.id, serial: record.serial, code: record.code, officer: record.officer, course: record.course,
            kind: record.kind, issuedAt: record.issuedAt, face: record.face, evidence: [], template: record.template,
            fonts: [])
        #expect(throws: PressError.self) { try Workshop.certificate(older, by: press) }
    }

    @Test(arguments: [0, -1, 9.9, 1e9, .infinity, .nan])
    func `a picture is not made of no dots or too many`(dpi: Double) throws {
        let press = try Workshop.press.get()
        let template = try press.newestTemplate(kind: "participation")
        #expect(throws: PressError.self) {
            try press.specimen(template: template, values: SpecimenValues(), as: .png(dpi: dpi))
        }
    }

    @Test func `an unknown kind is refused with those that there are`() throws {
        let error = #expect(throws: PressError.self) { try Workshop.press.get().newestTemplate(kind: "diploma") }
        #expect(
            error?.description == "there is no template diploma; there are certificates/participation v1, "
                + "certificates/participation v2, certificates/participation v3")
    }

    @Test(arguments: ["Fonts", "Templates", "Assets"])
    func `a folder that is not there is named`(name: String) throws {
        let root = Workshop.root
        func folder(_ wanted: String) -> String { wanted == name ? "\(root)/nowhere" : "\(root)/\(wanted)" }
        let error = #expect(throws: PressError.self) {
            try Press(templates: folder("Templates"), assets: folder("Assets"), fonts: folder("Fonts"))
        }
        #expect(error?.description.contains("nowhere") == true)
    }
}
