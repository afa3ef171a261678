import Academy
import Desk
import HTTPTypes
import Hummingbird
import NIOCore

/// The finance unit's desk.
struct FinanceController: Sendable {
    private static let rowsShown = 25
    private static let decidedShown = 10
    let office: Office
    let presenter: Presenter

    func queue(_ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let waiting = try await FinanceQueue(office).waiting(limit: Self.rowsShown, by: caller)
        let decided = try await FinanceQueue(office).decided(limit: Self.decidedShown, by: caller)
        let page = FinancePage(
            waiting: waiting.rows.map(FinancePage.Row.init), total: waiting.total,
            decided: decided.map(FinancePage.Row.init), refunds: try await RefundList(office).countDue(by: caller),
            done: context.query["telah"] ?? "")
        return try presenter.page(page, context, section: .finance)
    }

    /// Leads to the oldest receipt that waits, or to the empty queue.
    func next(_ context: WebContext) async throws -> Response {
        let id = try await FinanceQueue(office).next(by: try context.requireVisitor().caller)
        let done = context.query["telah"].map { "?telah=\(PercentCoding.encode($0))" } ?? ""
        return .seeOther((id.map { Route.receipt($0.text) } ?? .finance).path + done)
    }

    func show(_ id: String, _ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        var page = ReceiptPage(try await FinanceQueue(office).review(.init(id), by: caller))
        page.offersSlip = caller.has(.finance)
        page.done = context.query["telah"] ?? ""
        return try presenter.page(page, context, section: .finance)
    }

    /// Decides, and leads to the next receipt at once.
    func decide(_ id: String, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let form = try await request.form()
        try form.requireSecret(of: visitor)
        guard let version = form["versi"].flatMap(Int.init), let decision = ReceiptDecision(form) else {
            throw Rejection(.badRequest)
        }
        do {
            try await ReviewReceipt(office)(.init(id), version: version, decision, by: visitor.caller)
            return .seeOther(Route.nextReceipt.path + "?telah=\(form["tindakan"] ?? "")")
        } catch Refusal.conflict(.changedMeanwhile) {
            var page = ReceiptPage(try await FinanceQueue(office).review(.init(id), by: visitor.caller))
            page.isOvertaken = true
            return try presenter.page(page, context, section: .finance, status: .conflict)
        } catch Refusal.invalid(let problems) {
            var page = ReceiptPage(try await FinanceQueue(office).review(.init(id), by: visitor.caller))
            page.problems = FormProblems(problems)
            page.typed = .init(remark: form["ulasan"] ?? "", reason: form["sebab"] ?? "")
            return try presenter.page(page, context, section: .finance, status: .unprocessableContent)
        }
    }

    func export(_ context: WebContext) async throws -> Response {
        let text = try await ExportReceipts(office)(by: try context.requireVisitor().caller)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "private, no-store",
                .contentDisposition: ContentDisposition.attachment(ascii: "resit.csv", name: "resit.csv"),
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    func exemptions(_ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        var page = try await exemptionsPage(caller)
        page.done = context.query["telah"] == "simpan"
        return try presenter.page(page, context, section: .exemptions)
    }

    func propose(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let form = try await request.form()
        try form.requireSecret(of: visitor)
        let (myKad, course, basis) = (form["kp"] ?? "", form["kursus"] ?? "", form["asas"] ?? "")
        do {
            try await ExemptFromFee(office).propose(myKad: myKad, course: course, basis: basis, by: visitor.caller)
            return .seeOther(Route.exemptions.path + "?telah=simpan")
        } catch Refusal.invalid(let problems) {
            var page = try await exemptionsPage(visitor.caller)
            (page.myKad, page.course, page.basis) = (myKad, course, basis)
            page.problems = FormProblems(problems)
            return try presenter.page(page, context, section: .exemptions, status: .unprocessableContent)
        }
    }

    func decideExemption(_ id: String, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let form = try await request.form()
        try form.requireSecret(of: visitor)
        guard let action = form["tindakan"], ["lulus", "tolak"].contains(action) else { throw Rejection(.badRequest) }
        try await ExemptFromFee(office).decide(.init(id), granting: action == "lulus", by: visitor.caller)
        return .seeOther(Route.exemptions.path + "?telah=simpan")
    }

    private func exemptionsPage(_ caller: Caller) async throws -> ExemptionsPage {
        let open = try await ExemptFromFee(office).open(by: caller)
        return ExemptionsPage(rows: open.map(ExemptionsPage.Row.init), mayPropose: caller.mayProposeExemption)
    }
}

extension ReceiptDecision {
    /// Nil for a form that this site did not make.
    fileprivate init?(_ form: FormFields) {
        let remark = form["ulasan"] ?? ""
        switch form["tindakan"] {
        case "sahkan": self = .verify(remark: remark)
        case "tangguh": self = .putOff
        case "tarik": self = .withdraw(remark: remark)
        case "tolak": self = .reject(form["sebab"].flatMap(ReceiptRejection.init), remark: remark)
        default: return nil
        }
    }
}
