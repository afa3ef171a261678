/// Addresses of the site as letters name them: whole, from ``OfficeSettings/site``.
struct SiteLinks: Sendable {
    let site: String

    init(_ settings: OfficeSettings) { site = settings.site }

    /// The sign-in page with the ID filled in.
    func signIn(_ user: String) -> String { "\(site)/masuk?id=\(Self.encoded(user))" }

    func forgottenPassword(_ user: String) -> String { "\(site)/lupa-kata-laluan?id=\(Self.encoded(user))" }

    var profile: String { "\(site)/profil" }

    /// Percent-encodes whatever a query's value may not hold.
    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            if isPlain || "-._~@".utf8.contains(byte) { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return byte < 16 ? "%0\(digits)" : "%\(digits)"
        }.joined()
    }
}
