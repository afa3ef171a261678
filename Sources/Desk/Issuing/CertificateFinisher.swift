import Academy
import Attestation
import Digests
import Drawing
import Eligibility
import PDFObjects
import Post
import Records
import SQL
import Sealing
import Vault

/// The later steps of an issue: draw the page, keep its bytes, release it.
///
/// Each can be repeated; none changes a byte.
struct CertificateFinisher: Sendable {
    let office: Office

    /// What became of one certificate.
    struct Finished: Sendable {
        let certificate: StoredCertificate
        /// nil when it is released; else what went wrong, and the certificate stays numbered and unreleased.
        let fault: String?
    }

    /// Proves, draws and keeps certificates together; one that cannot be drawn does not hold up the others.
    func finish(_ certificates: [StoredCertificate]) async throws -> [Finished] {
        let proofs = try await ProveCertificates(office)(certificates)
        let drawn = try await draw(Array(zip(certificates, proofs)))
        let digests = try await office.vault.putAll(drawn.compactMap(\.bytes))
        var remaining = digests[...]
        let documents = drawn.map { page in
            page.bytes.map { bytes in
                StoredCertificate.Document(sha256: remaining.removeFirst().hex, size: bytes.count)
            }
        }
        try await release(Array(zip(certificates, documents)))
        return zip(certificates, zip(drawn, documents)).map { certificate, page in
            Finished(certificate: certificate.with(page.1), fault: page.0.fault)
        }
    }

    private struct Page: Sendable {
        var bytes: [UInt8]?
        var fault: String?
    }

    /// One task a certificate; the bench lets as many run as there are cores.
    private func draw(_ certificates: [(StoredCertificate, CertificateProof)]) async throws -> [Page] {
        try await withThrowingTaskGroup(of: (Int, Page).self) { group in
            for (index, (certificate, proof)) in certificates.enumerated() {
                group.addTask { (index, try await page(of: certificate, proof)) }
            }
            var pages = [Page](repeating: Page(), count: certificates.count)
            for try await (index, page) in group { pages[index] = page }
            return pages
        }
    }

    private func page(of certificate: StoredCertificate, _ proof: CertificateProof) async throws -> Page {
        let record = certificate.record
        guard
            case .entitled(let entitlement)? = CompletionFacts(evidence: record.evidence).map({ facts in
                Verdict(on: Candidacy(officer: .init(record.officer), course: .init(record.course), facts: facts))
            })
        else { return Page(fault: "the evidence that was frozen with \(record.serial) does not earn a certificate") }
        let press = office.press
        let (seal, cabinet) = (office.keys.seal, office.cabinet)
        let now = office.surroundings.now().milliseconds / 1000
        return try await office.bench.run {
            do {
                let place = SealPlace.certificate(
                    record, capacity: seal.capacity, evidence: try cabinet.evidence(at: now))
                return Page(
                    bytes: try seal(
                        press.certificate(
                            entitlement, record, claims: proof.claims, with: proof.attachments, for: place)))
            } catch {
                return Page(fault: "\(error)")
            }
        }
    }

    /// One transaction: hash of the bytes, status, audit and mail, for each that was not released before.
    private func release(_ pairs: [(StoredCertificate, StoredCertificate.Document?)]) async throws {
        let surroundings = office.surroundings
        let settings = office.settings
        try await office.database.write { transaction in
            let now = surroundings.now()
            for case (let certificate, let document?) in pairs {
                let record = certificate.record
                guard try Certificates.release(record.id, document: document, at: now, in: transaction) else {
                    continue
                }
                try AuditLog.append(
                    AuditEntry(
                        at: now, actor: certificate.issuedBy, action: "certificate.released",
                        subjectKind: "certificate", subjectID: record.id,
                        before: CertificateStatus.issuing.rawValue,
                        after: "\(CertificateStatus.valid.rawValue) \(document.sha256)", requestID: ""),
                    in: transaction)
                try tellHolder(record, settings, surroundings, at: now, in: transaction)
            }
        }
    }

    private func tellHolder(
        _ record: CertificateRecord, _ settings: OfficeSettings, _ surroundings: Surroundings, at now: Instant,
        in transaction: borrowing Transaction
    ) throws {
        let id = Officer.ID(record.officer)
        guard let officer = try Officers.find(id, in: transaction) else { return }
        let language = try Accounts.language(of: id, in: transaction)
        let face = record.face
        let isEnglish = language == .english && !face.courseEnglish.isEmpty
        try Outbox.add(
            OutboxMessage(
                id: try surroundings.newID(), kind: LetterKind.certificateReady.rawValue,
                recipient: officer.email.text, language: language,
                values: [
                    "name": face.holder, "serial": face.serial,
                    "course": isEnglish ? face.courseEnglish : face.courseMalay,
                    "link": "\(settings.site)/v/\(record.code.text)",
                ]),
            at: now, in: transaction)
    }
}

extension SealPlace {
    /// The seal of a certificate: the academy's, dated when it was issued.
    static func certificate(
        _ record: CertificateRecord, capacity: Int, evidence: SealEvidence? = nil
    ) -> SealPlace {
        SealPlace(
            capacity: capacity, name: record.face.organiserMalay, reason: "Sijil \(record.serial)",
            date: "\(record.issuedAt.prefix(19))Z", evidence: evidence)
    }
}

extension StoredCertificate {
    /// The same certificate as it stands after its file became durable.
    fileprivate func with(_ document: Document?) -> StoredCertificate {
        guard let document else { return self }
        return StoredCertificate(
            record: record, issuedBy: issuedBy, status: .valid, statusAt: statusAt, document: document)
    }
}
