import Foundation

/// How soon `akmal serve` answers after it is started, and what memory it takes when nobody asks: on a new data folder, and
/// on a crowded register.
struct StartCost {
    let program: URL
    let sample: Sample

    private static let starts = 9

    /// One start.
    private struct Start {
        let milliseconds: [Double]
        let processorTime: Double
        let idle: (resident: Double, own: Double)
        let used: (resident: Double, own: Double)
    }

    func bars() async throws -> [Bar] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "akmal-start-\(getpid())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let crowded = folder.appending(path: "crowded")
        try FileManager.default.createDirectory(at: crowded, withIntermediateDirectories: true)
        let size = 100_000
        let register = try await LeanRegister.make(
            at: crowded.appending(path: "akmal2u.sqlite").path, size: size, like: sample.record)
        var (new, old): ([Start], [Start]) = ([], [])
        for number in 0...Self.starts {
            let fresh = folder.appending(path: "new-\(number)")
            let first = try start(on: fresh) { .init(path: "/semak", wanted: ["name=\"kod\""]) }
            let second = try start(on: crowded) {
                let number = Int.random(in: 0..<size)
                return .init(path: "/v/\(register.code(number))", wanted: try register.wanted(number))
            }
            // The first start reads the program from the disk, and makes the crowded register's keys.
            if number > 0 { (new, old) = (new + [first], old + [second]) }
        }
        return bars(new, "a new folder", page: "/semak")
            + bars(old, "\(size) certificates", page: "/v/{code}")
    }

    private func bars(_ starts: [Start], _ place: String, page: String) -> [Bar] {
        func bar(_ name: String, _ unit: String, _ note: String, _ limit: Double?, _ figure: (Start) -> Double) -> Bar {
            Bar(name: "\(name), \(place)", unit: unit, runs: starts.map(figure), samples: 1, note: note, limit: limit)
        }
        return [
            bar("start to first /healthz", "ms", "on the wall; at most 200", 200) { $0.milliseconds[0] },
            bar("start to first \(page)", "ms", "the same process; at most 200", 200) { $0.milliseconds[1] },
            bar("start, processor time", "ms CPU", "until that page; all threads", nil) { $0.processorTime * 1000 },
            bar("idle memory after the start", "MB", "resident; at most 48", 48) { $0.idle.resident },
            bar("idle memory after the start, without files", "MB", "of it, what is no program or library", nil) {
                $0.idle.own
            },
            bar("idle memory after 2,000 pages", "MB", "resident; at most 48", 48) { $0.used.resident },
            bar("idle memory after 2,000 pages, without files", "MB", "of it, what is no program or library", nil) {
                $0.used.own
            },
        ]
    }

    private func start(
        on folder: URL, _ question: () throws -> KeptConnections.Question
    ) throws -> Start {
        let begin = ContinuousClock.now
        let server = try ServerProcess(program: program, data: folder, waitingFor: "/healthz", pause: 0.001)
        defer { server.stop() }
        let first = (ContinuousClock.now - begin) / .milliseconds(1)
        let kept = try KeptConnections(1, to: server.port)
        try kept.ask(1) { _ in try question() }
        let second = (ContinuousClock.now - begin) / .milliseconds(1)
        let spent = try ProcessorTime.of(process: server.id)
        try server.rest()
        let idle = try server.memory()
        try kept.ask(2_000) { _ in try question() }
        try server.rest()
        return Start(
            milliseconds: [first, second], processorTime: spent, idle: idle, used: try server.memory())
    }
}
