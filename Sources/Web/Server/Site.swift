import Academy
import Desk
import HTTPTypes
import Hummingbird

/// Leads every request to the one that answers it.
///
/// A route without an answer does not compile.
struct Site: HTTPResponder {
    let presenter: Presenter
    let signIn: SignInController
    let accounts: AccountController
    let dashboard: DashboardController
    let checks: CheckController
    let certificates: CertificatesController
    let courses: CoursesController
    let attendance: AttendanceController
    let reopenings: ReopeningsController
    let jobs: JobsController
    let catalogue: CatalogueController
    let applications: ApplicationsController
    let support: SupportController
    let board: BoardController
    let absence: AbsenceController
    let seats: SeatsController
    let files: FilesController
    let fees: FeesController
    let finance: FinanceController
    let evaluations: EvaluationController
    let profile: ProfileController
    let waiting: WaitingController
    let corrections: CorrectionsController
    let courseForms: CourseFormController
    let courseDeeds: CourseDeedsController
    let users: UsersController
    let register: RegisterController
    let letters: LettersController
    let audit: AuditController
    let notices: NoticesController
    let refunds: RefundsController
    let walkIns: WalkInsController
    let signatories: SignatoriesController
    let oversight: OversightController
    let published: PublishedController
    let assets: AssetsController
    let probes: ProbesController
    let papers: PapersController
    let proving: ProvingController

    func respond(to request: Request, context: WebContext) async throws -> Response {
        guard let route = context.route else { throw Rejection(.notFound) }
        let method = request.method == .head ? .get : request.method
        guard route.methods.contains(method) else { throw Rejection(.methodNotAllowed, allow: route.methods) }
        if context.visitor?.mustChangePassword == true, !route.isOpenBeforeChange {
            // People are led to the page; programs are told.
            guard context.preference == .html else { throw Rejection(.passwordExpired) }
            return .seeOther(Route.changePassword.path)
        }
        return try await answer(route, method, request, context)
    }

    private func answer(
        _ route: Route, _ method: HTTPRequest.Method, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        switch route {
        case .landing: try presenter.page(LandingPage(start: context.visitor?.caller.start), context)
        case .signIn: method == .post ? try await signIn.submit(request, context) : try signIn.form(request, context)
        case .signOut: try await signIn.leave(request, context)
        case .register:
            method == .post
                ? try await accounts.register(request, context) : try accounts.registerForm(context)
        case .registered: try accounts.mailSent(.registered, context)
        case .forgottenPassword:
            method == .post
                ? try await accounts.forgotten(request, context) : try accounts.forgottenForm(context)
        case .passwordMailed: try accounts.mailSent(.forgotten, context)
        case .changePassword:
            method == .post ? try await accounts.change(request, context) : try accounts.changeForm(context)
        case .dashboard: try await dashboard.show(context)
        case .typedCode: try checks.typed(context)
        case .check(let code): try await checks.answer(code, request, context)
        case .ownCertificates: try await certificates.list(context)
        case .issueOwn(let course): try await certificates.issue(.init(course), request, context)
        case .download(let certificate): try await certificates.download(certificate, request, context)
        case .courses: try await courses.list(context)
        case .course(let id): try await courses.show(.init(id), context)
        case .issueAll(let course): try await jobs.start(.init(course), request, context)
        case .archive(let course): try await courses.archive(.init(course), context)
        case .attendance(let course):
            method == .post
                ? try await attendance.save(.init(course), request, context)
                : try await attendance.show(.init(course), context)
        case .attendanceConfirmation(let course):
            method == .post
                ? try await attendance.confirm(.init(course), request, context)
                : try await attendance.preview(.init(course), context)
        case .attendanceReopening(let course):
            method == .post
                ? try await reopenings.request(.init(course), request, context)
                : try await reopenings.show(.init(course), context)
        case .reopeningDecision(let course): try await reopenings.decide(.init(course), request, context)
        case .attendanceSheet(let course): try await attendance.sheet(.init(course), context)
        case .attendanceTable(let course): try await attendance.table(.init(course), context)
        case .job(let id): try await jobs.show(id, context)
        case .catalogue: try await catalogue.list(context)
        case .offer(let course): try await catalogue.show(.init(course), context)
        case .apply(let course): try await catalogue.apply(.init(course), request, context)
        case .applications: try await applications.list(context)
        case .application(let id): try await applications.show(.init(id), context)
        case .supervisorForm(let id):
            method == .post
                ? try await applications.save(.init(id), request, context)
                : try await applications.form(.init(id), context)
        case .applicationReview(let id):
            method == .post
                ? try await applications.submit(.init(id), request, context)
                : try await applications.review(.init(id), context)
        case .absence(let route): try await absence.answer(route, method, request, context)
        case .withdraw(let id): try await applications.withdraw(.init(id), request, context)
        case .support(let token):
            method == .post
                ? try await support.decide(token, request, context) : try await support.show(token, context)
        case .board(let course):
            method == .post
                ? try await board.decide(.init(course), request, context)
                : try await board.show(.init(course), context)
        case .seat(let route): try await seats.answer(route, method, request, context)
        case .upload(let id): try await files.download(id, request, context)
        case .uploadPicture(let id): try await files.picture(id, request, context)
        case .fees: try await fees.list(context)
        case .receiptForm(let course) where method == .post: try await fees.prepare(.init(course), request, context)
        case .receiptForm(let course): try await fees.form(.init(course), context)
        case .sendReceipt(let course): try await fees.send(.init(course), request, context)
        case .finance: try await finance.queue(context)
        case .nextReceipt: try await finance.next(context)
        case .receiptsExport: try await finance.export(context)
        case .exemptions:
            method == .post ? try await finance.propose(request, context) : try await finance.exemptions(context)
        case .exemption(let id): try await finance.decideExemption(id, request, context)
        case .receipt(let id):
            method == .post
                ? try await finance.decide(id, request, context) : try await finance.show(id, context)
        case .evaluation(let course) where method == .post:
            try await evaluations.submit(.init(course), request, context)
        case .evaluation(let course): try await evaluations.show(.init(course), context)
        case .statistics(let course): try await evaluations.statistics(.init(course), context)
        case .profile(let route): try await route.answer(method, request, context, self)
        case .courseAdministration(let route): try await route.answer(method, request, context, self)
        case .administration(let route): try await route.answer(method, request, context, self)
        case .certificates(let route): try await route.answer(method, request, context, self)
        case .notices(let route): try await route.answer(method, request, context, self)
        case .refund(let route): try await route.answer(method, request, context, self)
        case .signatory(let route): try await route.answer(method, request, context, self)
        case .oversight(let route): try await route.answer(method, request, context, self)
        case .waiting(let route): try await waiting.answer(route, method, request, context)
        case .published(let route): try await published.answer(route, request)
        case .asset(let file): try assets.published(file, request)
        case .favicon: try assets.named("favicon.svg", request)
        case .robots:
            .text(
                "User-agent: *\nDisallow: /sijil\nDisallow: /pentadbir\nDisallow: /v/\nDisallow: /fail/\n"
                    + "Disallow: /yuran\nDisallow: /kewangan\nDisallow: /penilaian\n")
        case .health: .text("ok\n")
        case .readiness: await probes.readiness(context)
        case .metrics: try probes.metrics(request, context)
        case .paper(let route): try await papers.answer(route, method, request, context)
        case .proving(let route): try await proving.answer(route, request, context)
        }
    }
}

extension Route {
    /// What somebody with a temporary password may reach before it is changed.
    fileprivate var isOpenBeforeChange: Bool {
        switch self {
        case .changePassword, .signOut, .published, .asset, .favicon, .robots, .health, .readiness, .metrics,
            .proving(.worker):
            true
        default: false
        }
    }
}
