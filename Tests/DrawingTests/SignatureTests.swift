import Attestation
import Drawing
import Foundation
import Testing
import Typesetting

/// Signatures are pictures below the assets folder; these tests have an assets folder of their own.
@Suite struct SignatureTests {
    private let folder: String
    private let press: Press

    init() throws {
        folder = NSTemporaryDirectory() + "assets-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: "\(Workshop.root)/Assets/art", toPath: "\(folder)/art")
        press = try Press(templates: "\(Workshop.root)/Templates", assets: folder, fonts: "\(Workshop.root)/Fonts")
    }

    private func certificate(signature: String) throws -> PaperFile {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var face = CertificateFace.sample()
        face.signatories[0].image = signature
        let record = try Workshop.record(face, number: 1, press: press)
        return try PaperFile(Workshop.certificate(record, by: press))
    }

    @Test func `a signature from a scanner is drawn without the smoothing that PDF-A forbids`() throws {
        let template = try press.newestTemplate(kind: "participation")
        let png = try press.specimen(template: template, values: SpecimenValues(), as: .png(dpi: 10))
        try Data(png).write(to: URL(filePath: "\(folder)/signature.png"))
        let file = try certificate(signature: "signature.png")
        #expect(try file.run("pdfimages", "-list").contains("image"))
        #expect(
            try !file.run("qpdf", "--qdf", "--object-streams=disable", after: file.path).contains("/Interpolate true"))
    }

    @Test func `a drawn signature stays a drawing`() throws {
        let file = try certificate(signature: "art/crest.svg")
        #expect(try !file.run("pdfimages", "-list").contains(" image "))
        #expect(try file.run("qpdf", "--check").contains("No syntax or stream encoding errors"))
    }

    @Test func `a picture that is none is named`() throws {
        try Data("not a picture".utf8).write(to: URL(filePath: "\(folder)/signature.png"))
        let error = #expect(throws: PressError.self) { try certificate(signature: "signature.png") }
        #expect(error?.description.contains("signature.png") == true)
    }
}
