import Academy
import Attestation
import Drawing
import Eligibility
import Foundation
import OtherPrograms
import PDFObjects
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
        return try certificate(record(face, number: number, press: press))
    }

    /// Drawn and finished; zeros stand where the seal goes.
    static func certificate(_ record: CertificateRecord, by press: Press? = nil) throws -> [UInt8] {
        try unsealed(record, by: press).bytes
    }

    static func unsealed(_ record: CertificateRecord, by press: Press? = nil) throws -> UnsealedFile {
        let press = try press ?? Self.press.get()
        let seal = SealPlace(capacity: 2000, name: "Meterai", reason: "Sijil", date: "2026-03-12T01:02:03Z")
        return try press.certificate(
            entitlement(), record, claims: proof(of: record).claims, with: proof(of: record).attachments, for: seal)
    }

    static var fontFiles: [String] {
        ((try? FontCatalogue.read(file: "\(root)/Fonts/fonts.yaml").fonts) ?? []).map {
            "\(root)/Fonts/files/\($0.file)"
        }
    }

    /// The same through Pango and Cairo, whatever its letters.
    static func drawn(_ record: CertificateRecord) throws -> UnsealedFile {
        let press = try Self.press.get()
        let seal = SealPlace(capacity: 2000, name: "Meterai", reason: "Sijil", date: "2026-03-12T01:02:03Z")
        return try press.draw(
            entitlement(), record, press.newestTemplate(kind: "participation"), claims: proof(of: record).claims,
            with: proof(of: record).attachments, for: seal)
    }

    /// As long as a real one and the same each time; what signs it is no concern of drawing.
    private static func proof(of record: CertificateRecord) throws -> CertificateProof {
        guard let claims = CertificateClaims(record) else { throw Missing.moment }
        let credential = "eyJhbGciOiJFUzI1NiJ9.eyJzYW1wbGUiOnRydWV9.c2lnbmF0dXJl"
        let checkpoint = LogCheckpoint(
            origin: "akmal.example.my/log", size: 1, root: MerkleHash.leaf(Array(credential.utf8)))
        let signature = SignedNote.Signature(
            name: checkpoint.origin, keyID: [1, 2, 3, 4], bytes: [UInt8](repeating: 0, count: 64))
        let note = SignedNote(body: checkpoint.body, signatures: [signature])
        guard let log = LogProof(index: 0, hashes: [], note: note) else { throw Missing.logProof }
        return CertificateProof(claims: .placeholder(for: claims), credential: credential, log: log)
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

    enum Missing: Error { case entitlement, code, moment, logProof }
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
        try OtherProgram.run([program] + arguments + [after ?? path]).printed
    }

    /// The text of the page on one line, without the microtext of its frame and the marks of direction.
    func text(_ program: String, _ arguments: String...) throws -> String {
        let process = try run("sh", "-c", "\(program) \(arguments.joined(separator: " ")) \"$0\" - 2>/dev/null")
        let plain = process.unicodeScalars.filter { !(0x202A...0x202E).contains($0.value) && $0.value != 12 }
        return String(String.UnicodeScalarView(plain)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
