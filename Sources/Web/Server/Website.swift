public import Desk
import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
import NIOHTTPTypes
public import ServiceLifecycle

/// The site: everything that answers a request, ready to be served.
public struct Website: Sendable {
    private let office: Office
    private let settings: WebSettings
    private let logger: Logger
    let responder: any HTTPResponder<WebContext>
    let direct: DirectAnswers
    /// For `MetricsSystem.bootstrap`, so that other rooms' measurements stand on `/metrics` too.
    public let metrics: MetricsRegistry

    /// Reads the templates of letters; a broken one is thrown with its file's name.
    public init(
        office: Office, settings: WebSettings, files: SiteFiles, logger: Logger,
        metrics: MetricsRegistry = MetricsRegistry()
    ) throws {
        self.office = office
        self.settings = settings
        self.logger = logger
        self.metrics = metrics
        let shared = Shared(office, settings, files.stationery, metrics)
        responder = Self.responder(
            office, settings, files.stationery, shared, try ShowLetter(office, folder: files.letters), metrics)
        direct = DirectAnswers(
            office: office,
            check: DirectCheck(
                office: office, press: shared.press, checks: shared.checks, securityHeaders: shared.securityHeaders),
            download: DirectDownload(
                office: office, beginnings: shared.beginnings, securityHeaders: shared.securityHeaders),
            accessLog: shared.accessLog, trustedProxies: settings.trustedProxies, logger: logger)
    }

    /// What direct answers and the responder have in common: one count, one limit, one set of compiled pages.
    private struct Shared {
        let accessLog: AccessLog
        let securityHeaders: SecurityHeaders
        let checks: TokenBuckets
        let press: CheckPress
        let beginnings = SharedBeginnings()

        init(_ office: Office, _ settings: WebSettings, _ stationery: Stationery, _ metrics: MetricsRegistry) {
            accessLog = AccessLog(metrics: metrics)
            securityHeaders = SecurityHeaders(isSecure: settings.isSecure)
            checks = TokenBuckets(settings.checks)
            press = CheckPress(stationery: stationery, isDemonstration: settings.isDemonstration)
        }
    }

    /// The order counts: what is further out sees every answer of what is further in, also those made of errors.
    private static func responder(
        _ office: Office, _ settings: WebSettings, _ stationery: Stationery, _ shared: Shared,
        _ letters: ShowLetter, _ metrics: MetricsRegistry
    ) -> any HTTPResponder<WebContext> {
        let presenter = Presenter(stationery: stationery, isDemonstration: settings.isDemonstration)
        let router = Router(context: WebContext.self)
        router.add(middleware: Arrival(trustedProxies: settings.trustedProxies, isSecure: settings.isSecure))
        router.add(middleware: shared.accessLog)
        router.add(middleware: shared.securityHeaders)
        router.add(middleware: Problems(presenter: presenter))
        router.add(middleware: RateLimit(checks: shared.checks, signIns: TokenBuckets(settings.signIns)))
        router.add(middleware: SameSite())
        router.add(middleware: Sessions(office: office))
        // Once more where the visitor is known, so that a problem's page has the menu around it.
        router.add(middleware: Problems(presenter: presenter))
        let site = Site(
            presenter: presenter,
            signIn: SignInController(office: office, presenter: presenter, isSecure: settings.isSecure),
            accounts: AccountController(office: office, presenter: presenter, isSecure: settings.isSecure),
            dashboard: DashboardController(office: office, presenter: presenter),
            checks: CheckController(office: office, presenter: presenter, press: shared.press),
            certificates: CertificatesController(
                office: office, presenter: presenter, metrics: metrics, beginnings: shared.beginnings),
            courses: CoursesController(office: office, presenter: presenter),
            attendance: AttendanceController(office: office, presenter: presenter),
            reopenings: ReopeningsController(office: office, presenter: presenter),
            jobs: JobsController(office: office, presenter: presenter),
            catalogue: CatalogueController(office: office, presenter: presenter),
            applications: ApplicationsController(office: office, presenter: presenter),
            support: SupportController(office: office, presenter: presenter, isSecure: settings.isSecure),
            board: BoardController(office: office, presenter: presenter),
            absence: AbsenceController(office: office, presenter: presenter),
            seats: SeatsController(office: office, presenter: presenter),
            files: FilesController(office: office), fees: FeesController(office: office, presenter: presenter),
            finance: FinanceController(office: office, presenter: presenter),
            evaluations: EvaluationController(office: office, presenter: presenter),
            profile: ProfileController(office: office, presenter: presenter),
            waiting: WaitingController(office: office, presenter: presenter),
            corrections: CorrectionsController(office: office, presenter: presenter),
            courseForms: CourseFormController(office: office, presenter: presenter),
            courseDeeds: CourseDeedsController(office: office, presenter: presenter),
            users: UsersController(office: office, presenter: presenter),
            register: RegisterController(office: office, presenter: presenter),
            letters: LettersController(office: office, presenter: presenter, letters: letters),
            audit: AuditController(office: office, presenter: presenter),
            notices: NoticesController(office: office, presenter: presenter),
            refunds: RefundsController(office: office, presenter: presenter),
            walkIns: WalkInsController(office: office, presenter: presenter),
            signatories: SignatoriesController(office: office, presenter: presenter),
            oversight: OversightController(office: office, presenter: presenter),
            published: PublishedController(office: office), assets: AssetsController(catalogue: stationery.assets),
            probes: ProbesController(office: office, metrics: metrics, token: settings.metricsToken),
            papers: PapersController(office: office),
            proving: ProvingController(office: office, presenter: presenter))
        return router.middlewares.constructResponder(finalResponder: site)
    }

    /// The server.
    ///
    /// It stops taking connections when it is shut down, and ends when the last request is answered.
    /// - Parameters:
    ///   - services: run beside it and end with it.
    ///   - running: told the port once connections are taken.
    public func service(
        with services: [any Service] = [], running: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> any Service {
        // Idle connections are seen to before direct answers: the server's own guard behind them would not see those.
        let (direct, logger) = (direct, logger)
        let idle = Duration.seconds(settings.idleSeconds)
        return Application(
            responder: WebResponder(inner: responder),
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [
                        HTTPConnectionStateHandler(idleTimeout: idle, logger: logger), DirectHandler(direct),
                    ],
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16_384, maxHeaderListSize: 32_768, maxHeaderFieldCount: 100))),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.address, port: settings.port),
                availableConnectionsDelegate: .maximum(settings.maximumConnections, logger: logger)),
            services: services,
            onServerRunning: { channel in await running(channel.localAddress?.port ?? 0) },
            logger: logger)
    }
}

/// A responder of any kind, as the server wants it.
private struct WebResponder: HTTPResponder {
    let inner: any HTTPResponder<WebContext>

    func respond(to request: Request, context: WebContext) async throws -> Response {
        try await inner.respond(to: request, context: context)
    }
}
