import Attestation
import Digests
import Foundation
import PDFObjects

@testable import Sealing

/// An academy in small: its keys, and certificates that are sealed, carry their credential and stand in its log.
struct PaperWorks {
    static let host = "sijil.example.my"
    let ring: KeyRing
    let keys: TrustedKeys

    init() throws {
        ring = try KeyRing.fresh(host: Self.host, organisation: "Akademi", now: 1_780_000_000)
        keys = try TrustedKeys(ring.records, host: Self.host)
    }

    /// One certificate on paper and as a file.
    struct Paper {
        let code: PublicCode
        let serial: Serial
        let holder: String
        let qrText: String
        let credential: String
        let proof: String
        let document: PDFDocument
        /// Sealed.
        let bytes: [UInt8]
    }

    func paper(_ number: Int = 1, holder: String = "NUR AISYAH BINTI CONTOH") throws -> Paper {
        let code = PublicCode(random: [UInt8](repeating: UInt8(number), count: 10))
        let serial = Serial(year: 2026, number: number)
        let claims = CertificateClaims(
            issuedAt: 1_780_000_000, code: code, serial: serial, holder: holder, course: "Kursus Ujian",
            dates: "18 Mei 2026")
        let link = VerificationLink(host: Self.host, code: code).qrText
        let signed = try ring.claims.sign(claims)
        let credential = try credential(code: code, serial: serial, holder: holder, index: number)
        let proof = try proof(of: credential)
        let document = try Self.document(holder: holder, credential: credential, proof: proof)
        return Paper(
            code: code, serial: serial, holder: holder, qrText: "\(link)#\(DecimalText.text(of: signed.encoded))",
            credential: credential, proof: proof, document: document, bytes: try Self.sealed(document, by: ring.seal))
    }

    static func sealed(
        _ document: PDFDocument, by seal: SealDocument, date: String = "2026-05-26T04:00:00Z"
    ) throws -> [UInt8] {
        try seal(
            document.written(
                identity: Array(1...16),
                for: SealPlace(capacity: 4000, name: "Meterai digital", reason: "Sijil", date: date)))
    }

    /// - Parameter index: where its status stands in the first list.
    func credential(code: PublicCode, serial: Serial, holder: String, index: Int) throws -> String {
        let face = CertificateFace(
            holder: holder, maskedMyKad: "", courseCode: "AKMAL-UJI-001", courseMalay: "Kursus Ujian",
            courseEnglish: "Test Course", datesMalay: "18 Mei 2026", datesEnglish: "18 May 2026", days: 1, hours: "6",
            venue: "Melaka", organiserMalay: "Akademi", organiserEnglish: "Academy", issuedMalay: "26 Mei 2026",
            issuedEnglish: "26 May 2026", serial: serial.text, code: code.grouped, host: Self.host, signatories: [])
        let record = CertificateRecord(
            id: "c", serial: serial, code: code, officer: "o", course: "k", kind: "participation",
            issuedAt: "2026-05-26T04:00:00.000Z", face: face, evidence: [],
            template: .init(id: "certificates/participation", version: 1, sha256: ""), fonts: [])
        let document = CredentialDocument(
            record, seconds: 1_779_768_000, status: StatusPlace(list: 1, index: index))
        return try ring.credentials(of: Self.host).sign(document.payload).text
    }

    private func proof(of credential: String) throws -> String {
        let entry = LogEntry(
            kind: .issued, at: "2026-05-26T04:00:00.000Z", credential: SHA256Digest(of: credential),
            record: SHA256Digest(of: "record"))
        var frontier = MerkleFrontier()
        let others = (0..<6).map { MerkleHash.leaf([UInt8($0)]) }
        let leaves = others[..<3] + [entry.leaf] + others[3...]
        var hashes: [MerklePosition: SHA256Digest] = [:]
        for leaf in leaves {
            for (position, hash) in frontier.append(leaf) { hashes[position] = hash }
        }
        let prover = MerkleProver<Missing> { (position) throws(Missing) in
            guard let hash = hashes[position] else { throw Missing() }
            return hash
        }
        let body = LogCheckpoint(origin: ring.origin, size: leaves.count, root: frontier.root).body
        let made = LogProof(
            index: 3, hashes: try prover.inclusion(of: 3, in: leaves.count), note: try ring.note.sign(body),
            extra: Array(entry.text.utf8))
        guard let made else { throw Missing() }
        return made.text
    }

    /// A page that says a name, with what goes with it.
    static func document(holder: String, credential: String?, proof: String?) throws -> PDFDocument {
        let page: PDFDictionary = [
            "Type": .name("Page"), "Parent": .reference(2), "Contents": .reference(4),
            "MediaBox": .array([.integer(0), .integer(0), .integer(100), .integer(100)]),
        ]
        var document = PDFDocument(
            objects: [
                1: PDFObject(.dictionary(["Type": .name("Catalog"), "Pages": .reference(2)])),
                2: PDFObject(
                    .dictionary(["Type": .name("Pages"), "Kids": .array([.reference(3)]), "Count": .integer(1)])),
                3: PDFObject(.dictionary(page)),
                4: PDFObject(.dictionary([:]), stream: Array("BT (\(holder)) Tj ET".utf8)),
                5: PDFObject(.dictionary(["Title": .text("Sijil \(holder)")])),
            ], trailer: ["Root": .reference(1), "Info": .reference(5)])
        var names: [PDFValue] = []
        for (name, text) in [("credential.jwt", credential), ("log-proof.txt", proof)] {
            guard let text else { continue }
            let stream = document.add(
                PDFObject(.dictionary(["Type": .name("EmbeddedFile")]), stream: Array(text.utf8)))
            names += [
                .text(name),
                document.add(
                    PDFObject(.dictionary(["Type": .name("Filespec"), "EF": .dictionary(["F": stream])]))),
            ]
        }
        if !names.isEmpty {
            document.objects[1]?.dictionary["Names"] = .dictionary([
                "EmbeddedFiles": .dictionary(["Names": .array(names)])
            ])
        }
        return document
    }

    struct Missing: Error {}
}

extension [UInt8] {
    /// The same bytes with one text in place of another of the same length, wherever it stands.
    func replacing(_ old: String, with new: String) -> [UInt8] {
        precondition(old.utf8.count == new.utf8.count, "the length would tell")
        let (old, new) = (Array(old.utf8), Array(new.utf8))
        var copy = self
        var place = 0
        while place + old.count <= copy.count {
            if copy[place] == old[0], copy[place...].starts(with: old) {
                copy.replaceSubrange(place..<place + old.count, with: new)
                place += old.count
            } else {
                place += 1
            }
        }
        return copy
    }

    func firstPlace(of text: String) -> Int? {
        let wanted = Array(text.utf8)
        return indices.first { self[$0...].starts(with: wanted) }
    }
}
