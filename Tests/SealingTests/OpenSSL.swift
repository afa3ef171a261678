import Foundation
import OtherPrograms

/// The `openssl` command, as an independent judge; its files are in a folder of their own.
struct OpenSSL {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "akmal-sealing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func put(_ bytes: [UInt8], _ name: String) throws { try Data(bytes).write(to: folder.appending(path: name)) }

    func put(_ text: String, _ name: String) throws { try put(Array(text.utf8), name) }

    func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    /// What a line of the shell prints, run in the folder.
    func shell(_ line: String) throws -> String {
        try OtherProgram.run(["/bin/sh", "-c", line], in: folder.path).printed
    }

    /// Runs the command in the folder.
    /// - Returns: how it ended, and all that it printed.
    func callAsFunction(_ arguments: String...) throws -> (status: Int32, printed: String) { try run(arguments) }

    func run(_ arguments: [String]) throws -> (status: Int32, printed: String) {
        let result = try OtherProgram.run(["openssl"] + arguments, in: folder.path)
        return (result.status, result.printed)
    }
}
