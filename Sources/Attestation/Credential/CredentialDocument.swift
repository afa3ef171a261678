/// A certificate as an Open Badges 3.0 credential: what is on its face, for software.
///
/// Never a MyKad number, an e-mail address or an id of ours: whoever is given the file can read it.
public struct CredentialDocument: Sendable, Hashable {
    public let host: String
    public let code: PublicCode
    public let serial: Serial
    public let holder: String
    public let courseCode: String
    public let courseMalay: String
    public let courseEnglish: String
    public let datesMalay: String
    public let datesEnglish: String
    public let organiserMalay: String
    public let organiserEnglish: String
    /// RFC 3339, UTC, milliseconds.
    public let issuedAt: String
    /// The same moment in seconds since 1970.
    public let issuedSeconds: Int64
    public let status: StatusPlace

    /// - Parameter seconds: of ``CertificateRecord/issuedAt``, since 1970.
    public init(_ record: CertificateRecord, seconds: Int64, status: StatusPlace) {
        let face = record.face
        self.init(
            host: face.host.lowercased(), code: record.code, serial: record.serial, holder: face.holder,
            courseCode: face.courseCode, courseMalay: face.courseMalay, courseEnglish: face.courseEnglish,
            datesMalay: face.datesMalay, datesEnglish: face.datesEnglish, organiserMalay: face.organiserMalay,
            organiserEnglish: face.organiserEnglish, issuedAt: record.issuedAt, issuedSeconds: seconds, status: status)
    }

    init(
        host: String, code: PublicCode, serial: Serial, holder: String, courseCode: String, courseMalay: String,
        courseEnglish: String, datesMalay: String, datesEnglish: String, organiserMalay: String,
        organiserEnglish: String, issuedAt: String, issuedSeconds: Int64, status: StatusPlace
    ) {
        self.host = host
        self.code = code
        self.serial = serial
        self.holder = holder
        self.courseCode = courseCode
        self.courseMalay = courseMalay
        self.courseEnglish = courseEnglish
        self.datesMalay = datesMalay
        self.datesEnglish = datesEnglish
        self.organiserMalay = organiserMalay
        self.organiserEnglish = organiserEnglish
        self.issuedAt = issuedAt
        self.issuedSeconds = issuedSeconds
        self.status = status
    }

    /// Its id, which is also where its holder's name can be laid beside the academy's answer.
    public var address: String { VerificationLink(host: host, code: code).address }

    /// Between the Malay and the English of one value.
    static let divider = " / "

    static func both(_ malay: String, _ english: String) -> String {
        english.isEmpty || english == malay ? malay : malay + divider + english
    }

    /// What is signed.
    public var payload: [UInt8] {
        let site = SiteIdentity(host: host)
        return JSONText.object([
            .init(
                "@context",
                .array([
                    .text("https://www.w3.org/ns/credentials/v2"),
                    .text("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"),
                ])),
            .init("id", .text(address)),
            .init("type", .array([.text("VerifiableCredential"), .text("OpenBadgeCredential")])),
            .init("issuer", issuer(site)),
            .init("validFrom", .text(issuedAt)),
            .init("name", .text(Self.both(courseMalay, courseEnglish))),
            .init("credentialSubject", subject(site)),
            .init("credentialStatus", .array(StatusPurpose.allCases.map { status.entry(of: $0, site) })),
            .init("iss", .text(site.did)),
            .init("jti", .text(address)),
            .init("nbf", .number(issuedSeconds)),
        ]).bytes
    }

    private func issuer(_ site: SiteIdentity) -> JSONText {
        .object([
            .init("id", .text(site.did)), .init("type", .array([.text("Profile")])),
            .init("name", .text(Self.both(organiserMalay, organiserEnglish))),
            .init("url", .text(site.address)),
        ])
    }

    private func subject(_ site: SiteIdentity) -> JSONText {
        .object([
            .init("type", .array([.text("AchievementSubject")])),
            .init(
                "identifier",
                .array([
                    .object([
                        .init("type", .text("IdentityObject")), .init("identityHash", .text(holder)),
                        .init("identityType", .text("name")), .init("hashed", .flag(false)),
                    ])
                ])),
            .init("licenseNumber", .text(serial.text)),
            .init("term", .text(Self.both(datesMalay, datesEnglish))),
            .init(
                "achievement",
                .object([
                    .init("id", .text(site.course(courseCode))), .init("type", .array([.text("Achievement")])),
                    .init("achievementType", .text("Certificate")), .init("humanCode", .text(courseCode)),
                    .init("name", .text(Self.both(courseMalay, courseEnglish))),
                    .init("description", .text(Self.both(Self.earnedMalay, Self.earnedEnglish))),
                    .init("criteria", .texts(["narrative": Self.both(Self.earnedMalay, Self.earnedEnglish)])),
                ])),
        ])
    }

    private static let earnedMalay = "Kehadiran disahkan, penilaian dihantar dan yuran dijelaskan."
    private static let earnedEnglish = "Attendance confirmed, evaluation sent and fee settled."
}
