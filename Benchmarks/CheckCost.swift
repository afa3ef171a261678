import Attestation
import Foundation

/// What the public check costs the server: random codes of registers of several sizes, in turns, and what the framework
/// alone takes.
struct CheckCost {
    let program: URL
    let sample: Sample
    /// With ten million certificates, which take eight gigabytes and minutes.
    let isLarge: Bool

    private static let requests = 10_000
    private static let rounds = 5
    /// One that always waits, and as many as keep the server busy.
    private static let connections = [1, 16]

    private var sizes: [Int] { isLarge ? [10_000, 100_000, 1_000_000, 10_000_000] : [10_000, 100_000, 1_000_000] }

    /// A register that is being served.
    private struct Served {
        let name: String
        let size: Int
        let server: ServerProcess
        let question: (Int) throws -> KeptConnections.Question
    }

    func bars() async throws -> [Bar] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "akmal-check-\(getpid())")
        defer { try? FileManager.default.removeItem(at: folder) }
        var served: [Served] = []
        defer { for one in served { one.server.stop() } }
        for size in sizes { served.append(try await lean(size, in: folder)) }
        served.append(try await whole(in: folder))
        for one in served { try one.server.rest() }
        return try Self.connections.flatMap { try bars(of: served, connections: $0) }
    }

    private func lean(_ size: Int, in root: URL) async throws -> Served {
        let folder = try Self.folder("lean-\(size)", in: root)
        let register = try await LeanRegister.make(
            at: folder.appending(path: "akmal2u.sqlite").path, size: size, like: sample.record)
        return Served(
            name: "\(size) lean certificates", size: size, server: try ServerProcess(program: program, data: folder)
        ) { number in
            KeptConnections.Question(path: "/v/\(register.code(number))", wanted: try register.wanted(number))
        }
    }

    private func whole(in root: URL) async throws -> Served {
        let folder = try Self.folder("whole", in: root)
        let register = try await CrowdedRegister.make(
            at: folder.appending(path: "akmal2u.sqlite").path, like: sample.record)
        let size = CrowdedRegister.size
        return Served(
            name: "\(size) whole certificates", size: size, server: try ServerProcess(program: program, data: folder)
        ) { number in
            let code = register.codes[number]
            return KeptConnections.Question(
                path: "/v/\(code.text)", wanted: ["data-verdict=\"valid\"", code.grouped, "PEGAWAI NOMBOR \(number)<"])
        }
    }

    /// In alternation, so that a busy machine slows all sizes.
    private func bars(of served: [Served], connections: Int) throws -> [Bar] {
        guard let first = served.first else { return [] }
        var runs = served.map { _ in [Double]() }
        var framework: [Double] = []
        let kept = try served.map { try KeptConnections(connections, to: $0.server.port) }
        let own = try KeptConnections(connections, to: first.server.port)
        for round in 0...Self.rounds {
            for (place, one) in served.enumerated() {
                let questions = try (0..<Self.requests).map { _ in try one.question(Int.random(in: 0..<one.size)) }
                let cost = try Self.cost(one.server, questions, kept[place])
                // The first round fills caches.
                if round > 0 { runs[place].append(cost) }
            }
            let questions = [KeptConnections.Question](repeating: .init(path: "/healthz"), count: Self.requests)
            let cost = try Self.cost(first.server, questions, own)
            if round > 0 { framework.append(cost) }
        }
        let ending = connections == 1 ? "1 connection" : "\(connections) connections"
        return zip(served, runs).map { one, runs in
            Bar(
                name: "GET /v/{code}, \(one.name), \(ending)", unit: "µs server CPU", runs: runs,
                samples: Self.requests, note: "at most 45; each page has its code, serial and verdict", limit: 45)
        } + [
            Bar(
                name: "GET /healthz, the framework's own cost, \(ending)", unit: "µs server CPU", runs: framework,
                samples: Self.requests, note: "for comparison in one run"),
            growth(runs, ending),
        ]
    }

    private func growth(_ runs: [[Double]], _ ending: String) -> Bar {
        let last = sizes.count - 1
        return Bar(
            name: "GET /v/{code}, growth from \(sizes[0]) to \(sizes[last]), \(ending)", unit: "times",
            runs: zip(runs[0], runs[last]).map { $1 / $0 }, samples: Self.requests, note: "at most 1.15", limit: 1.15)
    }

    private static func cost(
        _ server: ServerProcess, _ questions: [KeptConnections.Question], _ kept: KeptConnections
    ) throws -> Double {
        let start = try ProcessorTime.of(process: server.id)
        try kept.ask(questions.count) { questions[$0] }
        return (try ProcessorTime.of(process: server.id) - start) * 1_000_000 / Double(questions.count)
    }

    private static func folder(_ name: String, in root: URL) throws -> URL {
        let folder = root.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}
