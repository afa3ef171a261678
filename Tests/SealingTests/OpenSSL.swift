import Foundation
import Glibc

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
    func shell(_ line: String) throws -> String { try spawn(["/bin/sh", "-c", line]).printed }

    /// Runs the command in the folder.
    /// - Returns: how it ended, and all that it printed.
    func callAsFunction(_ arguments: String...) throws -> (status: Int32, printed: String) { try run(arguments) }

    func run(_ arguments: [String]) throws -> (status: Int32, printed: String) { try spawn(["openssl"] + arguments) }

    /// Not by Foundation's `Process`: that counts the open files of this program, which other tests open and close
    /// meanwhile, and falls over when there are more than it counted.
    private func spawn(_ arguments: [String]) throws -> (status: Int32, printed: String) {
        let output = folder.appending(path: "printed-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: output) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        let texts = (["/bin/sh", "-c", #"cd "$0" && exec "$@""#, folder.path] + arguments).map { strdup($0) }
        defer { for text in texts { free(text) } }
        var process = pid_t()
        guard posix_spawn(&process, "/bin/sh", &actions, nil, texts + [nil], environ) == 0 else {
            throw CocoaError(.executableNotLoadable)
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) == -1 && errno == EINTR {}
        let isOver = status & 0x7F == 0
        let printed = try String(decoding: Data(contentsOf: output), as: UTF8.self)
        return (isOver ? status >> 8 & 0xFF : -1, printed)
    }
}
