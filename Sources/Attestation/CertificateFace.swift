/// Every value that is printed on a certificate, as it is printed.
///
/// Once issued it never changes.
public struct CertificateFace: Sendable, Hashable, Codable {
    public var holder: String
    /// `******-**-5677`; empty when the certificate does not show it.
    public var maskedMyKad: String
    public var courseCode: String
    public var courseMalay: String
    /// Empty when there is no English title.
    public var courseEnglish: String
    public var datesMalay: String
    public var datesEnglish: String
    /// Number of days on which something was held.
    public var days: Int
    /// `18`, or `7.5`: hours of training.
    public var hours: String
    public var venue: String
    public var organiserMalay: String
    public var organiserEnglish: String
    /// `9 Mac 2026`.
    public var issuedMalay: String
    public var issuedEnglish: String
    /// `AKMAL/2026/000001`.
    public var serial: String
    /// `7K3Q-W9TZ-4M2X-8HBC`.
    public var code: String
    /// The site's name as people type it.
    public var host: String
    /// One to three, in the order in which they sign.
    public var signatories: [Signatory]

    public init(
        holder: String, maskedMyKad: String, courseCode: String, courseMalay: String, courseEnglish: String,
        datesMalay: String, datesEnglish: String, days: Int, hours: String, venue: String, organiserMalay: String,
        organiserEnglish: String, issuedMalay: String, issuedEnglish: String, serial: String, code: String,
        host: String, signatories: [Signatory]
    ) {
        self.holder = holder
        self.maskedMyKad = maskedMyKad
        self.courseCode = courseCode
        self.courseMalay = courseMalay
        self.courseEnglish = courseEnglish
        self.datesMalay = datesMalay
        self.datesEnglish = datesEnglish
        self.days = days
        self.hours = hours
        self.venue = venue
        self.organiserMalay = organiserMalay
        self.organiserEnglish = organiserEnglish
        self.issuedMalay = issuedMalay
        self.issuedEnglish = issuedEnglish
        self.serial = serial
        self.code = code
        self.host = host
        self.signatories = signatories
    }

    /// Who signs, as printed.
    public struct Signatory: Sendable, Hashable, Codable {
        public var name: String
        public var postMalay: String
        public var postEnglish: String
        /// File name of a signature's picture among the assets; empty for a line to sign on.
        public var image: String

        public init(name: String, postMalay: String, postEnglish: String, image: String = "") {
            self.name = name
            self.postMalay = postMalay
            self.postEnglish = postEnglish
            self.image = image
        }
    }
}

extension CertificateFace {
    /// The values by the names that templates use.
    ///
    /// Signatories are apart: a template lays them out as a group.
    public var fields: [String: String] {
        [
            "holder": holder, "maskedMyKad": maskedMyKad, "courseCode": courseCode, "courseMalay": courseMalay,
            "courseEnglish": courseEnglish, "datesMalay": datesMalay, "datesEnglish": datesEnglish,
            "days": String(days), "hours": hours, "venue": venue, "organiserMalay": organiserMalay,
            "organiserEnglish": organiserEnglish, "issuedMalay": issuedMalay, "issuedEnglish": issuedEnglish,
            "serial": serial, "code": code, "host": host,
        ]
    }

    /// Every name that ``fields`` has; a template that uses another is refused when it is loaded.
    public static let fieldNames: Set<String> = [
        "holder", "maskedMyKad", "courseCode", "courseMalay", "courseEnglish", "datesMalay", "datesEnglish", "days",
        "hours", "venue", "organiserMalay", "organiserEnglish", "issuedMalay", "issuedEnglish", "serial", "code",
        "host",
    ]
}

extension CertificateFace {
    /// Whether the holder's name ends in these words, whatever their case: `binti Ahmad` and `ahmad` both end
    /// `NUR AISYAH BINTI AHMAD`, and `mad` does not.
    public func isHolder(endingIn words: String) -> Bool {
        let name = holder.uppercased().split(whereSeparator: \.isWhitespace)
        let last = words.uppercased().split(whereSeparator: \.isWhitespace)
        return !last.isEmpty && name.suffix(last.count).elementsEqual(last)
    }
}
