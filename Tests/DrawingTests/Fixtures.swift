import Academy
import Attestation
import Drawing
import Eligibility
import Foundation
import Typesetting

/// A press on the checkout's own templates, art and fonts.
enum Workshop {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    /// Shared as a server shares it: every test draws with the same one, on its own thread.
    static let press = Result {
        try Press(templates: "\(root)/Templates", assets: "\(root)/Assets", fonts: "\(root)/Fonts")
    }

    static func certificate(_ face: CertificateFace, number: Int = 1) throws -> [UInt8] {
        let press = try press.get()
        return try press.certificate(entitlement(), record(face, number: number, press: press))
    }

    static func entitlement() throws -> Entitlement {
        let facts = CompletionFacts(outcome: .completed, attendance: .confirmed, evaluation: .sent, fee: .verified)
        let candidacy = Candidacy(officer: Identifier("o1"), course: Identifier("k1"), facts: facts)
        guard case .entitled(let entitlement) = Verdict(on: candidacy) else { throw Missing.entitlement }
        return entitlement
    }

    static func record(_ face: CertificateFace, number: Int, press: Press) throws -> CertificateRecord {
        let template = try press.newestTemplate(kind: "participation")
        guard let code = PublicCode(parsing: face.code) else { throw Missing.code }
        return CertificateRecord(
            id: "c\(number)", serial: Serial(year: 2026, number: number), code: code, officer: "o1", course: "k1",
            kind: "participation", issuedAt: "2026-03-12T01:02:03.004Z", face: face, evidence: [],
            template: template.reference, fonts: press.fontReferences(for: template))
    }

    enum Missing: Error { case entitlement, code }
}

extension CertificateFace {
    /// A made-up face for tests.
    static func sample(_ holder: String = "NUR AISYAH BINTI MOHD FAIZAL", signatories: Int = 1) -> CertificateFace {
        CertificateFace(
            holder: holder, maskedMyKad: "******-**-5678", courseCode: "KPI-204",
            courseMalay: "Kursus Penilaian Dagangan Import", courseEnglish: "Valuation of Imported Goods",
            datesMalay: "9 – 11 Mac 2026", datesEnglish: "9 – 11 March 2026", days: 3, hours: "18",
            venue: "Akademi Kastam Diraja Malaysia, Melaka", organiserMalay: "Akademi Kastam Diraja Malaysia",
            organiserEnglish: "Royal Malaysian Customs Academy", issuedMalay: "12 Mac 2026",
            issuedEnglish: "12 March 2026", serial: "AKMAL/2026/000001", code: "7K3Q-W9TZ-4M2X-8HBC",
            host: "akmal.example.my",
            signatories: (1...signatories).map {
                Signatory(name: "PENANDATANGAN \($0)", postMalay: "Pengarah", postEnglish: "Director")
            })
    }
}

/// A file that other programs look at, and that goes with the test.
final class PaperFile {
    let path = NSTemporaryDirectory() + "certificate-\(UUID().uuidString).pdf"

    init(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: path)) }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// What a program prints about the file; it is found on the path.
    func run(_ program: String, _ arguments: String..., after: String? = nil) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments + [after ?? path]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }

    /// The text of the page on one line, without the microtext of its frame and the marks of direction.
    func text(_ program: String, _ arguments: String...) throws -> String {
        let process = try run("sh", "-c", "\(program) \(arguments.joined(separator: " ")) \"$0\" - 2>/dev/null")
        let plain = process.unicodeScalars.filter { !(0x202A...0x202E).contains($0.value) && $0.value != 12 }
        return String(String.UnicodeScalarView(plain)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
