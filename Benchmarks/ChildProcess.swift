import Foundation
import Glibc

/// A program that ran to its end, and what it cost.
struct ChildProcess {
    /// -1 when it was killed.
    let status: Int32
    /// Seconds of processor time, all threads, user and kernel mode.
    let processorTime: Double
    /// The most memory that it had at once, in megabytes.
    let peakMegabytes: Double
    let seconds: Double

    /// What it prints goes into the file `log`.
    static func run(_ arguments: [String], log: URL) throws -> ChildProcess {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        let texts = arguments.map { strdup($0) }
        defer { for text in texts { free(text) } }
        var id = pid_t()
        let start = ContinuousClock.now
        guard posix_spawnp(&id, arguments[0], &actions, nil, texts + [nil], environ) == 0 else {
            throw Unmeasurable(reason: "\(arguments[0]) does not start")
        }
        var (state, usage): (Int32, rusage) = (0, rusage())
        while wait4(id, &state, 0, &usage) < 0 {
            guard errno == EINTR else { throw Unmeasurable(reason: "\(arguments[0]) is lost") }
        }
        return ChildProcess(
            status: state & 0x7F == 0 ? state >> 8 & 0xFF : -1,
            processorTime: ProcessorTime.seconds(usage.ru_utime) + ProcessorTime.seconds(usage.ru_stime),
            peakMegabytes: Double(usage.ru_maxrss) / 1024,
            seconds: (ContinuousClock.now - start) / .seconds(1))
    }

    /// The same for a program that must end well.
    @discardableResult
    static func succeed(_ arguments: [String], log: URL) throws -> ChildProcess {
        let result = try run(arguments, log: log)
        guard result.status == 0 else {
            let printed = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
            throw Unmeasurable(
                reason: "\(arguments.joined(separator: " ")) ended with \(result.status): \(printed.suffix(500))")
        }
        return result
    }
}
