public import Academy
public import Attestation
import Records
import SQL

/// What the academy says of a code.
public enum CheckAnswer: Sendable, Hashable {
    /// Nothing with this code was ever issued.
    case unknown
    case known(CheckedCertificate)
    /// It is the code of a letter or slip.
    case paper(CheckedPaper)
}

/// The public side of a certificate: what is on its face, without the MyKad number, and what has become of it.
public struct CheckedCertificate: Sendable, Hashable {
    /// Never `issuing`: what is not released is not known.
    public let status: CertificateStatus
    public let statusAt: Instant
    public let reason: String

    /// The reason in words, where it is one of the stable codes of the rules.
    public func reason(in language: Language) -> String { StatusReason.text(of: reason, in: language) }
    public let code: PublicCode
    public let serial: Serial
    public let holder: String
    public let courseCode: String
    public let courseMalay: String
    public let courseEnglish: String
    public let datesMalay: String
    public let datesEnglish: String
    public let venue: String
    public let organiserMalay: String
    public let organiserEnglish: String
    public let issuedMalay: String
    public let issuedEnglish: String
    /// RFC 3339, UTC, milliseconds.
    public let issuedAt: String
    public let kind: String
    /// Which entry of the academy's log, from 0, its issue is; nil for a certificate from before the log.
    public let logIndex: Int?
    /// That the log has this entry; nil also where it was not asked for.
    public let log: LogProof?
    /// The certificate that replaces a superseded one.
    public let successor: PublicCode?

    init(_ certificate: ShownCertificate, log: LogProof?) {
        let face = certificate.face
        status = certificate.status
        statusAt = certificate.statusAt
        reason = certificate.statusReason
        code = certificate.code
        serial = certificate.serial
        holder = face.holder
        courseCode = face.courseCode
        courseMalay = face.courseMalay
        courseEnglish = face.courseEnglish
        datesMalay = face.datesMalay
        datesEnglish = face.datesEnglish
        venue = face.venue
        organiserMalay = face.organiserMalay
        organiserEnglish = face.organiserEnglish
        issuedMalay = face.issuedMalay
        issuedEnglish = face.issuedEnglish
        issuedAt = certificate.issuedAt
        kind = certificate.kind
        successor = certificate.successor
        logIndex = certificate.logIndex
        self.log = log
    }
}

/// Answers anybody who has a certificate's code: the public check.
public struct CheckCertificate: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Parameter proving: with the proof from the log, which takes as long as all the rest.
    public func callAsFunction(code: PublicCode, proving: Bool = true) async throws -> CheckAnswer {
        try await office.database.read { transaction in
            if let certificate = try Certificates.shown(code: code, in: transaction) {
                return try Self.answer(certificate, proving: proving, in: transaction)
            }
            guard let paper = try Papers.find(code: code, in: transaction) else { return .unknown }
            return .paper(try CheckedPaper(paper, at: PaperDesk(office, .malay), in: transaction))
        }
    }

    /// A certificate by its code, without its proof, before this returns.
    /// - Returns: nil where it would take a wait, and for whatever is no released certificate: ask again and wait.
    public func atOnce(code: PublicCode) throws -> CheckedCertificate? {
        let found = try office.database.readAtOnce { try Certificates.shown(code: code, in: $0) }
        guard let certificate = found ?? nil, certificate.status != .issuing else { return nil }
        return CheckedCertificate(certificate, log: nil)
    }

    /// By serial, for staff and the command line: serials can be counted up, so the public check does not take them.
    public func callAsFunction(serial: Serial, by caller: Caller) async throws -> CheckAnswer {
        guard Permission.seeCourses(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read { transaction in
            try Self.answer(try Certificates.shown(serial: serial, in: transaction), in: transaction)
        }
    }

    /// By the SHA-256 of a file that somebody holds.
    public func callAsFunction(documentSHA256: String) async throws -> CheckAnswer {
        try await office.database.read { transaction in
            try Self.answer(
                try Certificates.shown(documentSHA256: documentSHA256, in: transaction), in: transaction)
        }
    }

    /// A certificate that is still being made is told to nobody.
    private static func answer(
        _ certificate: ShownCertificate?, proving: Bool = true, in transaction: borrowing Transaction
    ) throws -> CheckAnswer {
        guard let certificate, certificate.status != .issuing else { return .unknown }
        return .known(
            CheckedCertificate(
                certificate,
                log: proving ? try CertificateProver.proof(of: certificate.id, in: transaction)?.log : nil))
    }
}
