import ArgumentParser
import Attestation
import Desk
import Foundation

/// Tells a check's answer, for people or for programs, and ends with the exit code of its verdict.
struct CheckPrinter {
    private let report: CheckReport

    init(_ report: CheckReport) { self.report = report }

    /// - Throws: the exit code of any verdict but valid.
    func print(asJSON: Bool) throws {
        if asJSON {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            Terminal.say(String(decoding: try encoder.encode(report), as: UTF8.self))
        } else {
            Terminal.say(headline)
            if !rows.isEmpty { Terminal.say(Terminal.table(rows)) }
            notes.forEach { Terminal.say("  \($0)") }
            report.steps?.forEach { Terminal.say("  \(mark($0.result)) \($0.code.rawValue)\(tail($0.detail))") }
        }
        if let exit { throw exit }
    }

    private var rows: [(String, String)] {
        [
            ("holder", report.holder), ("course", report.course?.ms), ("dates", report.dates?.ms),
            ("serial", report.serial), ("code", report.code), ("issued", report.issued),
            ("paper", report.paper.map { "\($0.kind.ms) \($0.number)" }),
            ("document", report.document?.title), ("sealed", report.document?.sealed),
        ].compactMap { name, value in value.map { (name, $0) } }
    }

    private var notes: [String] {
        var notes: [String] = []
        if let at = report.at { notes.append("since \(at): \(report.reason.map { "\($0.ms) / \($0.en)" } ?? "")") }
        if let successor = report.successor { notes.append("replaced by \(successor)") }
        if let host = report.foreignHost {
            notes.append("the address leads to \(host), which is not the academy's site")
        }
        if report.document != nil {
            notes.append("what it says held when it was sealed; the code printed on it tells whether it still does")
        }
        switch report.document == nil ? report.statusAsOf : nil {
        case CheckReport.ListAge.unknown?: notes.append("whether it still holds is not known: no status list was asked")
        case .list(let moment, let isStale)?:
            notes.append("status as of \(moment)\(isStale ? ", which is too old to rely on" : "")")
        case nil: break
        }
        return notes
    }

    private func mark(_ result: CheckStep.Result) -> String {
        switch result {
        case .passed: "✓"
        case .failed: "✗"
        case .skipped: "–"
        }
    }

    private func tail(_ detail: String) -> String { detail.isEmpty ? "" : ": \(detail)" }

    private var headline: String {
        switch report.verdict {
        case .valid where report.document != nil:
            "SAH (valid): sealed by the academy and not changed since; it is no certificate"
        case .revoked where report.paper != nil: "DITARIK BALIK (withdrawn): what this paper says holds no more"
        case .superseded where report.paper != nil: "DIGANTI (superseded): a newer paper says it now"
        case .valid: "SAH (valid)"
        case .suspended: "DIGANTUNG (suspended)"
        case .revoked: "DIBATALKAN (revoked)"
        case .superseded: "DIGANTI (superseded)"
        // Nobody was asked who could know of all that were issued.
        case .unknown where report.statusAsOf != nil:
            "TIDAK DIKETAHUI (not known): a code alone proves nothing without the academy"
        case .unknown: "TIDAK DITEMUI (not found): the academy has issued nothing under this code"
        case .altered: "DIUBAH (altered): this is not what the academy made"
        case .unknownKey: "KUNCI TIDAK DIKENALI (unknown key): not signed by the academy"
        }
    }

    private var exit: ExitCode? {
        switch report.verdict {
        case .valid: nil
        case .suspended: Exit.suspended
        case .revoked: Exit.revoked
        case .superseded: Exit.superseded
        case .unknown: Exit.unknown
        case .altered: Exit.altered
        case .unknownKey: Exit.unknownKey
        }
    }
}
