import Digests
import Foundation
import SQL
import SQLiteDriver
import Vault

/// What issuing a whole course costs: from rows of the database to sealed, logged files on the disk, by `akmal issue` in a
/// process of its own.
struct BulkCost {
    let program: URL
    /// With a course of a hundred thousand, which takes minutes.
    let isLarge: Bool

    private struct Run {
        let officers: Int
        let issue: ChildProcess
        /// Bytes that were added, by certificate.
        let database: Double
        let vault: Double
    }

    /// What a fresh process costs that issues next to nothing.
    private struct Start {
        let seconds: Double

        func perCertificate(_ run: Run) -> Double { (run.issue.processorTime - seconds) / Double(run.officers) }
    }

    func bars() async throws -> [Bar] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "akmal-bulk-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var starts: [Double] = []
        for _ in 0..<3 { starts.append(try await run(1, in: folder).issue.processorTime) }
        let start = Start(seconds: starts.sorted()[1])
        var bars = [
            Bar(
                name: "akmal issue, start and one certificate", unit: "ms CPU", runs: starts.map { $0 * 1000 },
                samples: 1, note: "once a process; taken off what follows")
        ]
        var costs: [Double] = []
        for (officers, count) in [(100, 5), (10_000, 3)] + (isLarge ? [(100_000, 1)] : []) {
            var runs: [Run] = []
            for _ in 0..<count { runs.append(try await run(officers, in: folder)) }
            bars += self.bars(runs, start)
            costs.append(runs.map(start.perCertificate).sorted()[count / 2])
        }
        let (first, last) = (costs[0], costs[costs.count - 1])
        bars.append(
            Bar(
                name: "bulk, growth of the cost from 100 to \(isLarge ? 100_000 : 10_000)", unit: "times",
                runs: [last / first], samples: 1, note: "at most 1.15", limit: 1.15))
        return bars
    }

    private func bars(_ runs: [Run], _ start: Start) -> [Bar] {
        let officers = runs[0].officers
        func bar(_ name: String, _ unit: String, _ note: String, _ limit: Double? = nil, _ figure: (Run) -> Double)
            -> Bar
        {
            Bar(
                name: "bulk of \(officers), \(name)", unit: unit, runs: runs.map(figure), samples: officers, note: note,
                limit: limit)
        }
        let costs = bar("a certificate", "ms CPU", "at most 0.5: two thousand a second a core", 0.5) {
            start.perCertificate($0) * 1000
        }
        return [
            costs,
            bar("a second a core", "certificates", "the same, turned round") { 1 / start.perCertificate($0) },
            bar("on the wall", "certificates a second", "with the start; this machine, all cores") {
                Double($0.officers) / $0.issue.seconds
            },
            bar("peak memory", "MB", "at most 128", 128) { $0.issue.peakMegabytes },
            bar("vault", "bytes a certificate", "at most 8192", 8192) { $0.vault },
            bar("database", "bytes a certificate", "every row and index that an issue writes") { $0.database },
        ]
    }

    private func run(_ officers: Int, in root: URL) async throws -> Run {
        let folder = root.appending(path: "data")
        let log = root.appending(path: "log")
        try await EarnedCourse.make(in: folder, officers: officers)
        defer { try? FileManager.default.removeItem(at: folder) }
        let before = Self.size(folder.appending(path: "akmal2u.sqlite"))
        let issue = try ChildProcess.succeed(
            [program.path, "issue", "--course", EarnedCourse.code, "--data", folder.path], log: log)
        let database = Self.size(folder.appending(path: "akmal2u.sqlite"))
        let vault = Self.size(folder.appending(path: "documents"))
        try await validate(folder, officers, log)
        return Run(
            officers: officers, issue: issue, database: Double(database - before) / Double(officers),
            vault: Double(vault) / Double(officers))
    }

    /// All must be released, and some of the files are judged by others and by the published keys alone.
    private func validate(_ folder: URL, _ officers: Int, _ log: URL) async throws {
        let database = try SQLiteDatabase(at: folder.appending(path: "akmal2u.sqlite").path)
        let digests = try await database.read(.long) { transaction in
            try transaction.all("SELECT document_sha256 FROM certificate WHERE status = 'valid' ORDER BY code") {
                row -> String in try row["document_sha256"]
            }
        }
        await database.close()
        guard digests.count == officers else {
            throw Unmeasurable(reason: "\(digests.count) of \(officers) certificates were released")
        }
        let vault = try DocumentVault(at: folder.appending(path: "documents").path)
        let export = folder.appending(path: "export")
        try ChildProcess.succeed(
            [program.path, "export", "--static", export.path, "--data", folder.path], log: log)
        for digest in digests.prefix(5).compactMap({ SHA256Digest(hex: $0) }) {
            let file = folder.appending(path: "sijil.pdf")
            try Data(try await vault.read(digest)).write(to: file)
            try ChildProcess.succeed([program.path, "check", "--offline", "--keys", export.path, file.path], log: log)
            if (try? ChildProcess.run(["qpdf", "--version"], log: log))?.status == 0 {
                try ChildProcess.succeed(["qpdf", "--check", file.path], log: log)
            }
        }
    }

    /// Bytes of a file, or of all files that are in a folder.
    private static func size(_ url: URL) -> Int {
        let files = FileManager.default
        let names = (try? files.subpathsOfDirectory(atPath: url.path)) ?? []
        return ([url] + names.map { url.appending(path: $0) }).reduce(0) { sum, file in
            let attributes = try? files.attributesOfItem(atPath: file.path)
            guard attributes?[.type] as? FileAttributeType == .typeRegular else { return sum }
            return sum + (attributes?[.size] as? Int ?? 0)
        }
    }
}
