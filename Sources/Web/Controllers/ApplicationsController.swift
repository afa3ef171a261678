import Academy
import Desk
import HTTPTypes
import Hummingbird

/// An officer's own applications, from the supervisor's details to Jejak Permohonan.
struct ApplicationsController: Sendable {
    let office: Office
    let presenter: Presenter

    func list(_ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let views = try await TrackApplication(office).own(by: caller)
        return try presenter.page(
            ApplicationsPage(rows: views.map(ApplicationsPage.Row.init)), context, section: .track)
    }

    func show(_ id: Academy.Application.ID, _ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let view = try await TrackApplication(office).one(id, by: caller)
        var page = ApplicationPage(view)
        if !view.isOwn { page.board = view.course.id.text }
        page.documents = try await ApplicationPapers(office)(id, by: caller).compactMap { paper in
            switch paper {
            case .offerLetter: DocumentLink(paper: .offerLetter(application: id.text))
            case .attendanceSlip: DocumentLink(paper: .attendanceSlip(application: id.text))
            case .receiptSlip: nil
            }
        }
        return try presenter.page(page, context, section: view.isOwn ? .track : .courses)
    }

    func form(_ id: Academy.Application.ID, _ context: WebContext) async throws -> Response {
        let view = try await revisable(id, context)
        let page = SupervisorFormPage(
            id: id.text, course: view.course.title(in: context.language), name: view.supervisorName,
            phone: view.supervisorPhone, email: view.supervisorEmail, isDeclared: view.declaredAt != nil,
            wasSent: view.state == .submitted)
        return try presenter.page(page, context, section: .track)
    }

    func save(_ id: Academy.Application.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let fields = try await request.form()
        try fields.requireSecret(of: visitor)
        let view = try await revisable(id, context)
        let form = ApplyForCourse.Form(
            name: fields["name"] ?? "", phone: fields["phone"] ?? "", email: fields["email"] ?? "",
            declares: fields["declaration"] != nil)
        do {
            try await ApplyForCourse(office).save(form, to: id, by: visitor.caller)
        } catch Refusal.invalid(let problems) {
            let page = SupervisorFormPage(
                id: id.text, course: view.course.title(in: context.language), name: form.name, phone: form.phone,
                email: form.email, isDeclared: form.declares, wasSent: view.state == .submitted,
                problems: problems.map { .init(field: $0.field, code: $0.code) })
            return try presenter.page(page, context, section: .track, status: .unprocessableContent)
        } catch Refusal.workflow(let refusals) {
            return try refused(view, refusals, context)
        }
        return view.state == .draft
            ? .seeOther(Route.applicationReview(application: id.text).path, done: .applicationSaved)
            : .seeOther(Route.application(id.text).path, done: .applicationRevised)
    }

    func review(_ id: Academy.Application.ID, _ context: WebContext) async throws -> Response {
        let view = try await revisable(id, context)
        // Sent already, or not filled in: the page that fits shows itself.
        if view.state != .draft { return .seeOther(Route.application(id.text).path) }
        if view.supervisorEmail.isEmpty { return .seeOther(Route.supervisorForm(application: id.text).path) }
        return try presenter.page(ApplicationReviewPage(view), context, section: .track)
    }

    func submit(_ id: Academy.Application.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        try await request.form().requireSecret(of: visitor)
        let view = try await TrackApplication(office).one(id, by: visitor.caller)
        do {
            try await ApplyForCourse(office).submit(id, by: visitor.caller)
        } catch Refusal.workflow(let refusals) {
            return try refused(view, refusals, context)
        }
        return .seeOther(Route.application(id.text).path)
    }

    func withdraw(_ id: Academy.Application.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        try await request.form().requireSecret(of: visitor)
        let view = try await TrackApplication(office).one(id, by: visitor.caller)
        do {
            try await ApplyForCourse(office).withdraw(id, by: visitor.caller)
        } catch Refusal.workflow(let refusals) {
            return try refused(view, refusals, context)
        }
        return .seeOther(Route.application(id.text).path, done: .applicationWithdrawn)
    }

    private func revisable(_ id: Academy.Application.ID, _ context: WebContext) async throws -> ApplicationView {
        let caller = try context.requireVisitor().caller
        let view = try await TrackApplication(office).one(id, by: caller)
        guard view.isOwn else { throw Rejection(.notFound) }
        guard view.mayRevise else { throw Rejection(.conflict) }
        return view
    }

    private func refused(
        _ view: ApplicationView, _ refusals: [ApplicationRefusal], _ context: WebContext
    ) throws -> Response {
        var page = ApplicationPage(view)
        page.refusals = refusals
        return try presenter.page(page, context, section: .track, status: .conflict)
    }
}

extension ApplicationsPage.Row {
    init(_ view: ApplicationView) {
        self.init(
            id: view.id.text, titleMalay: view.course.titleMalay, titleEnglish: view.course.titleEnglish,
            reference: view.reference, dates: view.course.dates, state: view.state, since: view.stateAt)
    }
}

extension ApplicationPage {
    init(_ view: ApplicationView) {
        self.init(
            row: ApplicationsPage.Row(view), applicant: view.applicant, supervisorName: view.supervisorName,
            supervisorPhone: view.supervisorPhone, supervisorEmail: view.supervisorEmail, reason: view.reason,
            rejection: view.rejection, mayRevise: view.mayRevise, mayWithdraw: view.mayWithdraw,
            takesCalendar: view.isOwn && TakeCalendar.isOffered(in: view.state),
            hasSeatToAnswer: view.hasSeatToAnswer,
            steps: view.timeline.map { step in
                Step(
                    at: step.at, event: step.event, state: step.state, from: step.from, who: step.who, why: step.why,
                    about: step.about)
            }, awaited: view.awaited.map { AwaitedLine(party: $0.party, name: $0.name, until: $0.until) },
            replaces: view.replaces, releases: view.releases.map(ReleaseBlock.init),
            mayAskRelease: view.mayAskRelease, mayRemind: view.mayRemind, isOwn: view.isOwn,
            position: view.position, offerExpires: view.isOwn ? view.offerExpires : nil)
    }
}

extension ApplicationReviewPage {
    init(_ view: ApplicationView) {
        self.init(
            id: view.id.text, courseMalay: view.course.titleMalay, courseEnglish: view.course.titleEnglish,
            name: view.supervisorName, phone: view.supervisorPhone, email: view.supervisorEmail)
    }
}
