import Academy
import Attestation

@testable import Typesetting

/// A page for short lines: content 100 mm wide, letters half an em wide.
let smallStationery = """
    version: 1
    fonts: {serif: [EB Garamond, Noto Naskh Arabic], sans: [Inter]}
    inks: {navy: "#172554", wash: "#F3F4F8"}
    styles:
      body: {font: serif, ink: navy, size: 10, floor: 5, leading: 1.2}
      cell: {font: sans, ink: navy, size: 8, floor: 5, leading: 1.25}
    margins: {left: 10, right: 10, top: 20, bottom: 20, number: 8}
    letterhead:
      height: 40
      crest: art/crest.svg
      box: [0, 10, 20, 20]
      alternative: {ms: Lambang, en: Emblem}
      indent: 25
      top: 12
      lines: [{text: "{{organiserMalay}}", style: body}, {text: "{{contact}}", style: body, gap: 1}]
      rules: [{y: 36, weight: 1, ink: navy}]
    head: {distance: 12, left: "{{number}}", right: "", style: cell}
    foot:
      distance: 10
      left: {ms: "Dijana {{generated}}", en: "Generated {{generated}}"}
      right: {ms: "Halaman {{page}} daripada {{pages}}", en: "Page {{page}} of {{pages}}"}
      style: cell
      rule: {distance: 4, weight: 0.5, ink: navy}
    table: {head: cell, padding: 1, air: 1, line: {weight: 0.3, ink: navy}, edge: {weight: 0.7, ink: navy}, wash: wash}
    pairs: {label: cell, value: cell, air: 1}
    note: {style: cell, bar: {weight: 2, ink: navy}, wash: wash, padding: 2}
    """

enum SmallPaper {
    static func stationery(_ yaml: String = smallStationery) throws -> Stationery {
        let value = try YAMLValue.parse(yaml, file: "stationery.yaml")
        return try StationeryReader.read(
            value.fields(PaperKeys.stationery), version: 1, catalogue: Checkout.catalogue())
    }

    static func template(_ content: String, kind: PaperKind = .attendanceList) throws -> PaperTemplate {
        let value = try YAMLValue.parse(content, file: "template.yaml")
        let stationery = try stationery()
        let text = try YAMLValue.parse("x", file: "x").paperText([])
        return PaperTemplate(
            kind: kind, version: 1, title: text, subject: text, stationery: stationery, isLandscape: false,
            blocks: try PaperReader(kind: kind, stationery: stationery).blocks(value))
    }

    static func pages(
        _ content: String, _ fields: [String: String] = [:], rows: [PaperValues.Row] = [],
        totals: [PaperValues.Row] = [], sessions: Int = 0, in language: Language = .malay,
        missing: Unicode.Scalar? = nil, link: VerificationLink? = nil
    ) throws -> [Page] {
        let common = ["organiserMalay": "Akademi", "number": "SK/1", "generated": "9 Mac 2026"]
        let values = PaperValues(
            .attendanceList, language: language, created: "2026-03-09T01:02:03.004Z",
            fields: common.merging(fields) { $1 }, lists: ["participants": rows, "totals": totals],
            columns: ["sessions": (0..<sessions).map { ["day": "hari \($0 + 1)", "time": "9.00"] }], link: link)
        let ruler = Ruler(missing: missing.map { [$0] } ?? [])
        return try Paper(values, template: template(content), with: ruler).pages
    }
}

extension Page {
    /// Every text of the page in the order in which it is read, line by line.
    var texts: [String] { items.flatMap(\.texts) }

    var paragraphs: [Paragraph] { items.flatMap(\.paragraphs) }

    var tables: [PagePart] { items.flatMap(\.tables) }
}

extension PageItem {
    var paragraphs: [Paragraph] {
        switch self {
        case .paragraph(let paragraph): [paragraph]
        case .part(let part): part.items.flatMap(\.paragraphs)
        default: []
        }
    }

    var texts: [String] { paragraphs.flatMap { $0.lines.map(\.text) } }

    var tables: [PagePart] {
        guard case .part(let part) = self else { return [] }
        return part.role == .table ? [part] : part.items.flatMap(\.tables)
    }

    var part: PagePart? { if case .part(let part) = self { part } else { nil } }
}
