import ArgumentParser
import Attestation
import Drawing
import Foundation
import PDFObjects

/// For the acceptance checks: the same certificates by both ways of making them, and by several threads.
///
/// Prints a line for each face: `stamped` or `drawn`, SHA-256 of the file, and SHA-256 of what the file begins with where
/// others of its course begin with it too. Where threads came to different bytes, a field names all of them.
@main
struct Pairs: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "akmal-pairs", abstract: "Make certificates by the compiled and by the reference path.")

    @Argument(help: "File with a certificate's face as JSON in each line, as the register has it.")
    var faces: String

    @Option(help: "Folder to write both files of each face into: 0-compiled.pdf, 0-reference.pdf, 1-compiled.pdf …")
    var into: String?

    @Option(help: "How many threads make all of the certificates, each beginning elsewhere.")
    var threads = 1

    @Option(help: "Folder with Templates, Assets and Fonts.")
    var root = "."

    func run() throws {
        let workshop = try Workshop(root: root)
        let text = try String(contentsOfFile: faces, encoding: .utf8)
        let certificates = try text.split(separator: "\n").map { line in
            try workshop.certificate(JSONDecoder().decode(CertificateFace.self, from: Data(line.utf8)))
        }
        if let into {
            for (number, certificate) in certificates.enumerated() {
                try Data(certificate.compiled().bytes).write(to: URL(filePath: "\(into)/\(number)-compiled.pdf"))
                try Data(certificate.reference().bytes).write(to: URL(filePath: "\(into)/\(number)-reference.pdf"))
            }
        }
        for marks in try Crew(threads).marks(of: certificates) {
            print(marks.map(\.line).sorted().joined(separator: ","))
        }
    }
}
