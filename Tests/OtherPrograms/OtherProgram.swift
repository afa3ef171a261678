import Foundation
import Glibc

/// Runs other people's programs, which judge what ours has made.
///
/// Not by Foundation's `Process`: that counts the open files of this program, which other tests open and close
/// meanwhile, and falls over when there are more than it counted.
public struct OtherProgram {
    private let process: pid_t
    private let output: String

    /// How a program ended, and all that it printed, complaints among it.
    public struct Result {
        /// -1 when it was killed.
        public let status: Int32
        public let printed: String
    }

    /// Runs a program to its end.
    /// - Parameters:
    ///   - arguments: the program first, which is found on the path.
    ///   - folder: where it works.
    public static func run(_ arguments: [String], in folder: String = ".") throws -> Result {
        try OtherProgram(arguments, in: folder).finish()
    }

    /// Starts a program that goes on until it is stopped.
    public init(_ arguments: [String], in folder: String = ".") throws {
        output = FileManager.default.temporaryDirectory.appending(path: "akmal-printed-\(UUID().uuidString)").path
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        let line = ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, folder] + arguments
        let texts = line.map { strdup($0) }
        defer { for text in texts { free(text) } }
        var process = pid_t()
        guard posix_spawn(&process, "/bin/sh", &actions, nil, texts + [nil], environ) == 0 else {
            throw CocoaError(.executableNotLoadable)
        }
        self.process = process
    }

    /// The first line that it prints, waited for.
    public func firstLine() throws -> String {
        while true {
            let printed = try String(decoding: Data(contentsOf: URL(filePath: output)), as: UTF8.self)
            if let end = printed.firstIndex(of: "\n") { return String(printed[..<end]) }
            guard kill(process, 0) == 0 else { throw CocoaError(.executableRuntimeMismatch) }
            usleep(5000)
        }
    }

    /// Children inherit a mask that holds back SIGTERM.
    public func stop() throws {
        kill(process, SIGKILL)
        _ = try finish()
    }

    private func finish() throws -> Result {
        var status: Int32 = 0
        while waitpid(process, &status, 0) == -1, errno == EINTR {}
        defer { try? FileManager.default.removeItem(atPath: output) }
        let printed = try String(decoding: Data(contentsOf: URL(filePath: output)), as: UTF8.self)
        return Result(status: status & 0x7F == 0 ? status >> 8 & 0xFF : -1, printed: printed)
    }
}
