import Academy
import Attestation
import Drawing
import Eligibility
import PDFObjects
import Typesetting

/// A press on a checkout's templates, and what each certificate is made with beside its face.
struct Workshop: Sendable {
    let press: Press
    let template: Template
    let entitlement: Entitlement

    init(root: String) throws {
        press = try Press(templates: "\(root)/Templates", assets: "\(root)/Assets", fonts: "\(root)/Fonts")
        template = try press.newestTemplate(kind: "participation")
        let facts = CompletionFacts(outcome: .completed, attendance: .confirmed, evaluation: .sent, fee: .verified)
        let candidacy = Candidacy(officer: Identifier("pairs"), course: Identifier("pairs"), facts: facts)
        guard case .entitled(let entitlement) = Verdict(on: candidacy) else { throw Unusable.gate }
        self.entitlement = entitlement
    }

    func certificate(_ face: CertificateFace) throws -> Certificate {
        guard let serial = Serial(parsing: face.serial), let code = PublicCode(parsing: face.code) else {
            throw Unusable.face(face.serial)
        }
        let record = CertificateRecord(
            id: face.code, serial: serial, code: code, officer: "pairs", course: "pairs",
            kind: "participation", issuedAt: "2026-03-12T01:02:03.004Z", face: face, evidence: [],
            template: template.reference, fonts: press.fontReferences(for: template))
        guard let claims = CertificateClaims(record) else { throw Unusable.face(face.serial) }
        return Certificate(workshop: self, record: record, claims: .placeholder(for: claims))
    }

    enum Unusable: Error { case gate, face(String) }
}

/// One certificate, to be made by either path; what signs it is no concern of drawing.
struct Certificate: Sendable {
    let workshop: Workshop
    let record: CertificateRecord
    let claims: SignedClaims

    private var attachments: [Finishing.Attachment] {
        ["credential.jwt", "log-proof.txt"].map { name in
            .init(
                name: name, description: name, mediaType: "text/plain", relationship: .data,
                content: Array("\(name) of \(record.serial)".utf8))
        }
    }

    private var seal: SealPlace {
        SealPlace(capacity: 2000, name: "Meterai", reason: "Sijil", date: "2026-03-12T01:02:03Z")
    }

    /// As the product makes it: from the compiled template, where that covers it.
    func compiled() throws -> UnsealedFile {
        try workshop.press.certificate(
            workshop.entitlement, record, claims: claims, with: attachments, for: seal)
    }

    /// Through Pango and Cairo, whatever its letters.
    func reference() throws -> UnsealedFile {
        try workshop.press.draw(
            workshop.entitlement, record, workshop.template, claims: claims, with: attachments, for: seal)
    }
}
