import Academy
import Desk
import HTTPTypes
import Hummingbird

/// Accounts: opening one, a forgotten password, a new one.
struct AccountController: Sendable {
    let office: Office
    let presenter: Presenter
    let isSecure: Bool

    func registerForm(_ context: WebContext) throws -> Response {
        try openPage(context) { RegisterPage(formToken: $0) }
    }

    func register(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await request.form()
        let (myKad, email) = (form["mykad"] ?? "", form["emel"] ?? "")
        return try await answer(form, request, context, leadingTo: .registered) { token, problems in
            RegisterPage(myKad: myKad, email: email, formToken: token, problems: problems)
        } deed: {
            try await Register(office)(
                myKad: myKad, email: email, address: ClientAddress.network(of: context.address),
                language: context.language, requestID: context.requestID)
        }
    }

    func forgottenForm(_ context: WebContext) throws -> Response {
        let user = context.query["id"] ?? ""
        return try openPage(context) { ForgottenPasswordPage(user: user, formToken: $0) }
    }

    func forgotten(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await request.form()
        let user = form["id"] ?? ""
        return try await answer(form, request, context, leadingTo: .passwordMailed) { token, problems in
            ForgottenPasswordPage(user: user, formToken: token, problems: problems)
        } deed: {
            try await ForgetPassword(office)(
                user: user, address: ClientAddress.network(of: context.address), requestID: context.requestID)
        }
    }

    func mailSent(_ reason: MailSentPage.Reason, _ context: WebContext) throws -> Response {
        try presenter.page(MailSentPage(reason: reason), context)
    }

    func changeForm(_ context: WebContext) throws -> Response {
        let visitor = try context.requireVisitor()
        let isDone = context.query["selesai"] != nil
        return try presenter.page(page(visitor, isDone: isDone), context, section: .password)
    }

    func change(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let form = try await request.form()
        try form.requireSecret(of: visitor)
        do {
            let (token, _) = try await ChangePassword(office)(
                current: form["semasa"] ?? "", new: form["baharu"] ?? "", again: form["sahkan"] ?? "", by: visitor)
            var response = Response.seeOther(Route.changePassword.path + "?selesai=1")
            response.headers.setCookie(Sessions.cookie, token, isSecure: isSecure)
            return response
        } catch let refusal as Refusal {
            let (problems, status) = try Self.problems(refusal)
            return try presenter.page(page(visitor, problems), context, section: .password, status: status)
        }
    }

    private func page(_ visitor: Visitor, _ problems: [AccountProblem] = [], isDone: Bool = false) -> ChangePasswordPage
    {
        ChangePasswordPage(
            isForced: visitor.mustChangePassword, user: visitor.caller.account, problems: problems, isDone: isDone)
    }
}

extension AccountController {
    /// A page with a form for strangers: a token in it and in a cookie ties it to the browser that asked.
    private func openPage(
        _ context: WebContext, status: HTTPResponse.Status = .ok, _ page: (String) -> some Page
    ) throws -> Response {
        let token = Secret.text(try office.surroundings.random(16))
        var response = try presenter.page(page(token), context, status: status)
        response.headers.setCookie(SignInController.formCookie, token, isSecure: isSecure)
        return response
    }

    /// Takes a stranger's form; whatever it did, who sent it is led to the same page.
    private func answer(
        _ form: FormFields, _ request: Request, _ context: WebContext, leadingTo next: Route,
        page: (String, [AccountProblem]) -> some Page, deed: () async throws -> Void
    ) async throws -> Response {
        guard Secret.matches(form["csrf"], request.cookie(SignInController.formCookie)) else {
            return try openPage(context, status: .forbidden) { page($0, [AccountProblem(field: "", code: "stale")]) }
        }
        do {
            try await deed()
        } catch let refusal as Refusal {
            let (problems, status) = try Self.problems(refusal)
            return try openPage(context, status: status) { page($0, problems) }
        }
        var response = Response.seeOther(next.path)
        response.headers.setCookie(SignInController.formCookie, "", isSecure: isSecure, seconds: 0)
        return response
    }

    /// What a form can say of a refusal; others are pages of their own.
    private static func problems(_ refusal: Refusal) throws(Refusal) -> ([AccountProblem], HTTPResponse.Status) {
        switch refusal {
        case .invalid(let fields):
            (fields.map { AccountProblem(field: $0.field, code: $0.code) }, .unprocessableContent)
        case .throttled(let seconds):
            ([AccountProblem(field: "", code: "throttled", seconds: seconds)], .tooManyRequests)
        case .directoryUnreachable: ([AccountProblem(field: "", code: "unreachable")], .serviceUnavailable)
        case .busy: ([AccountProblem(field: "", code: "busy")], .serviceUnavailable)
        default: throw refusal
        }
    }
}
