/// What a certificate's QR code says and signs: the face's own words, so that they can be laid beside the paper.
///
/// Never a MyKad number, nor a hash of one: all of them can be tried in an hour.
public struct CertificateClaims: Sendable, Hashable {
    /// Seconds since 1970, UTC: when it was issued.
    public let issuedAt: Int64
    /// The certificate's public code; the same that stands in the address, so that neither can be swapped.
    public let code: PublicCode
    public let serial: Serial
    public let holder: String
    public let course: String
    /// As printed: `3, 5 dan 10 Mac 2026`.
    public let dates: String

    public init(issuedAt: Int64, code: PublicCode, serial: Serial, holder: String, course: String, dates: String) {
        self.issuedAt = issuedAt
        self.code = code
        self.serial = serial
        self.holder = holder
        self.course = course
        self.dates = dates
    }

    /// RFC 8392, 3.1: iat and cti.
    private static let issuedAtKey: Int64 = 6
    private static let identifierKey: Int64 = 7
    /// Private use, below −65536.
    private static let faceKey: Int64 = -65537

    /// A CWT claims set.
    public var cbor: CBORValue {
        var face: [CBORValue] = [
            .integer(Int64(serial.year)), .integer(Int64(serial.number)), .text(holder), .text(course), .text(dates),
        ]
        // Only a corrected certificate has a version to tell.
        if serial.version > 1 { face.append(.integer(Int64(serial.version))) }
        return .map(of: [
            .init(.integer(Self.issuedAtKey), .integer(issuedAt)),
            .init(.integer(Self.identifierKey), .bytes(code.bytes)),
            .init(.integer(Self.faceKey), .array(face)),
        ])
    }

    /// Reads a claims set; nil when a claim is missing, of another kind, or not known.
    public init?(cbor: CBORValue) {
        guard case .map(let entries) = cbor, entries.count == 3,
            let issuedAt = cbor[Self.issuedAtKey]?.integer,
            case .bytes(let identifier)? = cbor[Self.identifierKey], let code = PublicCode(bytes: identifier),
            case .array(let face)? = cbor[Self.faceKey], (5...6).contains(face.count),
            let year = face[0].integer, let number = face[1].integer, (2000...9999).contains(year),
            (1...999_999_999).contains(number), case .text(let holder) = face[2], case .text(let course) = face[3],
            case .text(let dates) = face[4], let version = Self.version(of: face)
        else { return nil }
        let serial = Serial(year: Int(year), number: Int(number), version: version)
        self.init(
            issuedAt: issuedAt, code: code, serial: serial, holder: holder, course: course, dates: dates)
    }

    /// The first version is not told; nil when it is told all the same, or is no version.
    private static func version(of face: [CBORValue]) -> Int? {
        guard face.count == 6 else { return 1 }
        guard let version = face[5].integer, (2...Int64(Serial.lastVersion)).contains(version) else { return nil }
        return Int(version)
    }
}
