import Digests
import Foundation

/// What it costs the server to give officers the files of their certificates: sealed ones out of the vault's packs, each to
/// its signed-in holder.
struct DownloadCost {
    let program: URL

    private static let officers = 500
    private static let requests = 5_000

    func bars() async throws -> [Bar] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "akmal-download-\(getpid())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let course = try await IssuedCourse.make(in: folder, officers: Self.officers, by: program)
        let server = try ServerProcess(program: program, data: folder)
        defer { server.stop() }
        try server.rest()
        let sizes = try validate(course, server)
        let size = sizes.reduce(0, +) / sizes.count
        return try [1, 16].flatMap { connections in
            let kept = try KeptConnections(connections, to: server.port)
            let ending = connections == 1 ? "1 connection" : "\(connections) connections"
            return [
                Bar(
                    name: "download of a certificate, \(size) bytes, \(ending)", unit: "µs server CPU",
                    runs: try runs(server, kept) { question(course.certificates[Int.random(in: 0..<Self.officers)]) },
                    samples: Self.requests,
                    note: "at most 100; the bytes of all \(sizes.count) have the SHA-256 of their record", limit: 100),
                Bar(
                    name: "GET /healthz, the framework's own cost, \(ending)", unit: "µs server CPU",
                    runs: try runs(server, kept) { .init(path: "/healthz") }, samples: Self.requests,
                    note: "for comparison in one run"),
            ]
        }
    }

    private func question(_ certificate: IssuedCourse.Certificate) -> KeptConnections.Question {
        .init(path: path(certificate), wanted: ["%PDF-", "/ByteRange"], cookie: certificate.cookie)
    }

    private func path(_ certificate: IssuedCourse.Certificate) -> String { "/sijil/\(certificate.id)/muat-turun" }

    /// Every file, as it comes over the wire, is the one that was issued.
    /// - Returns: their sizes.
    private func validate(_ course: IssuedCourse, _ server: ServerProcess) throws -> [Int] {
        let client = try LoopbackClient(port: server.port)
        return try course.certificates.map { certificate in
            let status = try client.get(path(certificate), visitor: "10.1.0.1", cookie: certificate.cookie)
            guard status == 200, SHA256Digest(of: Array(client.body)) == certificate.document else {
                throw Unmeasurable(reason: "\(certificate.id): \(status), or another file than was issued")
            }
            return client.body.count
        }
    }

    private func runs(
        _ server: ServerProcess, _ kept: KeptConnections, _ question: () -> KeptConnections.Question
    ) throws -> [Double] {
        try kept.ask(500) { _ in question() }
        return try (0..<5).map { _ in
            let start = try ProcessorTime.of(process: server.id)
            try kept.ask(Self.requests) { _ in question() }
            return (try ProcessorTime.of(process: server.id) - start) * 1_000_000 / Double(Self.requests)
        }
    }
}
