import Academy

/// Ways to show a certificate to somebody: plain links, of which nothing is loaded before they are followed.
struct SharedCertificate: Sendable, Hashable {
    var serial: String
    /// Title of the course.
    var course: String
    var organisation: String
    var issued: Day
    /// Address of its check: `https://akmal2u.customs.gov.my/v/7K3QW9TZ4M2X8HBC`.
    var address: String

    /// LinkedIn's form for a licence or certification, filled in.
    var linkedIn: String {
        Self.link(
            "https://www.linkedin.com/profile/add",
            [
                ("startTask", "CERTIFICATION_NAME"), ("name", course), ("organizationName", organisation),
                ("issueYear", String(issued.year)), ("issueMonth", String(issued.month)), ("certUrl", address),
                ("certId", serial),
            ])
    }

    func whatsApp(_ sentence: String) -> String { Self.link("https://wa.me/", [("text", sentence)]) }

    func mail(_ sentence: String) -> String { Self.link("mailto:", [("subject", course), ("body", sentence)]) }

    private static func link(_ start: String, _ values: [(String, String)]) -> String {
        start + "?" + values.map { "\($0)=\(PercentCoding.encode($1))" }.joined(separator: "&")
    }

    func fields(_ words: Phrases) -> Fields {
        let sentence = words("own.share.sentence", ["course": course, "serial": serial, "link": address])
        return [
            "address": address, "linkedIn": linkedIn, "whatsApp": whatsApp(sentence), "mail": mail(sentence),
        ]
    }
}
