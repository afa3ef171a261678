import Academy
public import Attestation
import Eligibility
import Logging
import Records
import SQL

/// What a page to correct a certificate begins with.
public struct CorrectionSheet: Sendable, Hashable {
    public let id: String
    public let serial: Serial
    public let face: CertificateFace
    /// As the academy's records have it today.
    public let form: FaceCorrection.Form
}

/// What a correction would change, before it is made.
public struct CorrectionPreview: Sendable, Hashable {
    public let sheet: CorrectionSheet
    /// Never empty.
    public let differences: [FaceDifference]
    /// The number that the corrected certificate will have.
    public let serial: Serial
}

/// Corrects a certificate (*Pembetulan*): a new version takes its place, and the old one says so for ever.
///
/// The old record stays as it was frozen; what is printed nowhere else is taken from the records as they are today.
public struct CorrectCertificate: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/notFound``, ``Refusal/forbidden``, ``Refusal/conflict(_:)``.
    public func open(_ id: String, by caller: Caller) async throws -> CorrectionSheet {
        try await office.database.read { transaction in
            let standing = try CertificateStanding(of: caller, toward: id, in: transaction)
            try Self.require(standing, in: transaction)
            return try Self.sheet(standing.certificate, in: transaction)
        }
    }

    /// - Throws: ``Refusal/invalid(_:)`` with fields `nama`, `tajuk`, `tajuk-en`, `tarikh`, `ulasan`, also when nothing
    ///   would change or the new text cannot be printed.
    public func preview(
        _ id: String, _ form: FaceCorrection.Form, by caller: Caller
    ) async throws -> CorrectionPreview {
        let draft = try await draft(id, form, by: caller)
        if let fault = try await proofread(draft) {
            office.logger.info("a correction cannot be set", metadata: ["why": "\(fault)"])
            throw Refusal.invalid([FieldProblem(field: "nama", code: "unprintable")])
        }
        return CorrectionPreview(
            sheet: draft.sheet, differences: draft.record.face.differences(from: draft.sheet.face),
            serial: draft.record.serial)
    }

    /// Makes the corrected certificate and releases it; asked again it gives the same.
    /// - Returns: the id of the certificate that takes the old one's place.
    @discardableResult
    public func callAsFunction(_ id: String, _ form: FaceCorrection.Form, by caller: Caller) async throws -> String {
        if let successor = try await successor(of: id, by: caller) { return successor }
        _ = try await preview(id, form, by: caller)
        let office = office
        let entered: StoredCertificate = try await office.database.write { transaction in
            let now = office.surroundings.now()
            let draft = try Self.draft(id, form, office, by: caller, at: now, in: transaction)
            return try Self.enter(draft, office, by: caller, at: now, in: transaction)
        }
        let finished = try await CertificateFinisher(office: office).finish([entered])[0]
        if let fault = finished.fault { throw UndrawableCertificate(reason: fault) }
        return entered.record.id
    }
}

extension CorrectCertificate {
    private struct Draft: Sendable {
        let old: StoredCertificate
        let sheet: CorrectionSheet
        let entitlement: Entitlement
        let record: CertificateRecord
        let remark: ReasonText
    }

    private func successor(of id: String, by caller: Caller) async throws -> String? {
        try await office.database.read { transaction in
            let standing = try CertificateStanding(of: caller, toward: id, in: transaction)
            guard caller.has(.administrator) else { throw Refusal.forbidden }
            return standing.certificate.supersededBy
        }
    }

    private func draft(_ id: String, _ form: FaceCorrection.Form, by caller: Caller) async throws -> Draft {
        let office = office
        return try await office.database.read(.long) { transaction in
            try Self.draft(id, form, office, by: caller, at: office.surroundings.now(), in: transaction)
        }
    }

    private func proofread(_ draft: Draft) async throws -> String? {
        let register = try CertificateRegister(office, kind: draft.record.kind)
        return try await Proofreader(office: office, register: register).fault(draft.entitlement, draft.record)
    }

    /// What may be corrected now.
    private static func require(_ standing: CertificateStanding, in transaction: borrowing Transaction) throws {
        guard standing.caller.has(.administrator) else { throw Refusal.forbidden }
        if let refusal = standing.obstacles(to: .correct).first { throw refusal.refusal }
        if try Revocations.open(of: standing.certificate.record.id, in: transaction) != nil {
            throw Refusal.conflict(.revocationProposed)
        }
        guard standing.certificate.record.serial.version < Serial.lastVersion else {
            throw Refusal.conflict(.changedMeanwhile)
        }
    }

    private static func draft(
        _ id: String, _ form: FaceCorrection.Form, _ office: Office, by caller: Caller, at now: Instant,
        in transaction: borrowing Transaction
    ) throws -> Draft {
        let standing = try CertificateStanding(of: caller, toward: id, in: transaction)
        try require(standing, in: transaction)
        let (correction, remark) = try read(form, for: standing)
        guard try standing.transition(on: .correct, reason: remark) != nil else {
            throw Refusal.conflict(.changedMeanwhile)
        }
        let old = standing.certificate
        guard
            let participation = try Participations.find(
                officer: .init(old.record.officer), course: .init(old.record.course), in: transaction),
            case .entitled(let entitlement) = Verdict(on: participation.candidacy)
        else { throw Refusal.conflict(.certificateNotEarned) }
        let record = try CertificateRegister(office, kind: old.record.kind).record(
            entitlement, participation, serial: old.record.serial.next, correction: correction, at: now,
            in: transaction)
        guard !record.face.differences(from: old.record.face).isEmpty else {
            throw Refusal.invalid([FieldProblem(field: "nama", code: "nothing_corrected")])
        }
        return Draft(
            old: old, sheet: try sheet(old, in: transaction), entitlement: entitlement, record: record, remark: remark)
    }

    /// Both halves of the form, with everything that is wrong in either.
    private static func read(
        _ form: FaceCorrection.Form, for standing: CertificateStanding
    ) throws -> (FaceCorrection, ReasonText) {
        var problems: [FieldProblem] = []
        func collect<Value>(_ make: () throws -> Value) throws -> Value? {
            do {
                return try make()
            } catch Refusal.invalid(let wrong) {
                problems += wrong
                return nil
            }
        }
        let correction = try collect { try FaceCorrection(form) }
        let remark = try collect { try MoveForm.remark(form.remark, for: standing) }
        guard let correction, let remark else { throw Refusal.invalid(problems) }
        return (correction, remark)
    }

    private static func sheet(
        _ certificate: StoredCertificate, in transaction: borrowing Transaction
    ) throws -> CorrectionSheet {
        let record = certificate.record
        guard let officer = try Officers.find(.init(record.officer), in: transaction),
            let course = try Courses.find(.init(record.course), in: transaction)
        else { throw Refusal.notFound }
        return CorrectionSheet(
            id: record.id, serial: record.serial, face: record.face,
            form: FaceCorrection.Form(
                holder: officer.name.text, courseMalay: course.titleMalay, courseEnglish: course.titleEnglish,
                days: course.dates.days.map(\.iso).joined(separator: ", ")))
    }

    /// The old one out, the new one in, each pointing to the other.
    private static func enter(
        _ draft: Draft, _ office: Office, by caller: Caller, at now: Instant, in transaction: borrowing Transaction
    ) throws -> StoredCertificate {
        let (old, record) = (draft.old, draft.record)
        let reasons = CertificateReason.of(record.face.differences(from: old.record.face))
        try CertificateMove(office: office, caller: caller, now: now)(
            old, to: .superseded, reason: StatusReason.stored(reasons), remark: draft.remark.text, in: transaction)
        try Certificates.insert(record, issuedBy: caller.account, at: now, in: transaction)
        try Certificates.link(old.record.id, supersededBy: record.id, in: transaction)
        try AuditLog.append(
            AuditEntry(
                at: now, actor: caller.account, onBehalfOf: record.officer, action: "certificate.issued",
                subjectKind: "certificate", subjectID: record.id,
                after: "\(CertificateStatus.issuing.rawValue) \(record.serial.text)", reason: old.record.serial.text,
                requestID: caller.requestID),
            in: transaction)
        return StoredCertificate(record: record, issuedBy: caller.account, status: .issuing, statusAt: now)
    }
}
