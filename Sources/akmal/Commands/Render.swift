import Academy
import ArgumentParser
import Drawing
import Foundation
import Typesetting
import Yams

struct Render: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draw a template as a specimen, marked as one.",
        discussion: """
            For designers: values come from a YAML file of field names and texts; what is not given is made up. The kind
            of file follows the name's ending, .pdf or .png.
              akmal render --template certificates/participation --values values.yaml --output specimen.pdf
            Letters, lists and slips are PDF only:
              akmal render --template offer-letter --language en --output letter.pdf
            """)

    @Option(help: "Id of the template, or its kind: participation.")
    var template: String

    @Option(help: "YAML file with values by field name; signatories as signatory1.name, signatory1.postMalay …")
    var values: String?

    @Option(help: "File to write.")
    var output: String

    @Option(help: "Pixels an inch, for PNG files.")
    var dpi: Double = 150

    @Option(help: "Language of a letter, a list or a slip: ms or en.")
    var language = "ms"

    @OptionGroup var options: SettingOptions

    /// The part after the last slash.
    private var kind: String { template.split(separator: "/").last.map(String.init) ?? template }

    /// The letter, list or slip of that name; nil for a certificate.
    private var paper: PaperKind? { PaperKind.all.first { $0.name == kind } }

    func validate() throws {
        guard Language(rawValue: language) != nil else {
            throw ValidationError("--language must be ms or en, not “\(language)”")
        }
        if paper != nil, !output.hasSuffix(".pdf") {
            throw ValidationError("--output of a letter, a list or a slip must end in .pdf, not “\(output)”")
        }
        guard (36...1200).contains(dpi) else { throw ValidationError("--dpi must be 36 to 1200, not \(dpi)") }
        guard output.hasSuffix(".pdf") || output.hasSuffix(".png") else {
            throw ValidationError("--output must end in .pdf or .png, not “\(output)”")
        }
    }

    func run() async throws {
        try await reporting {
            let press = try await Opening(settings: options.settings()).press()
            if let paper { return try write(try self.specimen(of: paper, press), "documents/\(paper.name)") }
            let design = try press.newestTemplate(kind: kind)
            let bytes = try press.specimen(
                template: design, values: try given(), as: output.hasSuffix(".png") ? .png(dpi: dpi) : .pdf)
            try write(bytes, "\(design.id) v\(design.version)")
        }
    }

    private func write(_ bytes: [UInt8], _ what: String) throws {
        guard FileManager.default.createFile(atPath: output, contents: Data(bytes)) else {
            throw UnwritableFile(path: output)
        }
        Terminal.say("\(output): \(what), \(bytes.count) bytes")
    }

    /// Given values stand in place of the made-up ones; those of rows cannot be given.
    private func specimen(of paper: PaperKind, _ press: Press) throws -> [UInt8] {
        var values = PaperValues.specimen(of: paper, in: Language(rawValue: language) ?? .malay)
        for (name, text) in try texts() ?? [:] {
            guard paper.fields.contains(name) else {
                throw ValidationError(
                    "unknown field “\(name)”; fields are \(paper.fields.sorted().joined(separator: ", "))")
            }
            values.fields[name] = text
        }
        return try press.paper(values, isSpecimen: true)
    }

    private func given() throws -> SpecimenValues {
        guard let fields = try texts() else { return SpecimenValues() }
        return try SpecimenValues(overriding: fields)
    }

    /// The texts of the file with values; nil where none was named.
    private func texts() throws -> [String: String]? {
        guard let values else { return nil }
        guard let data = FileManager.default.contents(atPath: values) else { throw UnreadableFile(path: values) }
        return try YAMLDecoder().decode([String: String].self, from: data)
    }
}
