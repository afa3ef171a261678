/// The mail server that takes the academy's letters.
public struct SMTPSettings: Sendable, Hashable {
    /// Name or address; the name must be the certificate's.
    public var host: String
    public var port: Int
    public var security: Security
    /// nil for a server that asks for none.
    public var credentials: Credentials?
    /// PEM file of the authorities to trust instead of the system's.
    public var authorities: String?
    public var connectSeconds: Int
    /// For one letter, from the connection to the server's last word.
    public var letterSeconds: Int

    public init(
        host: String, port: Int? = nil, security: Security = .startTLS, credentials: Credentials? = nil,
        authorities: String? = nil, connectSeconds: Int = 10, letterSeconds: Int = 120
    ) {
        self.host = host
        self.port = port ?? security.usualPort
        self.security = security
        self.credentials = credentials
        self.authorities = authorities
        self.connectSeconds = connectSeconds
        self.letterSeconds = letterSeconds
    }

    public enum Security: String, Sendable, Hashable, CaseIterable {
        /// Plain until STARTTLS, which is required: a server that does not offer it gets nothing.
        case startTLS = "starttls"
        /// TLS from the first byte.
        case tls
        /// For a server on this machine only.
        case none

        public var usualPort: Int {
            switch self {
            case .startTLS: 587
            case .tls: 465
            case .none: 25
            }
        }
    }

    public struct Credentials: Sendable, Hashable {
        public let user: String
        public let password: String

        public init(user: String, password: String) {
            self.user = user
            self.password = password
        }
    }

    /// What libcurl connects to.
    var address: String {
        let scheme = security == .tls ? "smtps" : "smtp"
        return "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }
}
