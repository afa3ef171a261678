import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#endif

/// Draws a PDF file's first page as PNG with poppler's `pdftoppm`, in a process of its own.
///
/// A file from outside is opened by no code of ours: the process has 10 seconds, half a gibibyte of address space, 32 MiB of
/// output and none of our open files, and what goes wrong in it goes wrong alone.
struct PagePainter: Sendable {
    var program = "pdftoppm"
    var seconds = 10

    enum Outcome: Sendable, Hashable {
        case picture([UInt8])
        /// Not a PDF file that can be opened, or one that takes too long.
        case unreadable
        /// poppler is not installed.
        case unavailable
    }

    /// Blocks; run it on a bench.
    func paint(_ pdf: [UInt8]) throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory.path + "/akmal-page-XXXXXX"
        var template = Array(folder.utf8CString)
        guard mkdtemp(&template) != nil else { throw PaintingFault(step: "mkdtemp", code: errno) }
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(pdf).write(to: URL(filePath: "\(path)/in.pdf"))
        let status = try run(input: "\(path)/in.pdf", output: "\(path)/out.png")
        // The shell's code for a program that is not there; `prlimit` uses it too.
        if status == 127 { return .unavailable }
        guard status == 0, let picture = FileManager.default.contents(atPath: "\(path)/out.png"),
            picture.starts(with: [0x89, 0x50, 0x4E, 0x47])
        else { return .unreadable }
        return .picture(Array(picture))
    }

    private var limits: [String] {
        ["prlimit", "--as=536870912", "--cpu=\(seconds)", "--fsize=33554432", "--nofile=64", "--core=0", "--"]
    }

    /// - Returns: the exit code; -1 when it was killed.
    private func run(input: String, output: String) throws -> Int32 {
        let words =
            limits + [program, "-q", "-f", "1", "-l", "1", "-singlefile", "-png", "-scale-to", "1600", input]
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        for file in Int32(3)..<1024 { posix_spawn_file_actions_addclose(&actions, file) }
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var environment: [UnsafeMutablePointer<CChar>?] = [strdup("PATH=/usr/bin:/bin"), strdup("LC_ALL=C"), nil]
        defer { for word in arguments + environment { free(word) } }
        var process = pid_t()
        let code = posix_spawnp(&process, "prlimit", &actions, nil, &arguments, &environment)
        if code == ENOENT { return 127 }
        guard code == 0 else { throw PaintingFault(step: "posix_spawn", code: code) }
        return wait(for: process)
    }

    private func wait(for process: pid_t) -> Int32 {
        let end = ContinuousClock.now + .seconds(seconds)
        var status: Int32 = 0
        while true {
            let result = waitpid(process, &status, WNOHANG)
            if result == process { return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1 }
            if result == -1, errno != EINTR { return -1 }
            if ContinuousClock.now > end { kill(process, SIGKILL) }
            usleep(4000)
        }
    }
}

/// The system would not let a page be drawn; the file is not to blame.
struct PaintingFault: Error, CustomStringConvertible {
    let step: String
    let code: Int32

    var description: String { "cannot draw the page of an uploaded file: \(step) failed with error \(code)" }
}
