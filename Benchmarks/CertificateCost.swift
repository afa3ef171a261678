import Attestation
import Drawing
import PDFObjects
import Sealing

/// What one certificate costs on one thread, complete with its proofs and its seal: stamped from its compiled template, and
/// through Pango and Cairo.
struct CertificateCost {
    let press: Press
    let samples: [Sample]
    let keys: KeyRing
    let anchor: LogAnchor

    func bars() throws -> [Bar] {
        for sample in samples.prefix(20) { _ = try complete(sample) }
        var drawn: [Double] = []
        var whole: [Double] = []
        var stamped: [Double] = []
        var sizes: [Int] = []
        let plain = try samples.filter { try isStamped($0) }
        guard !plain.isEmpty else { throw Unmeasurable(reason: "no certificate is stamped") }
        // In alternation, so that a busy machine slows both.
        for _ in 0..<5 {
            drawn.append(try cost { for sample in samples { _ = try drawing(sample) } })
            whole.append(try cost { for sample in samples { _ = try complete(sample) } })
            stamped.append(
                try cost(of: plain.count) { sizes = try plain.map { try stamp($0).count } })
        }
        return [
            Bar(
                name: "certificate, compiled path", unit: "ms CPU", runs: stamped, samples: plain.count,
                note: "\(plain.count) of \(samples.count) names; complete; at most 0.25", limit: 0.25),
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

    /// Without the reference path.
    func stamping(runs count: Int) throws -> [Bar] {
        let plain = try samples.filter { try isStamped($0) }
        var stamped: [Double] = []
        for _ in 0..<count {
            stamped.append(try cost(of: plain.count) { for sample in plain { _ = try stamp(sample) } })
        }
        return [
            Bar(
                name: "certificate, compiled path", unit: "ms CPU", runs: stamped, samples: plain.count,
                note: "at most 0.25", limit: 0.25)
        ]
    }

    private func cost(of count: Int? = nil, _ work: () throws -> Void) rethrows -> Double {
        let start = ProcessorTime.own()
        try work()
        return (ProcessorTime.own() - start) * 1000 / Double(count ?? samples.count)
    }

    private func drawing(_ sample: Sample) throws -> [UInt8] {
        guard let claims = CertificateClaims(sample.record) else {
            throw Unmeasurable(reason: "a sample has no moment of issue")
        }
        return try press.drawing(sample.entitlement, sample.record, claims: .placeholder(for: claims))
    }

    /// Through Pango and Cairo.
    private func complete(_ sample: Sample) throws -> [UInt8] {
        let proof = try sample.proof(by: keys, under: anchor)
        let template = try press.template(
            id: sample.record.template.id, version: sample.record.template.version)
        let document = try press.draw(
            sample.entitlement, sample.record, template, claims: proof.claims, with: proof.attachments, for: seal)
        return try keys.seal(document)
    }

    /// As certificates are issued.
    private func stamp(_ sample: Sample) throws -> [UInt8] { try keys.seal(try unsealed(sample)) }

    private func isStamped(_ sample: Sample) throws -> Bool { try unsealed(sample).head != nil }

    private func unsealed(_ sample: Sample) throws -> UnsealedFile {
        let proof = try sample.proof(by: keys, under: anchor)
        return try press.certificate(
            sample.entitlement, sample.record, claims: proof.claims, with: proof.attachments, for: seal)
    }

    private var seal: SealPlace {
        SealPlace(capacity: keys.seal.capacity, name: "Meterai", reason: "Sijil", date: "2026-05-25T00:00:00Z")
    }
}
