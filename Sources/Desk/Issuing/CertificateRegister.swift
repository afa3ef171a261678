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
        /// The officer is not on the course.
        case stranger
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
        let entry = try enter([officer], course: course, by: caller, in: transaction)[0]
        if case .stranger = entry { throw Refusal.notFound }
        return entry
    }

    /// Judges the participations of several officers, and enters what has been earned under serials in their order.
    ///
    /// Each officer is named once.
    func enter(
        _ officers: [Officer.ID], course: Course.ID, by caller: Caller, in transaction: borrowing Transaction
    ) throws -> [Entry] {
        let standings = try standings(officers, course: course, in: transaction)
        let count = standings.count { if case .entitled = $0 { true } else { false } }
        guard count > 0, let common = try common(of: course, in: transaction) else {
            return try standings.map { if case .settled(let entry) = $0 { entry } else { throw Refusal.notFound } }
        }
        let now = surroundings.now()
        var serials = try Certificates.drawSerials(count, year: now.day.year, in: transaction)[...]
        var records: [CertificateRecord] = []
        var audit: [(entry: AuditEntry, course: Course.ID)] = []
        let entries: [Entry] = try standings.map { standing in
            switch standing {
            case .settled(let entry): return entry
            case .entitled(let entitlement, let participant):
                let record = try record(entitlement, participant, common, serial: serials.removeFirst(), at: now)
                records.append(record)
                audit.append((issued(record, by: caller, at: now), course))
                return .entered(
                    StoredCertificate(record: record, issuedBy: caller.account, status: .issuing, statusAt: now))
            }
        }
        try Certificates.insert(records, issuedBy: caller.account, at: now, in: transaction)
        try AuditLog.append(audit, in: transaction)
        return entries
    }

    /// What would be entered if it were entered now, under a serial and a code that are none: for the proof.
    ///
    /// Officers for whom nothing would be entered, and those who are not on the course, are left out.
    func drafts(
        _ officers: [Officer.ID], course: Course.ID, in transaction: borrowing Transaction
    ) throws -> [(entitlement: Entitlement, record: CertificateRecord)] {
        guard let common = try common(of: course, in: transaction) else { return [] }
        let now = surroundings.now()
        let widest = Serial(year: now.day.year, number: 888_888)
        return try standings(officers, course: course, in: transaction).compactMap { standing in
            guard case .entitled(let entitlement, let participant) = standing else { return nil }
            return (entitlement, try record(entitlement, participant, common, serial: widest, at: now))
        }
    }

    private enum Standing {
        case settled(Entry)
        case entitled(Entitlement, Participant)
    }

    /// How the officers stand to the course, in their order.
    private func standings(
        _ officers: [Officer.ID], course: Course.ID, in transaction: borrowing Transaction
    ) throws -> [Standing] {
        let live = try Certificates.live(officers: officers, course: course, in: transaction)
        let revoked = try Certificates.revoked(officers: officers, course: course, in: transaction)
        let participants = try Participations.of(officers: officers, course: course, in: transaction)
        return officers.map { officer in
            if let certificate = live[officer] { return .settled(.existing(certificate)) }
            guard let participant = participants[officer] else { return .settled(.stranger) }
            if revoked.contains(officer) { return .settled(.revoked) }
            switch Verdict(on: participant.record.candidacy) {
            case .withheld(let obstacles): return .settled(.withheld(by: obstacles))
            case .entitled(let entitlement): return .entitled(entitlement, participant)
            }
        }
    }

    private func issued(_ record: CertificateRecord, by caller: Caller, at now: Instant) -> AuditEntry {
        AuditEntry(
            at: now, actor: caller.account, onBehalfOf: caller.officer?.text == record.officer ? "" : record.officer,
            action: "certificate.issued", subjectKind: "certificate", subjectID: record.id,
            after: "\(CertificateStatus.issuing.rawValue) \(record.serial.text)", requestID: caller.requestID)
    }

    /// What all certificates of a course say.
    private struct Common {
        let course: Course
        let signatories: [CertificateFace.Signatory]
    }

    private func common(of id: Course.ID, in transaction: borrowing Transaction) throws -> Common? {
        guard let course = try Courses.find(id, in: transaction) else { return nil }
        let signatories = try SignatoryInOffice.of(course, in: transaction)
        return Common(
            course: course,
            signatories: signatories.map {
                .init(name: $0.name, postMalay: $0.postMalay, postEnglish: $0.postEnglish, image: $0.image)
            })
    }

    /// Freezes every printed value and the evidence.
    /// - Parameter correction: what is to be printed otherwise than the records have it.
    func record(
        _ entitlement: Entitlement, _ participation: ParticipationRecord, serial: Serial,
        correction: FaceCorrection? = nil, at now: Instant, in transaction: borrowing Transaction
    ) throws -> CertificateRecord {
        guard let officer = try Officers.find(entitlement.candidacy.officer, in: transaction),
            let common = try common(of: entitlement.candidacy.course, in: transaction)
        else { throw Refusal.notFound }
        let participant = Participant(record: participation, officer: officer)
        return try record(entitlement, participant, common, serial: serial, correction: correction, at: now)
    }

    private func record(
        _ entitlement: Entitlement, _ participant: Participant, _ common: Common, serial: Serial,
        correction: FaceCorrection? = nil, at now: Instant
    ) throws -> CertificateRecord {
        let code = PublicCode(random: try surroundings.random(10))
        var face = FaceComposer(settings: settings).face(
            of: participant.officer, on: common.course, signedBy: common.signatories, serial: serial, code: code,
            on: now.day)
        correction?.apply(to: &face)
        return CertificateRecord(
            id: try surroundings.newID(of: CertificateRecord.self).text, serial: serial, code: code,
            officer: participant.officer.id.text, course: common.course.id.text, kind: kind, issuedAt: now.iso,
            face: face, evidence: participant.record.evidence, template: template, fonts: fonts)
    }
}
