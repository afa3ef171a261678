import Attestation
import Foundation

/// What the public check costs the server: random codes of a crowded register, one kept connection.
struct CheckCost {
    let program: URL
    let sample: Sample

    private static let requests = 10_000

    func bars() async throws -> [Bar] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "akmal-bench-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let register = try await CrowdedRegister.make(
            at: folder.appending(path: "akmal2u.sqlite").path, like: sample.record)
        let server = try ServerProcess(program: program, data: folder, port: UInt16(20_000 + getpid() % 20_000))
        defer { server.stop() }
        try server.rest()
        let size = CrowdedRegister.size
        return [
            Bar(
                name: "GET /v/{code}, \(size) certificates", unit: "µs server CPU",
                runs: try runs(on: server) { "/v/\(register.codes[Int.random(in: 0..<size)].text)" },
                samples: Self.requests, note: "at most 45 where the page is compiled"),
            Bar(
                name: "GET /healthz, the framework's own cost", unit: "µs server CPU",
                runs: try runs(on: server) { "/healthz" }, samples: Self.requests, note: "for comparison in one run"),
        ]
    }

    private func runs(on server: ServerProcess, path: () -> String) throws -> [Double] {
        var client = try LoopbackClient(port: server.port)
        _ = try time(1000, &client, server, path)
        return try (0..<5).map { _ in try time(Self.requests, &client, server, path) }
    }

    private func time(
        _ count: Int, _ client: inout LoopbackClient, _ server: ServerProcess, _ path: () -> String
    ) throws -> Double {
        let start = try ProcessorTime.of(process: server.id)
        for number in 0..<count {
            // Each visitor asks a few times, as visitors do; otherwise the limit would be measured.
            let visitor = "10.0.\(number / 250 % 80).\(number % 250 + 1)"
            let status = try client.get(path(), visitor: visitor)
            guard status == 200 else { throw Unmeasurable(reason: "the server answered \(status)") }
        }
        return (try ProcessorTime.of(process: server.id) - start) * 1_000_000 / Double(count)
    }
}
