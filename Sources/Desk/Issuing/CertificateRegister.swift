import Academy
import Attestation
import Drawing
import Eligibility
import Records
import SQL
import Typesetting

/// The first step of an issue: verdict, serial and frozen record, in one transaction.
///
/// Whoever issues, one certificate or ten thousand, comes through here.
struct CertificateRegister: Sendable {
    let template: TemplateReference
    let kind: String
    let fonts: [FontReference]
    let settings: OfficeSettings
    let surroundings: Surroundings

    /// Issues are made with the newest version of a kind of certificate.
    init(_ office: Office, kind: String = "participation") throws {
        let template = try office.press.newestTemplate(kind: kind)
        self.kind = template.kind
        self.template = TemplateReference(id: template.id, version: template.version, sha256: template.sha256)
        fonts = office.press.fontReferences(for: template)
        settings = office.settings
        surroundings = office.surroundings
    }

    enum Entry: Sendable {
        case withheld(by: [Obstacle])
        /// The officer has a live certificate for this course already.
        case existing(StoredCertificate)
        case entered(StoredCertificate)
        /// The officer's certificate for this course was revoked; that is not undone by asking again.
        case revoked
    }

    /// Judges the participation as it is now, and enters the certificate when it is earned.
    /// - Throws: ``Refusal/notFound`` when the officer is not on the course.
    func enter(
        officer: Officer.ID, course: Course.ID, by caller: Caller, in transaction: borrowing Transaction
    ) throws -> Entry {
        if let live = try Certificates.live(officer: officer, course: course, in: transaction) {
            return .existing(live)
        }
        guard let participation = try Participations.find(officer: officer, course: course, in: transaction) else {
            throw Refusal.notFound
        }
        if try Certificates.wasRevoked(officer: officer, course: course, in: transaction) { return .revoked }
        switch Verdict(on: participation.candidacy) {
        case .withheld(let obstacles): return .withheld(by: obstacles)
        case .entitled(let entitlement):
            return .entered(try issue(entitlement, participation, by: caller, in: transaction))
        }
    }

    /// What would be entered if it were entered now, under a serial and a code that are none: for the proof.
    ///
    /// nil when nothing would be entered, or when the officer is not on the course.
    func draft(
        officer: Officer.ID, course: Course.ID, in transaction: borrowing Transaction
    ) throws -> (entitlement: Entitlement, record: CertificateRecord)? {
        guard try Certificates.live(officer: officer, course: course, in: transaction) == nil,
            let participation = try Participations.find(officer: officer, course: course, in: transaction),
            try !Certificates.wasRevoked(officer: officer, course: course, in: transaction),
            case .entitled(let entitlement) = Verdict(on: participation.candidacy)
        else { return nil }
        let now = surroundings.now()
        let widest = Serial(year: now.day.year, number: 888_888)
        let record = try record(entitlement, participation, serial: widest, at: now, in: transaction)
        return (entitlement, record)
    }

    private func issue(
        _ entitlement: Entitlement, _ participation: ParticipationRecord, by caller: Caller,
        in transaction: borrowing Transaction
    ) throws -> StoredCertificate {
        let now = surroundings.now()
        let serial = try Certificates.drawSerial(year: now.day.year, in: transaction)
        let record = try record(entitlement, participation, serial: serial, at: now, in: transaction)
        try Certificates.insert(record, issuedBy: caller.account, at: now, in: transaction)
        try AuditLog.append(
            AuditEntry(
                at: now, actor: caller.account,
                onBehalfOf: caller.officer == participation.officer ? "" : participation.officer.text,
                action: "certificate.issued", subjectKind: "certificate", subjectID: record.id,
                after: "\(CertificateStatus.issuing.rawValue) \(record.serial.text)", requestID: caller.requestID),
            in: transaction)
        return StoredCertificate(record: record, issuedBy: caller.account, status: .issuing, statusAt: now)
    }

    /// Freezes every printed value and the evidence.
    /// - Parameter correction: what is to be printed otherwise than the records have it.
    func record(
        _ entitlement: Entitlement, _ participation: ParticipationRecord, serial: Serial,
        correction: FaceCorrection? = nil, at now: Instant, in transaction: borrowing Transaction
    ) throws -> CertificateRecord {
        let candidacy = entitlement.candidacy
        guard let officer = try Officers.find(candidacy.officer, in: transaction),
            let course = try Courses.find(candidacy.course, in: transaction)
        else { throw Refusal.notFound }
        let signatories = try SignatoryInOffice.of(course, in: transaction)
        let code = PublicCode(random: try surroundings.random(10))
        var face = FaceComposer(settings: settings).face(
            of: officer, on: course,
            signedBy: signatories.map {
                .init(name: $0.name, postMalay: $0.postMalay, postEnglish: $0.postEnglish, image: $0.image)
            },
            serial: serial, code: code, on: now.day)
        correction?.apply(to: &face)
        return CertificateRecord(
            id: try surroundings.newID(of: CertificateRecord.self).text, serial: serial, code: code,
            officer: officer.id.text, course: course.id.text, kind: kind, issuedAt: now.iso, face: face,
            evidence: participation.evidence, template: template, fonts: fonts)
    }
}
