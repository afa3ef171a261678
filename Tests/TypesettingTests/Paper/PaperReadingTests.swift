import Foundation
import Testing

@testable import Typesetting

@Suite struct `The template of a paper` {
    @Test(arguments: PaperKind.all)
    func `is there for every kind, with its stationery`(kind: PaperKind) throws {
        let templates = try PaperTemplate.readAll(
            in: "\(Checkout.root)/Templates", assets: Checkout.assets, catalogue: Checkout.catalogue())
        #expect(templates.contains { $0.kind == kind })
    }

    @Test(arguments: PaperKind.all)
    func `shows every value that its paper has`(kind: PaperKind) throws {
        let folder = "\(Checkout.root)/Templates/documents"
        let text = try String(contentsOfFile: "\(folder)/\(kind.name)/v1/template.yaml", encoding: .utf8)
        let shared = try String(contentsOfFile: "\(folder)/stationery/v1/stationery.yaml", encoding: .utf8)
        var names = kind.fields
        for fields in kind.lists.values { names.formUnion(fields) }
        for fields in kind.columns.values { names.formUnion(fields) }
        let unused = names.filter { name in
            let mentions = ["{{\(name)}}", "{{#\(name)}}", "when: \(name)", "unless: \(name)", "picture: \(name)"]
            return !mentions.contains { text.contains($0) || shared.contains($0) }
        }
        #expect(unused.sorted() == [])
    }

    @Test(arguments: PaperKind.all)
    func `has a specimen that names only what there is`(kind: PaperKind) {
        let values = PaperValues.specimen(of: kind)
        #expect(Set(values.fields.keys).subtracting(kind.fields).isEmpty)
        for (list, rows) in values.lists {
            #expect(rows.allSatisfy { Set($0.fields.keys).isSubset(of: kind.lists[list] ?? []) })
        }
    }

    @Test(arguments: [
        ("- {text: A, style: none}", "template.yaml:1: [0].style: there is no style \"none\"; there are body, cell"),
        ("- {text: \"{{nama}}\", style: body}", "template.yaml:1: [0].text: unknown field {{nama}}"),
        ("- {text: \"**A\", style: body}", "template.yaml:1: [0].text: a ** is never closed"),
        ("- {text: {ms: A}, style: body}", "template.yaml:1: [0].text: \"en\" is missing"),
        ("- {text: A, style: body, when: nama}", "template.yaml:1: [0].when: unknown field \"nama\""),
        ("- {qr: {side: 28}}", "template.yaml:1: [0]: exactly one of the keys text, pairs, table"),
        ("- {table: peserta, columns: []}", "template.yaml:1: [0].table: there is no list \"peserta\""),
        ("- {text: A, style: body, capitals: ya}", "template.yaml:1: [0].capitals: true or false is expected"),
    ])
    func `tells what is wrong and where`(content: String, message: String) throws {
        let error = #expect(throws: TemplateError.self) { try SmallPaper.template(content) }
        #expect(error.map { "\($0)".hasPrefix(message) } == true, "\(error.map { "\($0)" } ?? "")")
    }

    @Test func `has no way to a code, a serial number or a certificate's face`() {
        #expect(Set(PaperKeys.blocks).isDisjoint(with: ["qr", "signatories", "microtext", "art"]))
        for kind in PaperKind.all { #expect(kind.fields.isDisjoint(with: ["serial", "holder", "host"])) }
    }

    @Test func `names stationery that there is`() throws {
        #expect(throws: TemplateError.self) {
            try SmallPaper.stationery(smallStationery.replacing("style: cell\n  rule", with: "style: nothing\n  rule"))
        }
        #expect(throws: TemplateError.self) {
            try SmallPaper.stationery(smallStationery.replacing("version: 1", with: "version: 2"))
        }
    }
}
