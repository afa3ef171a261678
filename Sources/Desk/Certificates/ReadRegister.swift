public import Academy
public import Attestation
import Records
import SQL

/// One line of the register of certificates.
public struct RegisterLine: Sendable, Hashable {
    public let id: String
    public let serial: Serial
    public let code: PublicCode
    public let holder: String
    public let courseCode: String
    public let status: CertificateStatus
    public let statusAt: Instant
    /// A proposal to revoke it waits for its decision.
    public let hasProposal: Bool

    init(_ certificate: StoredCertificate, hasProposal: Bool) {
        let record = certificate.record
        id = record.id
        serial = record.serial
        code = record.code
        holder = record.face.holder
        courseCode = record.face.courseCode
        status = certificate.status
        statusAt = certificate.statusAt
        self.hasProposal = hasProposal
    }
}

/// One certificate with everything that has happened to it.
public struct CertificateDossier: Sendable, Hashable {
    public let line: RegisterLine
    public let face: CertificateFace
    public let issuedAt: Instant?
    /// Why it is not valid, for everybody; empty while it is.
    public let statusReason: String
    /// The certificate that it replaces, and the one that replaces it.
    public let predecessor: RegisterLine?
    public let successor: RegisterLine?
    /// In hexadecimal; nil while the file is being made.
    public let documentSHA256: String?
    /// The one that waits for its decision.
    public let openProposal: RevocationCase?
    /// Oldest first.
    public let history: [CertificateEventLine]
    /// What the caller may do now.
    public let deeds: Set<Deed>
    /// The caller's own.
    public let isOwn: Bool

    public enum Deed: String, Sendable, Hashable, CaseIterable {
        case suspend, restore, correct
        case propose = "propose_revocation"
        case confirm = "confirm_revocation"
        /// Refuses somebody else's proposal.
        case refuse = "refuse_revocation"
        /// Takes the own proposal back.
        case withdraw = "withdraw_revocation"
    }

    /// The reason in words.
    public func reason(in language: Language) -> String { StatusReason.text(of: statusReason, in: language) }
}

/// A proposal to revoke that waits for a second person.
public struct RevocationCase: Sendable, Hashable {
    public let id: String
    public let reason: CertificateReason
    /// In the proposer's own words.
    public let remark: String
    /// Account.
    public let proposedBy: String
    public let proposedAt: Instant

    init(_ proposal: RevocationProposal) {
        id = proposal.id.text
        reason = proposal.reason
        remark = proposal.remark
        proposedBy = proposal.proposedBy
        proposedAt = proposal.proposedAt
    }
}

/// The register of certificates (*Daftar sijil*), for administrators and auditors.
public struct ReadRegister: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// One page, the latest first.
    /// - Parameters:
    ///   - search: a serial number, a code or an address with one, a course's code, or words of a name.
    ///   - id: of the last line of the page before.
    /// - Throws: ``Refusal/forbidden``.
    public func callAsFunction(
        search: String, before id: String? = nil, limit: Int, by caller: Caller
    ) async throws -> [RegisterLine] {
        guard Permission.seeRegister(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read { transaction in
            try Self.found(search, before: id, limit: limit, in: transaction).map {
                try Self.line($0, in: transaction)
            }
        }
    }

    /// Certificates that wait for the decision of a second person, oldest first.
    public func proposed(by caller: Caller) async throws -> [RegisterLine] {
        guard Permission.seeRegister(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read { transaction in
            try Revocations.open(limit: 100, in: transaction).compactMap {
                try Certificates.find($0.certificate, in: transaction)
            }.map { RegisterLine($0, hasProposal: true) }
        }
    }

    /// - Throws: ``Refusal/notFound``, also for who may not see the register.
    public func one(_ id: String, by caller: Caller) async throws -> CertificateDossier {
        try await office.database.read { transaction in
            let standing = try CertificateStanding(of: caller, toward: id, in: transaction)
            return try CertificateDossier(standing, in: transaction)
        }
    }

    private static func found(
        _ search: String, before id: String?, limit: Int, in transaction: borrowing Transaction
    ) throws -> [StoredCertificate] {
        let text = search.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if text.isEmpty { return try Certificates.page(before: id, limit: limit, in: transaction) }
        if let serial = Serial(parsing: text) {
            return id == nil ? try Certificates.versions(of: serial, in: transaction) : []
        }
        if let code = VerificationLink.code(in: text), let one = try Certificates.find(code: code, in: transaction) {
            return id == nil ? [one] : []
        }
        if let code = CourseCode(parsing: text), let course = try Courses.find(code: code, in: transaction) {
            return try Certificates.page(of: course.id, before: id, limit: limit, in: transaction)
        }
        return try Certificates.page(
            ofHoldersNamed: SearchQuery(text), before: id, limit: limit, in: transaction)
    }

    static func line(_ certificate: StoredCertificate, in transaction: borrowing Transaction) throws -> RegisterLine {
        let hasProposal = try Revocations.open(of: certificate.record.id, in: transaction) != nil
        return RegisterLine(certificate, hasProposal: hasProposal)
    }
}

extension CertificateDossier {
    init(_ standing: CertificateStanding, in transaction: borrowing Transaction) throws {
        let certificate = standing.certificate
        let record = certificate.record
        let open = try Revocations.open(of: record.id, in: transaction)
        openProposal = open.map(RevocationCase.init)
        line = RegisterLine(certificate, hasProposal: open != nil)
        face = record.face
        issuedAt = Instant(iso: record.issuedAt)
        statusReason = certificate.statusReason
        documentSHA256 = certificate.document?.sha256
        successor = try certificate.supersededBy.flatMap { try Certificates.find($0, in: transaction) }.map {
            try ReadRegister.line($0, in: transaction)
        }
        predecessor = try Certificates.versions(of: record.serial, in: transaction)
            .first { $0.supersededBy == record.id }.map { try ReadRegister.line($0, in: transaction) }
        history = try AuditLog.entries(about: "certificate", record.id, in: transaction).map(
            CertificateEventLine.init)
        isOwn = standing.caller.officer == .init(record.officer)
        deeds = Self.deeds(standing, open)
    }

    private static func deeds(_ standing: CertificateStanding, _ open: RevocationProposal?) -> Set<Deed> {
        var deeds: Set<Deed> = []
        func allows(_ event: CertificateEvent) -> Bool { standing.obstacles(to: event).isEmpty }
        if allows(.suspend) { deeds.insert(.suspend) }
        if allows(.restore) { deeds.insert(.restore) }
        if allows(.correct), open == nil { deeds.insert(.correct) }
        guard allows(.revoke) else { return deeds }
        guard let open else { return deeds.union([.propose]) }
        return deeds.union(open.proposedBy == standing.caller.account ? [.withdraw] : [.confirm, .refuse])
    }
}
