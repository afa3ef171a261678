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
    ///
    /// Written piece by piece, as this is done for every certificate: what a tree of ``JSONText`` would come to.
    public var payload: [UInt8] {
        let site = SiteIdentity(host: host)
        let (did, address) = (site.did, self.address)
        let name = Self.both(courseMalay, courseEnglish)
        var json = JSONBytes(reserving: 2560)
        json.put(Self.opening, address)
        json.put(#","type":["VerifiableCredential","OpenBadgeCredential"],"issuer":{"id":"#, did)
        json.put(#","type":["Profile"],"name":"#, Self.both(organiserMalay, organiserEnglish))
        json.put(#","url":"#, site.address)
        json.put(#"},"validFrom":"#, issuedAt)
        json.put(#","name":"#, name)
        json.put(Self.subject, holder)
        json.put(#","identityType":"name","hashed":false}],"licenseNumber":"#, serial.text)
        json.put(#","term":"#, Self.both(datesMalay, datesEnglish))
        json.put(#","achievement":{"id":"#, site.course(courseCode))
        json.put(#","type":["Achievement"],"achievementType":"Certificate","humanCode":"#, courseCode)
        json.put(#","name":"#, name)
        json.put(#","description":"#, Self.earned)
        json.put(#","criteria":{"narrative":"#, Self.earned)
        for (index, purpose) in StatusPurpose.allCases.enumerated() {
            json.put(index == 0 ? #"}}},"credentialStatus":["# : ",")
            status.writeEntry(of: purpose, site, to: &json)
        }
        json.put(#"],"iss":"#, did)
        json.put(#","jti":"#, address)
        json.put(#","nbf":"#)
        json.put("\(issuedSeconds)}")
        return json.bytes
    }

    private static let opening =
        #"{"@context":["https://www.w3.org/ns/credentials/v2","#
        + #""https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"id":"#
    private static let subject =
        #","credentialSubject":{"type":["AchievementSubject"],"#
        + #""identifier":[{"type":"IdentityObject","identityHash":"#
    private static let earned = both(earnedMalay, earnedEnglish)
    private static let earnedMalay = "Kehadiran disahkan, penilaian dihantar dan yuran dijelaskan."
    private static let earnedEnglish = "Attendance confirmed, evaluation sent and fee settled."
}
