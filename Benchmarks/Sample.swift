import Academy
import Attestation
import Desk
import Digests
import Drawing
import Eligibility
import FoundationEssentials
import Sealing
import Typesetting

/// Certificates of the demonstration academy, as records that were never issued.
struct Sample {
    let entitlement: Entitlement
    let record: CertificateRecord

    /// As many as there are officers.
    static func all(root: URL, press: Press) throws -> [Sample] {
        let folder = root.appending(path: "Assets/demo")
        let files = try AcademyFiles(emailDomains: ["customs.gov.my"]) { name in
            [UInt8](try Data(contentsOf: folder.appending(path: name)))
        }
        let template = try press.newestTemplate(kind: "participation")
        let reference = TemplateReference(id: template.id, version: template.version, sha256: template.sha256)
        let fonts = press.fontReferences(for: template)
        let facts = CompletionFacts(outcome: .completed, attendance: .confirmed, evaluation: .sent, fee: .verified)
        return try files.officers.enumerated().map { index, officer in
            let id = Officer.ID("bench-\(index)")
            let candidacy = Candidacy(officer: id, course: Course.ID("bench"), facts: facts)
            guard case .entitled(let entitlement) = Verdict(on: candidacy) else {
                throw Unmeasurable(reason: "the gate refuses complete facts")
            }
            let serial = Serial(year: 2026, number: index + 1)
            let code = code(index)
            let record = CertificateRecord(
                id: "bench-\(index)", serial: serial, code: code, officer: id.text, course: "bench",
                kind: "participation", issuedAt: "2026-05-25T00:00:00.000Z",
                face: face(officer.name.text, officer.myKad.masked, serial, code), evidence: [], template: reference,
                fonts: fonts)
            return Sample(entitlement: entitlement, record: record)
        }
    }

    /// A code that another number does not have.
    static func code(_ number: Int) -> PublicCode {
        let spread = UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15
        return PublicCode(
            random: (0..<10).map { UInt8(truncatingIfNeeded: spread >> UInt64(($0 % 8) * 8)) ^ UInt8($0) })
    }

    static func face(_ holder: String, _ myKad: String, _ serial: Serial, _ code: PublicCode) -> CertificateFace {
        CertificateFace(
            holder: holder, maskedMyKad: myKad, courseCode: "AKMAL-IND-001",
            courseMalay: "Kursus Induksi Perkhidmatan Kastam", courseEnglish: "Induction to the Customs Service",
            datesMalay: "18 – 20 Mei 2026", datesEnglish: "18 – 20 May 2026", days: 3, hours: "18",
            venue: "Akademi Kastam Diraja Malaysia, Bukit Baru, Melaka",
            organiserMalay: "Akademi Kastam Diraja Malaysia", organiserEnglish: "Royal Malaysian Customs Academy",
            issuedMalay: "25 Mei 2026", issuedEnglish: "25 May 2026", serial: serial.text, code: code.grouped,
            host: "localhost:8080",
            signatories: [
                CertificateFace.Signatory(
                    name: "DATO' CONTOH BIN TELADAN", postMalay: "Pengarah Akademi", postEnglish: "Director"),
                CertificateFace.Signatory(
                    name: "UMPAMA A/P MISALAN", postMalay: "Ketua Pusat Pengajian",
                    postEnglish: "Head of Study Centre"),
            ])
    }
}

extension Sample {
    /// A proof of its own, signed anew each time as it is at an issue: claims, credential and leaf; the checkpoint is the
    /// batch's.
    /// - Parameter anchor: of a log of 256 leaves.
    func proof(by keys: KeyRing, under anchor: LogAnchor) throws -> CertificateProof {
        guard let claims = CertificateClaims(record) else {
            throw Unmeasurable(reason: "a sample has no moment of issue")
        }
        let place = StatusPlace(list: 1, index: record.serial.number)
        let document = CredentialDocument(record, seconds: claims.issuedAt, status: place)
        let credential = try keys.credentials(of: record.face.host).sign(document.payload).text
        let entry = LogEntry(
            kind: .issued, at: record.issuedAt, credential: SHA256Digest(of: credential),
            record: SHA256Digest(of: record.serial.text))
        let leaf = MerkleHash.leaf(Array(entry.text.utf8))
        guard
            let log = LogProof(
                index: record.serial.number % 256, hashes: [SHA256Digest](repeating: leaf, count: 8), anchor: anchor,
                extra: Array(entry.text.utf8))
        else { throw Unmeasurable(reason: "a proof of eight hashes is none") }
        return try CertificateProof(claims: keys.claims.sign(claims), credential: credential, log: log)
    }

    static func anchor(by keys: KeyRing) throws -> LogAnchor {
        let checkpoint = LogCheckpoint(origin: keys.origin, size: 256, root: MerkleHash.leaf([]))
        guard let anchor = LogAnchor(try keys.note.sign(checkpoint.body)) else {
            throw Unmeasurable(reason: "a checkpoint that is none")
        }
        return anchor
    }
}
