/// What stands on the academy's letters beside its name; an empty text is left out.
public struct Letterhead: Sendable, Hashable {
    /// On one line: `Bukit Baru, 75150 Melaka`.
    public var address: String
    /// Telephone, fax and e-mail, on one line.
    public var contact: String
    /// Cogan kata, above *Saya yang menjalankan amanah*; at most two are printed.
    public var slogans: [String]
    /// For whom letters are signed (*b.p.*).
    public var onBehalfOf: String
    /// Kod hasil under which fees are paid through iPayment.
    public var revenueCode: String

    public init(
        address: String = "Bukit Baru, 75150 Melaka", contact: String = "",
        slogans: [String] = ["MALAYSIA MADANI", "BERKHIDMAT UNTUK NEGARA"], onBehalfOf: String = "",
        revenueCode: String = ""
    ) {
        self.address = address
        self.contact = contact
        self.slogans = slogans
        self.onBehalfOf = onBehalfOf
        self.revenueCode = revenueCode
    }
}
