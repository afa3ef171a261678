import Attestation
import Foundation
import OtherPrograms
import Testing

@testable import Typesetting

@Suite struct TemplateReadingTests {
    @Test func `the participation certificate loads and knows its files and fonts`() throws {
        let template = try Checkout.participation()
        #expect(template.kind == "participation")
        #expect(template.sha256.count == 64)
        #expect(template.files.contains("art/crest.svg"))
        #expect(template.families.contains("EB Garamond"))
        #expect(template.reference.id == "certificates/participation")
    }

    @Test func `a template with one of everything loads`() throws {
        let template = try TemplateFolder(smallTemplate).read()
        #expect(template.design.content.count == 7)
        #expect(template.design.art[0].placements.map(\.angle) == [0, 120, 240])
        #expect(template.design.art[1].placements.count == 2 * 20 + 2 * 8)
    }

    @Test func `the hash is the one that docs/templates.md computes with sha256sum`() throws {
        let template = try Checkout.participation()
        let line = """
            cd "$0" && { (cd Templates/\(template.id)/v1 && sha256sum template.yaml)
            (cd Assets && sha256sum \(template.files.joined(separator: " "))); } | sha256sum
            """
        let printed = try OtherProgram.run(["/bin/sh", "-c", line, Checkout.root]).printed
        #expect(printed.hasPrefix(template.sha256))
    }

    @Test func `the hash covers the template and every drawing`() throws {
        let one = try TemplateFolder(smallTemplate).read()
        let again = try TemplateFolder(smallTemplate).read()
        let other = try TemplateFolder(smallTemplate + "\n# a comment").read()
        let fewer = try TemplateFolder(
            smallTemplate.replacing("- {file: art/band.svg", with: "- {file: art/corner.svg")
        ).read()
        #expect(one.sha256 == again.sha256)
        #expect(Set([one.sha256, other.sha256, fewer.sha256]).count == 3)
    }

    /// What is replaced, by what, and what the message then says and where.
    static let mistakes: [(String, String, String, String)] = [
        ("ground: ivory", "grund: ivory", "unknown key \"grund\"", ":5:"),
        ("{{courseMalay}}", "{{kursus}}", "unknown field {{kursus}}; fields are code, courseCode", "content[0].text"),
        ("{{courseMalay}}", "{{#courseMalay}}", "not Mustache", "content[0].text"),
        ("{{courseMalay}}", "{{courseMalay", "never closed", "content[0].text"),
        ("{{courseMalay}}", "{{> other}}", "neither a field nor a section", "content[0].text"),
        ("when: maskedMyKad", "when: mykad", "unknown field \"mykad\"", "content[3].items[2].when"),
        (
            "style: plain, box: [0, 0, 100, 20]", "style: fancy, box: [0, 0, 100, 20]", "there is no style \"fancy\"",
            "content[0].style"
        ),
        (
            "ink: navy, size: [8, 12]", "ink: red, size: [8, 12]", "there is no ink \"red\"; there are ivory, navy",
            "styles.plain.ink"
        ),
        ("\"#172554\"", "navy", "#RRGGBB", "inks.navy"),
        ("EB Garamond, Noto", "Times, Noto", "there is no font family \"Times\"", "fonts.serif[0]"),
        ("plain: {font: serif,", "plain: {font: serif, face: Medium,", "no Medium of \"EB Garamond\"", "styles.plain"),
        ("size: [8, 12]", "size: [12, 8]", "from the least to the best", "styles.plain.size"),
        ("size: [8, 12]", "size: large", "a number is expected", "styles.plain.size"),
        ("floor: 10", "floor: 25", "floor is not above the least size", "styles.name"),
        ("box: [0, 0, 100, 20]", "box: [0, 0, 100]", "4 numbers are expected", "content[0].box"),
        ("box: [0, 0, 100, 20]", "box: [0, 0, 0, 20]", "wider and higher than nothing", "content[0].box"),
        ("role: H1", "role: H7", "\"H7\" is none of H1, H2, P", "content[0].role"),
        ("lines: 2}", "lines: 0}", "a whole number from 1 to 6", "content[0].lines"),
        ("side: 28", "side: 20", "at least 28", "content[5].qr.side"),
        ("- {qr:", "- {rule: [0, 0, 1, 1], qr:", "exactly one of the keys", "content[5]"),
        ("art/band.svg", "art/bund.svg", "art/bund.svg cannot be read", "template.yaml"),
        ("id: certificates/small", "id: certificates/large", "its place makes it \"certificates/small\"", "id"),
        ("version: 1", "version: 2", "its folder makes it version 1", "version"),
        ("title: {ms: Kecil, en: Small}", "title: {ms: Kecil}", "\"en\" is missing", "title"),
        ("content:", "content: [", "not YAML", "template.yaml"),
    ]

    @Test(arguments: mistakes.indices)
    func `a mistake is told with its place and what would be right`(index: Int) throws {
        let (right, wrong, problem, place) = Self.mistakes[index]
        let yaml = smallTemplate.replacing(right, with: wrong, maxReplacements: 1)
        #expect(yaml != smallTemplate)
        let folder = try TemplateFolder(yaml)
        let error = #expect(throws: TemplateError.self) { try folder.read() }
        let message = error?.description ?? ""
        #expect(message.contains(problem))
        #expect(message.contains(place))
        #expect(message.hasPrefix(folder.path))
    }

    @Test func `a font whose file differs from the list is refused`() throws {
        let catalogue = try Checkout.catalogue()
        let error = #expect(throws: TemplateError.self) { try catalogue.verify(folder: "\(Checkout.root)/Templates") }
        #expect(error?.description.contains("packaging/place-fonts.sh") == true)
    }
}
