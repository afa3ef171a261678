import Foundation

/// `akmal serve` over a folder, as a process of its own on a free port.
final class ServerProcess {
    let port: UInt16
    private let process: Process

    var id: Int32 { process.processIdentifier }

    /// Starts the program and waits until it answers.
    /// - Parameter pause: seconds between two attempts to be answered.
    init(program: URL, data: URL, waitingFor path: String = "/readyz", pause: Double = 0.05) throws {
        port = try LoopbackClient.freePort()
        process = Process()
        process.executableURL = program
        process.arguments = ["serve", "--data", data.path, "--port", "\(port)"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let end = ContinuousClock.now + .seconds(60)
        while process.isRunning, .now < end {
            if let client = try? LoopbackClient(port: port), (try? client.get(path, visitor: "127.0.0.1")) == 200 {
                return
            }
            Thread.sleep(forTimeInterval: pause)
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
            if try ProcessorTime.of(process: id) - before < 0.02 { return }
        }
        throw Unmeasurable(reason: "the server has work of its own and does not come to rest")
    }

    /// Megabytes that it holds now: with the pages of the program and its libraries, and those that are nobody else's.
    func memory() throws -> (resident: Double, own: Double) {
        let lines = try String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8).split(separator: "\n")
        func megabytes(_ name: String) throws -> Double {
            guard let line = lines.first(where: { $0.hasPrefix("\(name):") }),
                let number = Double(line.filter(\.isNumber))
            else { throw Unmeasurable(reason: "process \(id) does not tell its memory") }
            return number / 1024
        }
        return (try megabytes("VmRSS"), try megabytes("RssAnon"))
    }
}
