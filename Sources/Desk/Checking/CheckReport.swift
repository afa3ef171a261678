import Academy
public import Attestation
import Sealing

/// The answer of a check as programs read it: the site's JSON and the command line's are one.
public struct CheckReport: Sendable, Hashable, Encodable {
    public internal(set) var verdict: CheckVerdict
    /// `7K3Q-W9TZ-4M2X-8HBC`; nil when nothing that was handed in has one.
    public internal(set) var code: String?
    public internal(set) var serial: String?
    public internal(set) var holder: String?
    public internal(set) var course: Bilingual?
    public internal(set) var dates: Bilingual?
    /// RFC 3339, UTC.
    public internal(set) var issued: String?
    /// Why it is not valid.
    public internal(set) var reason: Bilingual?
    /// RFC 3339, UTC: since when it is not valid.
    public internal(set) var at: String?
    /// Code of the certificate that replaces it.
    public internal(set) var successor: String?
    public internal(set) var log: LogPlace?
    /// What was asked of a file or a QR code, one after the other; nil where only a code was asked for.
    public internal(set) var steps: [CheckStep]?
    /// What a sealed file is that is no certificate.
    public internal(set) var document: Document?
    /// What the code belongs to when it is no certificate's.
    public internal(set) var paper: Paper?
    /// Only of a check without the academy's register: how old the list is that told the status.
    public internal(set) var statusAsOf: ListAge?
    /// The host of a scanned address when it is not the academy's: a look-alike site.
    public internal(set) var foreignHost: String?

    public struct Bilingual: Sendable, Hashable, Encodable {
        public let ms: String
        public let en: String

        /// - Parameter en: empty where there is only Malay.
        init(ms: String, en: String) {
            self.ms = ms
            self.en = en.isEmpty ? ms : en
        }
    }

    /// A letter, list or slip: what it says held when it was sealed, and may not hold any more.
    public struct Document: Sendable, Hashable, Encodable {
        public let title: String
        /// RFC 3339, UTC.
        public let sealed: String?

        init(_ paper: SealedPaper) {
            title = paper.title
            sealed = paper.moment.map { Instant(milliseconds: $0 * 1000).iso }
        }
    }

    /// A letter or slip that was given out under the code.
    public struct Paper: Sendable, Hashable, Encodable {
        public let kind: Bilingual
        /// `ST/2026/000123`.
        public let number: String
    }

    /// Where a certificate's entry stands in the academy's log.
    public struct LogPlace: Sendable, Hashable, Encodable {
        public let index: Int
        /// C2SP tlog-proof.
        public let proof: String
    }

    /// What an offline check knows the status by.
    public enum ListAge: Sendable, Hashable, Encodable {
        /// No list could be read, so that nothing is known of the status.
        case unknown
        /// RFC 3339, UTC; a list that is older than its own validity is told as such.
        case list(at: String, isStale: Bool)

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .unknown: try container.encodeNil()
            case .list(let moment, _): try container.encode(moment)
            }
        }
    }

    init(_ verdict: CheckVerdict, code: PublicCode? = nil) {
        self.verdict = verdict
        self.code = code?.grouped
    }
}

extension CheckReport {
    /// Of a code, a serial number or the digest of a file.
    public init(_ answer: CheckAnswer, code: PublicCode?) {
        switch answer {
        case .unknown: self.init(CheckFindings(proof: .none, register: .neverIssued).verdict, code: code)
        case .known(let certificate):
            self.init(
                CheckFindings(proof: .none, register: .issued(certificate.status)).verdict, code: certificate.code)
            show(certificate)
        case .paper(let paper):
            self.init(paper.verdict, code: paper.code)
            show(paper)
        }
    }

    private mutating func show(_ checked: CheckedPaper) {
        paper = Paper(
            kind: Bilingual(ms: checked.paper.name(in: .malay), en: checked.paper.name(in: .english)),
            number: checked.number)
        guard let face = checked.face else { return }
        holder = face.holder
        course = Bilingual(ms: face.courseMalay, en: face.courseEnglish)
        if !face.datesMalay.isEmpty { dates = Bilingual(ms: face.datesMalay, en: face.datesEnglish) }
        issued = checked.issuedAt?.iso
    }

    /// What the register says; the verdict is another matter.
    mutating func show(_ certificate: CheckedCertificate) {
        code = certificate.code.grouped
        serial = certificate.serial.text
        holder = certificate.holder
        course = Bilingual(ms: certificate.courseMalay, en: certificate.courseEnglish)
        dates = Bilingual(ms: certificate.datesMalay, en: certificate.datesEnglish)
        issued = certificate.issuedAt
        log = certificate.log.map { LogPlace(index: $0.index, proof: $0.text) }
        guard certificate.status != .valid else { return }
        at = certificate.statusAt.iso
        successor = certificate.successor?.grouped
        if !certificate.reason.isEmpty {
            reason = Bilingual(ms: certificate.reason(in: .malay), en: certificate.reason(in: .english))
        }
    }

    /// What a credential says, where there is no register.
    mutating func show(_ credential: CredentialDocument) {
        code = credential.code.grouped
        serial = credential.serial.text
        holder = credential.holder
        course = Bilingual(ms: credential.courseMalay, en: credential.courseEnglish)
        dates = Bilingual(ms: credential.datesMalay, en: credential.datesEnglish)
        issued = credential.issuedAt
    }

    /// What a QR code's claims say, where there is no register.
    mutating func show(_ claims: CertificateClaims) {
        code = claims.code.grouped
        serial = claims.serial.text
        holder = claims.holder
        course = Bilingual(ms: claims.course, en: "")
        dates = Bilingual(ms: claims.dates, en: "")
        issued = Instant(milliseconds: claims.issuedAt * 1000).iso
    }
}
