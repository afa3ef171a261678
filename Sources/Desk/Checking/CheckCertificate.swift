public import Academy
public import Attestation
import Records
import SQL

/// What the academy says of a code.
public enum CheckAnswer: Sendable, Hashable {
    /// No certificate with this code was ever issued.
    case unknown
    case known(CheckedCertificate)
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
    public let kind: String
    /// The certificate that replaces a superseded one.
    public let successor: PublicCode?

    init(_ certificate: StoredCertificate, successor: PublicCode?) {
        let face = certificate.record.face
        status = certificate.status
        statusAt = certificate.statusAt
        reason = certificate.statusReason
        code = certificate.record.code
        serial = certificate.record.serial
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
        kind = certificate.record.kind
        self.successor = successor
    }
}

/// Answers anybody who has a certificate's code: the public check.
public struct CheckCertificate: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    public func callAsFunction(code: PublicCode) async throws -> CheckAnswer {
        try await office.database.read { transaction in
            try Self.answer(try Certificates.find(code: code, in: transaction)) { id in
                try Certificates.find(id, in: transaction)?.record.code
            }
        }
    }

    /// By serial, for staff and the command line: serials can be counted up, so the public check does not take them.
    public func callAsFunction(serial: Serial, by caller: Caller) async throws -> CheckAnswer {
        guard Permission.seeCourses(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read { transaction in
            try Self.answer(try Certificates.find(serial: serial, in: transaction)) { id in
                try Certificates.find(id, in: transaction)?.record.code
            }
        }
    }

    /// By the SHA-256 of a file that somebody holds: nil when no certificate's file has it.
    public func callAsFunction(documentSHA256: String) async throws -> CheckedCertificate? {
        try await office.database.read { transaction in
            try Certificates.find(documentSHA256: documentSHA256, in: transaction).map {
                CheckedCertificate($0, successor: nil)
            }
        }
    }

    private static func answer(
        _ certificate: StoredCertificate?, successor: (String) throws -> PublicCode?
    ) rethrows -> CheckAnswer {
        guard let certificate, certificate.status != .issuing else { return .unknown }
        return .known(CheckedCertificate(certificate, successor: try certificate.supersededBy.flatMap(successor)))
    }
}
