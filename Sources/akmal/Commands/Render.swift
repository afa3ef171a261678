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
            """)

    @Option(help: "Id of the template, or its kind: participation.")
    var template: String

    @Option(help: "YAML file with values by field name; signatories as signatory1.name, signatory1.postMalay …")
    var values: String?

    @Option(help: "File to write.")
    var output: String

    @Option(help: "Pixels an inch, for PNG files.")
    var dpi: Double = 150

    @OptionGroup var options: SettingOptions

    func validate() throws {
        guard (36...1200).contains(dpi) else { throw ValidationError("--dpi must be 36 to 1200, not \(dpi)") }
        guard output.hasSuffix(".pdf") || output.hasSuffix(".png") else {
            throw ValidationError("--output must end in .pdf or .png, not “\(output)”")
        }
    }

    func run() async throws {
        try await reporting {
            let press = try await Opening(settings: options.settings()).press()
            let kind = template.split(separator: "/").last.map(String.init) ?? template
            let design = try press.newestTemplate(kind: kind)
            let bytes = try press.specimen(
                template: design, values: try given(), as: output.hasSuffix(".png") ? .png(dpi: dpi) : .pdf)
            guard FileManager.default.createFile(atPath: output, contents: Data(bytes)) else {
                throw UnwritableFile(path: output)
            }
            Terminal.say("\(output): \(design.id) v\(design.version), \(bytes.count) bytes")
        }
    }

    private func given() throws -> SpecimenValues {
        guard let values else { return SpecimenValues() }
        guard let data = FileManager.default.contents(atPath: values) else { throw UnreadableFile(path: values) }
        let fields = try YAMLDecoder().decode([String: String].self, from: data)
        return try SpecimenValues(overriding: fields)
    }
}
