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
        let office = office
        let proven = try await office.database.write { transaction in
            try ProveCertificates(office)(certificates, in: transaction)
        }
        let made = try await make(proven)
        try await office.database.write { try release(made, in: $0) }
        return made.map(\.finished)
    }

    /// A certificate whose file is kept, unless it has a fault.
    struct Made: Sendable {
        let certificate: StoredCertificate
        let document: StoredCertificate.Document?
        let fault: String?

        var finished: Finished { Finished(certificate: certificate.with(document), fault: fault) }
    }

    /// Draws certificates on all cores, and keeps their files, waiting once for the disk.
    func make(_ certificates: [ProvenCertificate]) async throws -> [Made] {
        let cabinet = office.cabinet
        let stage = Stage(
            press: office.press, seal: office.keys.seal,
            evidence: try cabinet.evidence(at: office.surroundings.now().milliseconds / 1000))
        let pages = try await office.bench.share(certificates) { stage.page(of: $0) }
        let forms = pages.compactMap(\.form)
        let digests = try await office.vault.putAll(forms)
        var documents = zip(digests, forms).map { digest, form in
            StoredCertificate.Document(sha256: digest.hex, size: form.count)
        }[...]
        return zip(certificates, pages).map { proven, page in
            Made(
                certificate: proven.certificate, document: page.form == nil ? nil : documents.removeFirst(),
                fault: page.fault)
        }
    }

    private struct Page: Sendable {
        var form: StoredForm?
        var fault: String?
    }

    /// What it takes to draw and seal.
    private struct Stage: Sendable {
        let press: Press
        let seal: SealDocument
        let evidence: SealEvidence?

        func page(of proven: ProvenCertificate) -> Page {
            let record = proven.certificate.record
            guard
                case .entitled(let entitlement)? = CompletionFacts(evidence: record.evidence).map({ facts in
                    Verdict(on: Candidacy(officer: .init(record.officer), course: .init(record.course), facts: facts))
                })
            else {
                return Page(fault: "the evidence that was frozen with \(record.serial) does not earn a certificate")
            }
            do {
                let place = SealPlace.certificate(record, capacity: seal.capacity, evidence: evidence)
                let parts = try seal.parts(
                    of: press.certificate(
                        entitlement, record, claims: proven.proof.claims, with: proven.proof.attachments, for: place))
                return Page(form: parts.prefix.map { .tail(parts.rest, behind: $0) } ?? .whole(parts.rest))
            } catch {
                return Page(fault: "\(error)")
            }
        }
    }

    /// In the caller's transaction: hash of the bytes, status, audit and mail, for each that was not released before.
    func release(_ made: [Made], in transaction: borrowing Transaction) throws {
        let now = office.surroundings.now()
        var released: [CertificateRecord] = []
        var audit: [(entry: AuditEntry, course: Course.ID)] = []
        for one in made {
            let record = one.certificate.record
            guard let document = one.document,
                try Certificates.release(record.id, document: document, at: now, in: transaction)
            else { continue }
            released.append(record)
            let entry = AuditEntry(
                at: now, actor: one.certificate.issuedBy, action: "certificate.released", subjectKind: "certificate",
                subjectID: record.id, before: CertificateStatus.issuing.rawValue,
                after: "\(CertificateStatus.valid.rawValue) \(document.sha256)", requestID: "")
            audit.append((entry, .init(record.course)))
        }
        try AuditLog.append(audit, in: transaction)
        try tellHolders(released, at: now, in: transaction)
    }

    private func tellHolders(
        _ records: [CertificateRecord], at now: Instant, in transaction: borrowing Transaction
    ) throws {
        if records.isEmpty { return }
        let officers = records.map { Officer.ID($0.officer) }
        let addresses = try Officers.addresses(of: officers, in: transaction)
        let languages = try Accounts.languages(of: officers, in: transaction)
        let messages = try zip(records, officers).compactMap { record, officer -> OutboxMessage? in
            guard let address = addresses[officer] else { return nil }
            let language = languages[officer] ?? .malay
            let face = record.face
            let isEnglish = language == .english && !face.courseEnglish.isEmpty
            return OutboxMessage(
                id: try office.surroundings.newID(), kind: LetterKind.certificateReady.rawValue, recipient: address,
                language: language,
                values: [
                    "name": face.holder, "serial": face.serial,
                    "course": isEnglish ? face.courseEnglish : face.courseMalay,
                    "link": "\(office.settings.site)/v/\(record.code.text)",
                ])
        }
        try Outbox.add(messages, at: now, in: transaction)
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
