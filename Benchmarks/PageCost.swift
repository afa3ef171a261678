import Academy
import Foundation

/// What the pages of everyday work cost the server in an academy with many applications, on one kept connection.
struct PageCost {
    let program: URL
    let sample: Sample

    private static let requests = 200
    /// Microseconds that one page may cost.
    private static let bar = 1000

    func bars() async throws -> [Bar] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "akmal-pages-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let academy = try await CrowdedAcademy.make(
            at: folder.appending(path: "akmal2u.sqlite").path, like: sample.record)
        let server = try ServerProcess(program: program, data: folder)
        defer { server.stop() }
        try server.rest()
        let course = "/pentadbir/kursus/\(academy.course.text)"
        let held = "/pentadbir/kursus/\(academy.held.text)"
        let pages: [(String, CrowdedAcademy.Person, String)] = [
            ("dashboard", .officer, "/dashboard"), ("dashboard, a coordinator's", .coordinator, "/dashboard"),
            ("dashboard, finance", .finance, "/dashboard"),
            ("dashboard, an administrator's", .administrator, "/dashboard"),
            ("participants", .coordinator, held), ("attendance", .coordinator, "\(held)/kehadiran"),
            ("catalogue", .officer, "/katalog"),
            ("catalogue, searched", .officer, "/katalog?cari=penilaian"),
            ("course in the catalogue", .officer, "/katalog/\(academy.course.text)"),
            ("own applications", .officer, "/permohonan"),
            ("application", .officer, "/permohonan/\(academy.application.text)"),
            ("own fees", .officer, "/yuran"), ("own certificates", .officer, "/sijil"),
            ("board", .coordinator, "\(course)/permohonan"), ("courses, a coordinator's", .coordinator, "/pentadbir"),
            ("courses", .administrator, "/pentadbir"), ("finance queue", .finance, "/kewangan"),
        ]
        return try pages.map { name, person, path in
            Bar(
                name: "\(name), \(CrowdedAcademy.applications) applications", unit: "µs server CPU",
                runs: try runs(on: server, path, person), samples: Self.requests, note: "at most \(Self.bar)",
                limit: Double(Self.bar))
        }
    }

    private func runs(on server: ServerProcess, _ path: String, _ person: CrowdedAcademy.Person) throws -> [Double] {
        let client = try LoopbackClient(port: server.port)
        for _ in 0..<20 { try ask(client, path, person) }
        return try (0..<3).map { _ in
            let start = try ProcessorTime.of(process: server.id)
            for _ in 0..<Self.requests { try ask(client, path, person) }
            return (try ProcessorTime.of(process: server.id) - start) * 1_000_000 / Double(Self.requests)
        }
    }

    private func ask(
        _ client: LoopbackClient, _ path: String, _ person: CrowdedAcademy.Person
    ) throws {
        let status = try client.get(path, visitor: "10.0.0.1", cookie: person.cookie)
        guard status == 200 else { throw Unmeasurable(reason: "\(path) answered \(status)") }
    }
}
