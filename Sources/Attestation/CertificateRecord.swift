/// One issued certificate: everything that was true when it was issued, frozen.
public struct CertificateRecord: Sendable, Hashable {
    public let id: String
    public let serial: Serial
    public let code: PublicCode
    public let officer: String
    public let course: String
    /// Folder of its template: `participation`.
    public let kind: String
    /// RFC 3339, UTC, milliseconds.
    public let issuedAt: String
    public let face: CertificateFace
    /// Who confirmed what and when; one a condition.
    public let evidence: [Evidence]
    public let template: TemplateReference
    public let fonts: [FontReference]

    public init(
        id: String, serial: Serial, code: PublicCode, officer: String, course: String, kind: String, issuedAt: String,
        face: CertificateFace, evidence: [Evidence], template: TemplateReference, fonts: [FontReference]
    ) {
        self.id = id
        self.serial = serial
        self.code = code
        self.officer = officer
        self.course = course
        self.kind = kind
        self.issuedAt = issuedAt
        self.face = face
        self.evidence = evidence
        self.template = template
        self.fonts = fonts
    }

    /// The address that its QR code opens.
    public var link: VerificationLink { VerificationLink(host: face.host, code: code) }
}

/// One condition of the gate, and how it came to hold.
public struct Evidence: Sendable, Hashable, Codable {
    /// `attendance`, `evaluation` or `fee`.
    public let condition: String
    /// The state that met it: `confirmed`, `sent`, `verified`, `exempt`, `not_applicable`.
    public let state: String
    /// Account of the one who confirmed it; empty where nobody had to.
    public let by: String
    /// RFC 3339, UTC, milliseconds; empty where nothing had to happen.
    public let at: String
    /// What else the decision rested on: minutes attended, receipt number, reason of an exemption.
    public let detail: String

    public init(condition: String, state: String, by: String, at: String, detail: String) {
        self.condition = condition
        self.state = state
        self.by = by
        self.at = at
        self.detail = detail
    }
}

/// The exact template that a certificate was set with.
public struct TemplateReference: Sendable, Hashable, Codable {
    /// `certificates/participation`.
    public let id: String
    public let version: Int
    /// SHA-256 over the template and every file it uses, in hexadecimal.
    public let sha256: String

    public init(id: String, version: Int, sha256: String) {
        self.id = id
        self.version = version
        self.sha256 = sha256
    }
}

/// One font file that a certificate may have used.
public struct FontReference: Sendable, Hashable, Codable {
    public let file: String
    /// In hexadecimal.
    public let sha256: String

    public init(file: String, sha256: String) {
        self.file = file
        self.sha256 = sha256
    }
}
