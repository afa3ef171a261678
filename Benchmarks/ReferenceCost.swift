import Attestation
import Drawing
import PDFObjects
import Sealing

/// What one certificate costs through Pango and Cairo, on one thread: drawn, and complete with its proofs and its seal.
struct ReferenceCost {
    let press: Press
    let samples: [Sample]
    let keys: KeyRing

    func bars() throws -> [Bar] {
        for sample in samples.prefix(20) { _ = try complete(sample) }
        var drawn: [Double] = []
        var whole: [Double] = []
        var sizes: [Int] = []
        // In alternation, so that a busy machine slows both.
        for _ in 0..<5 {
            drawn.append(try cost { for sample in samples { _ = try drawing(sample) } })
            whole.append(try cost { sizes = try samples.map { try complete($0).count } })
        }
        return [
            Bar(
                name: "certificate, reference path", unit: "ms CPU", runs: whole, samples: samples.count,
                note: "complete: PDF/A, signed claims, attachments, seal; at most 8"),
            Bar(
                name: "certificate, what proof adds to drawing", unit: "ms CPU",
                runs: zip(whole, drawn).map { $0 - $1 },
                samples: samples.count, note: "at most 3"),
            Bar(
                name: "certificate, size", unit: "KB", runs: sizes.map { Double($0) / 1024 }, samples: 1,
                note: "at most 48 in the median"),
        ]
    }

    private func cost(_ work: () throws -> Void) rethrows -> Double {
        let start = ProcessorTime.own()
        try work()
        return (ProcessorTime.own() - start) * 1000 / Double(samples.count)
    }

    private func drawing(_ sample: Sample) throws -> [UInt8] {
        guard let claims = CertificateClaims(sample.record) else {
            throw Unmeasurable(reason: "a sample has no moment of issue")
        }
        return try press.drawing(sample.entitlement, sample.record, claims: .placeholder(for: claims))
    }

    private func complete(_ sample: Sample) throws -> [UInt8] {
        let seal = SealPlace(
            capacity: keys.seal.capacity, name: "Meterai", reason: "Sijil", date: "2026-05-25T00:00:00Z")
        let proof = try sample.proof(by: keys)
        let document = try press.certificate(
            sample.entitlement, sample.record, claims: proof.claims, with: proof.attachments, for: seal)
        return try keys.seal(document)
    }
}
