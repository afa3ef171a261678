/// What an academy decides for itself, parsed once when the program starts.
public struct OfficeSettings: Sendable, Hashable {
    /// The site's name, with its port if it has one: printed on certificates and held by their QR codes.
    public var host: String
    /// Where links in letters begin: `https://akmal2u.customs.gov.my`, without a slash at the end.
    public var site: String
    /// Domains of the department's e-mail addresses; subdomains count.
    public var emailDomains: [String]
    /// Whether certificates show the masked MyKad number.
    public var showsMaskedMyKad: Bool
    public var organiserMalay: String
    public var organiserEnglish: String
    public var letterhead: Letterhead
    /// A certificate is issued when its last condition falls into place; else at the first download, or in bulk.
    public var issuesAutomatically: Bool
    /// How many certificates are drawn at once.
    public var drawingWidth: Int

    public init(
        host: String, site: String? = nil, emailDomains: [String] = ["customs.gov.my"], showsMaskedMyKad: Bool = false,
        organiserMalay: String = "Akademi Kastam Diraja Malaysia",
        organiserEnglish: String = "Royal Malaysian Customs Academy", letterhead: Letterhead = Letterhead(),
        issuesAutomatically: Bool = true,
        drawingWidth: Int = 2
    ) {
        self.host = host
        self.site = site ?? "https://\(host)"
        self.emailDomains = emailDomains
        self.showsMaskedMyKad = showsMaskedMyKad
        self.organiserMalay = organiserMalay
        self.organiserEnglish = organiserEnglish
        self.letterhead = letterhead
        self.issuesAutomatically = issuesAutomatically
        self.drawingWidth = max(1, drawingWidth)
    }
}
