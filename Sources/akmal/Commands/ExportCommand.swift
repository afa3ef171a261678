import ArgumentParser
import Attestation
import Desk
import Foundation
import SQL

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write out what anybody needs to check certificates without the academy.",
        discussion: """
            Keys, status lists and the whole log, in the same places as on the site, so that any web server, a USB stick
            or an archive can carry them:
              akmal export --static DIR
            Nothing in it names a person. Made again into the same folder, it adds what is new.
            """)

    @Option(name: .customLong("static"), help: "The folder, which is made.", completion: .directory)
    var folder: String

    @OptionGroup var options: SettingOptions

    func run() async throws {
        try await reporting {
            let settings = try await options.settings()
            let office = try await Opening(settings: settings).office()
            _ = try await KeepProofs(office)(requestID: "command")
            let root = URL(filePath: folder)
            let count = try await ExportPublished(office)({ try ExportFolder(root: root).write($0) })
            await office.database.close()
            Terminal.say("\(count) files in \(folder)")
        }
    }
}

/// Published files in a folder, each whole or not at all.
private struct ExportFolder {
    let root: URL

    func write(_ file: PublishedFile) throws {
        let place = root.appending(path: String(file.path.path.dropFirst()))
        // What never changes is there, or it is not.
        if file.path.isImmutable, FileManager.default.fileExists(atPath: place.path) { return }
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: place, options: .atomic)
    }
}
