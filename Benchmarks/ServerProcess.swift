import Foundation

/// `akmal serve` over a folder, as a process of its own.
final class ServerProcess {
    let port: UInt16
    private let process: Process

    var id: Int32 { process.processIdentifier }

    /// Starts the program and waits until it answers.
    init(program: URL, data: URL, port: UInt16) throws {
        self.port = port
        process = Process()
        process.executableURL = program
        process.arguments = ["serve", "--data", data.path, "--port", "\(port)"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        for _ in 0..<200 {
            Thread.sleep(forTimeInterval: 0.05)
            guard process.isRunning else { break }
            if let client = try? Self.greet(port), client == 200 { return }
        }
        stop()
        throw Unmeasurable(reason: "\(program.path) serve did not answer on port \(port)")
    }

    func stop() {
        guard process.isRunning else { return }
        process.terminate()
        process.waitUntilExit()
    }

    /// Waits until it has nothing of its own to do, such as proofs for certificates that have none yet.
    func rest() throws {
        for _ in 0..<600 {
            let before = try ProcessorTime.of(process: id)
            Thread.sleep(forTimeInterval: 1)
            if try ProcessorTime.of(process: id) - before < 0.05 { return }
        }
        throw Unmeasurable(reason: "the server has work of its own and does not come to rest")
    }

    private static func greet(_ port: UInt16) throws -> Int {
        var client = try LoopbackClient(port: port)
        return try client.get("/readyz", visitor: "127.0.0.1")
    }
}
