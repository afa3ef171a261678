import Drawing
import Foundation
import Sealing

/// What the product costs, one line a figure; with names of groups on the command line only those.
///
/// What takes long is measured only by its name. Machines differ and are shared, so what counts is processor time and ratios.
@main
struct Benchmarks {
    /// A name on the command line, and what it measures.
    private struct Group {
        let name: String
        /// Only where it is asked for by name.
        var isExtra = false
        let bars: () async throws -> [Bar]
    }

    static func main() async {
        do {
            try await measure(Set(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("akmal-bench: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func measure(_ wanted: Set<String>) async throws {
        let groups = try groups()
        let strange = wanted.subtracting(groups.map(\.name))
        guard strange.isEmpty else {
            throw Unmeasurable(
                reason: "\(strange.sorted().joined(separator: ", ")): there are "
                    + groups.map(\.name).joined(separator: ", "))
        }
        for group in groups where wanted.isEmpty ? !group.isExtra : wanted.contains(group.name) {
            for bar in try await group.bars() { print(bar.line) }
            fflush(nil)
        }
    }

    private static func groups() throws -> [Group] {
        let root = URL(filePath: FileManager.default.currentDirectoryPath)
        let press = try Press(
            templates: root.appending(path: "Templates").path, assets: root.appending(path: "Assets").path,
            fonts: root.appending(path: "Fonts").path)
        let samples = try Sample.all(root: root, press: press)
        let keys = try KeyRing.fresh(host: "akmal.example.my", organisation: "Akademi", now: 1_767_225_600)
        let certificate = CertificateCost(
            press: press, samples: Array(samples.prefix(250)), keys: keys, anchor: try Sample.anchor(by: keys))
        let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "akmal")
        guard let sample = samples.first, FileManager.default.isExecutableFile(atPath: program.path) else {
            throw Unmeasurable(reason: "\(program.path) is not built")
        }
        return [
            Group(name: "certificate") { try certificate.bars() },
            // What goes through compiled templates, for a profile of nothing else.
            Group(name: "stamping", isExtra: true) { try certificate.stamping(runs: 40) },
            Group(name: "check") { try await CheckCost(program: program, sample: sample, isLarge: false).bars() },
            // With ten million certificates: eight gigabytes.
            Group(name: "check-large", isExtra: true) {
                try await CheckCost(program: program, sample: sample, isLarge: true).bars()
            },
            Group(name: "browser") { try await BrowserCheckCost(program: program, root: root).bars() },
            Group(name: "download") { try await DownloadCost(program: program).bars() },
            Group(name: "pages") { try await PageCost(program: program, sample: sample).bars() },
            Group(name: "start") { try await StartCost(program: program, sample: sample).bars() },
            Group(name: "writes") { try await WriteCost().bars() },
            Group(name: "bulk") { try await BulkCost(program: program, isLarge: false).bars() },
            // With a course of a hundred thousand.
            Group(name: "bulk-large", isExtra: true) { try await BulkCost(program: program, isLarge: true).bars() },
        ]
    }
}
