import Academy
import Desk
import Foundation
import Records
import SQL
import SQLiteDriver

/// How many small deeds a second the database takes from many clients at once, each of which hears of success only when its
/// own is on the disk.
///
/// A deed is the least that every deed of the product writes: one row of the audit under its hash, in a transaction of its
/// own.
struct WriteCost {
    private static let clients = [1, 32, 256]
    private static let seconds = 2.0
    private static let runs = 5

    func bars() async throws -> [Bar] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "akmal-writes-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try SQLiteDatabase(at: folder.appending(path: "akmal2u.sqlite").path)
        try await Migrator(Schema.migrations).migrate(database, at: Surroundings.live.now().iso)
        var bars = [try DiskCost(folder: folder).bar()]
        var written = 0
        for clients in Self.clients {
            var counts: [Int] = []
            var rates: [Double] = []
            var costs: [Double] = []
            for run in 0...Self.runs {
                let (start, spent) = (ContinuousClock.now, ProcessorTime.own())
                let count = try await write(to: database, clients: clients)
                let seconds = (ContinuousClock.now - start) / .seconds(1)
                written += count
                guard run > 0 else { continue }
                counts.append(count)
                rates.append(Double(count) / seconds)
                costs.append((ProcessorTime.own() - spent) * 1_000_000 / Double(count))
            }
            let count = counts.sorted()[Self.runs / 2]
            bars.append(bar(clients, rates, of: count))
            bars.append(
                Bar(
                    name: "durable deeds, \(clients) clients, processor time", unit: "µs CPU a deed", runs: costs,
                    samples: count, note: "clients included"))
        }
        try await validate(database, written)
        await database.close()
        return bars
    }

    private func bar(_ clients: Int, _ rates: [Double], of count: Int) -> Bar {
        let least = clients == 32 ? 10_000.0 : nil
        return Bar(
            name: "durable deeds, \(clients) clients", unit: "a second", runs: rates, samples: count,
            note: least == nil ? "for comparison" : "at least 10000", least: least)
    }

    /// - Returns: how many deeds were written.
    private func write(to database: SQLiteDatabase, clients: Int) async throws -> Int {
        let end = ContinuousClock.now + .seconds(Self.seconds)
        return try await withThrowingTaskGroup(of: Int.self) { group in
            for client in 0..<clients {
                group.addTask {
                    var count = 0
                    while ContinuousClock.now < end {
                        let entry = AuditEntry(
                            at: Surroundings.live.now(), actor: "pegawai\(client)@customs.gov.my",
                            action: "application.moved", subjectKind: "application", subjectID: "\(client)-\(count)",
                            before: "draft", after: "submitted", requestID: "0123456789abcdef")
                        try await database.write { try AuditLog.append(entry, in: $0) }
                        count += 1
                    }
                    return count
                }
            }
            return try await group.reduce(0, +)
        }
    }

    /// All are there, and the chain of their hashes is whole.
    private func validate(_ database: SQLiteDatabase, _ written: Int) async throws {
        let counted: Int? = try await database.read(.long) { transaction in
            try transaction.first("SELECT COUNT(*) AS count FROM audit") { try $0["count"] }
        }
        guard counted == written else {
            throw Unmeasurable(reason: "\(counted ?? 0) of \(written) deeds are in the database")
        }
    }
}
