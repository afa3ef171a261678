import Drawing
import Foundation
import Sealing

/// `make bench`: one line a figure; with names of groups (`certificate`, `check`, `pages`, `bulk`) only those.
///
/// `bulk-large` adds a course of a hundred thousand.
///
/// `stamping` is the part of `certificate` that goes through compiled templates, for a profile of nothing else.
///
/// Machines differ and are shared, so what counts is processor time and ratios.
@main
struct Benchmarks {
    static func main() async {
        do {
            try await measure()
        } catch {
            FileHandle.standardError.write(Data("akmal-bench: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func measure() async throws {
        let root = URL(filePath: FileManager.default.currentDirectoryPath)
        let press = try Press(
            templates: root.appending(path: "Templates").path, assets: root.appending(path: "Assets").path,
            fonts: root.appending(path: "Fonts").path)
        let samples = try Sample.all(root: root, press: press)
        let wanted = Set(CommandLine.arguments.dropFirst())
        func isWanted(_ group: String) -> Bool { wanted.isEmpty || wanted.contains(group) }
        if isWanted("certificate") || wanted.contains("stamping") {
            let keys = try KeyRing.fresh(host: "akmal.example.my", organisation: "Akademi", now: 1_767_225_600)
            let cost = CertificateCost(
                press: press, samples: Array(samples.prefix(250)), keys: keys, note: try Sample.note(by: keys))
            let bars = wanted.contains("stamping") ? try cost.stamping(runs: 40) : try cost.bars()
            for bar in bars { print(bar.line) }
        }
        if wanted == ["stamping"] { return }
        let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "akmal")
        guard let sample = samples.first, FileManager.default.isExecutableFile(atPath: program.path) else {
            throw Unmeasurable(reason: "\(program.path) is not built")
        }
        if isWanted("check") {
            for bar in try await CheckCost(program: program, sample: sample).bars() { print(bar.line) }
        }
        if isWanted("pages") {
            for bar in try await PageCost(program: program, sample: sample).bars() { print(bar.line) }
        }
        if isWanted("bulk") || wanted.contains("bulk-large") {
            let cost = BulkCost(program: program, isLarge: wanted.contains("bulk-large"))
            for bar in try await cost.bars() { print(bar.line) }
        }
    }
}
