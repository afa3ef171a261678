import Academy
import ArgumentParser
import Attestation
import Desk
import Foundation
import SQL
import Web

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write out what anybody needs to check certificates without the academy.",
        discussion: """
            Keys, status lists and the whole log, in the same places as on the site, so that any web server, a USB stick
            or an archive can carry them; and sahkan.html and check.html, which prove papers and PDF files when they are
            opened from the folder, without any server:
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
            try await StrangeSite.refuse(office)
            _ = try await KeepProofs(office)(requestID: "command")
            try await LogDating(office: office).run()
            let root = URL(filePath: folder)
            let export = ExportFolder(root: root)
            let count = try await ExportPublished(office)({ try export.write($0) })
            await office.database.close()
            try export.writePages(from: settings.installation)
            Terminal.say("\(count + ExportFolder.pages.count) files in \(folder)")
        }
    }
}

/// Published files in a folder, each whole or not at all.
private struct ExportFolder {
    let root: URL
    /// The check page by its language, and what it is called in the other.
    static let pages: [(language: Language, name: String, other: String)] = [
        (.malay, "sahkan.html", "check.html"), (.english, "check.html", "sahkan.html"),
    ]

    /// The check page as files of its own, with the keys and status lists that lie in the folder within them.
    func writePages(from installation: Installation) throws {
        let page = try StandaloneCheck(
            templates: installation.templates.path, assets: installation.assets.path, fonts: installation.fonts.path)
        let keys = try String(contentsOf: root.appending(path: "keys.json"), encoding: .utf8)
        let lists = try lists()
        for (language, name, other) in Self.pages {
            let html = try page.html(in: language, keys: keys, lists: lists, other: other)
            try Data(html.utf8).write(to: root.appending(path: name), options: .atomic)
        }
    }

    /// The texts of the status lists by their path on the site: `/status/revocation/1`.
    private func lists() throws -> [String: String] {
        let folder = root.appending(path: "status")
        var lists: [String: String] = [:]
        for purpose in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
            let place = folder.appending(path: purpose)
            // Lists are numbered but for the one of all codes.
            if let text = try? String(contentsOf: place, encoding: .utf8) {
                lists["/status/\(purpose)"] = text
                continue
            }
            for number in try FileManager.default.contentsOfDirectory(atPath: place.path) {
                lists["/status/\(purpose)/\(number)"] = try String(
                    contentsOf: place.appending(path: number), encoding: .utf8)
            }
        }
        return lists
    }

    func write(_ file: PublishedFile) throws {
        let place = root.appending(path: String(file.path.path.dropFirst()))
        // What never changes is there, or it is not.
        if file.path.isImmutable, FileManager.default.fileExists(atPath: place.path) { return }
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: place, options: .atomic)
    }
}
