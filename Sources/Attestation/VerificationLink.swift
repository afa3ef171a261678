/// What a certificate's QR code holds: `HTTPS://<HOST>/V/<CODE>`, and the signed claims behind `#`.
///
/// All upper case, so that the QR code needs its alphanumeric mode only and its modules get larger (ISO/IEC 18004,
/// 7.4.4). Hosts and schemes do not know case; the site accepts the path in either.
public struct VerificationLink: Sendable, Hashable {
    /// The site's name with its port, if any, in lower case: as it is printed for people.
    public let host: String
    public let code: PublicCode

    public init(host: String, code: PublicCode) {
        self.host = host.lowercased()
        self.code = code
    }

    /// The text of the QR code.
    public var qrText: String { "HTTPS://\(host.uppercased())/V/\(code.text)" }

    /// The text of a QR code that proves itself: the signed claims stand behind `#`, as one decimal number.
    ///
    /// Browsers do not send that part to the server, which so learns nothing of who reads what.
    public func qrText(with claims: SignedClaims) -> String {
        "\(qrText)#\(DecimalText.text(of: claims.encoded))"
    }

    /// The same address as links have it: `https://host/v/CODE`.
    public var address: String { "https://\(host)/v/\(code.text)" }

    /// Takes the code out of a scanned or pasted text: an address of any host, or the bare code.
    public static func code(in text: String) -> PublicCode? {
        let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if let code = PublicCode(parsing: trimmed) { return code }
        let path = trimmed.prefix { $0 != "#" && $0 != "?" }
        let parts = path.split(separator: "/")
        guard let marker = parts.firstIndex(where: { $0 == "v" || $0 == "V" }), marker + 1 < parts.count else {
            return nil
        }
        return PublicCode(parsing: String(parts[marker + 1]))
    }
}
