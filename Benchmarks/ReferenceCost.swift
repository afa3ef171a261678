import Drawing

/// What one certificate costs through Pango and Cairo: layout, drawing and the finished PDF in memory, on one thread.
struct ReferenceCost {
    let press: Press
    let samples: [Sample]

    func bars() throws -> [Bar] {
        for sample in samples.prefix(20) { _ = try press.certificate(sample.entitlement, sample.record) }
        var runs: [Double] = []
        var sizes: [Int] = []
        for _ in 0..<5 {
            let start = ProcessorTime.own()
            sizes = try samples.map { try press.certificate($0.entitlement, $0.record).count }
            runs.append((ProcessorTime.own() - start) * 1000 / Double(samples.count))
        }
        return [
            Bar(
                name: "certificate, reference path", unit: "ms CPU", runs: runs, samples: samples.count,
                note: "at most 10"),
            Bar(
                name: "certificate, size", unit: "KB", runs: sizes.map { Double($0) / 1024 }, samples: 1,
                note: "at most 48 in the median"),
        ]
    }
}
