/// What an operator decides about the site.
public struct WebSettings: Sendable, Hashable {
    /// Where to listen.
    public var address: String
    /// 0 takes a free one.
    public var port: Int
    /// People reach the site by `https`: cookies are then `Secure`, and browsers are told to stay with it.
    public var isSecure: Bool
    /// Addresses of reverse proxies whose `X-Forwarded-For` is believed.
    public var trustedProxies: Set<String>
    /// Bearer token for `/metrics` from elsewhere than this machine; empty: only this machine may read it.
    public var metricsToken: String
    /// Every page says that its people are made up.
    public var isDemonstration: Bool
    public var maximumConnections: Int
    /// After so many seconds without a byte a connection is closed.
    public var idleSeconds: Int64
    public var checks: Rate
    public var signIns: Rate

    /// How much one network address may ask.
    public struct Rate: Sendable, Hashable {
        /// At once, after a time of silence.
        public var burst: Int
        /// For as long as it likes.
        public var perSecond: Double

        public init(burst: Int, perSecond: Double) {
            self.burst = burst
            self.perSecond = perSecond
        }

        /// An office behind one address may check a whole class; counting through codes is hopeless at any rate.
        public static let checks = Rate(burst: 600, perSecond: 10)
        public static let signIns = Rate(burst: 30, perSecond: 0.5)
    }

    public init(
        address: String = "127.0.0.1", port: Int = 8080, isSecure: Bool = false, trustedProxies: Set<String> = [],
        metricsToken: String = "", isDemonstration: Bool = false, maximumConnections: Int = 4096,
        idleSeconds: Int64 = 60, checks: Rate = .checks, signIns: Rate = .signIns
    ) {
        self.address = address
        self.port = port
        self.isSecure = isSecure
        self.trustedProxies = trustedProxies
        self.metricsToken = metricsToken
        self.isDemonstration = isDemonstration
        self.maximumConnections = maximumConnections
        self.idleSeconds = idleSeconds
        self.checks = checks
        self.signIns = signIns
    }
}
