import Academy
import Desk
import HTTPTypes
import Hummingbird

/// Bayaran balik.
struct RefundsController: Sendable {
    private static let rowsPerPage = 50
    let office: Office
    let presenter: Presenter

    func list(_ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let list = RefundList(office)
        let isDone = context.query["keadaan"] == "selesai"
        let key = context.query["selepas"]
        let due = try await list.due(after: isDone ? nil : key, limit: isDone ? 0 : Self.rowsPerPage + 1, by: caller)
        let found =
            isDone ? try await list.done(before: key, limit: Self.rowsPerPage + 1, by: caller) : due.rows
        let rows = found.prefix(Self.rowsPerPage)
        let page = RefundsPage(
            isDone: isDone, rows: rows.map(RefundsPage.Row.init), due: due.total,
            next: found.count > rows.count ? rows.last?.key : nil, isFirstPage: key == nil)
        return try presenter.page(page, context, section: .refunds)
    }

    func table(_ context: WebContext) async throws -> Response {
        let text = try await RefundList(office).export(by: try context.requireVisitor().caller)
        return .csv(text, name: "bayaran-balik.csv")
    }

    func show(_ id: String, _ context: WebContext) async throws -> Response {
        let line = try await RefundList(office).one(.init(id), by: try context.requireVisitor().caller)
        return try presenter.page(RefundPage(line), context, section: .refunds)
    }

    func record(_ id: String, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let fields = try await request.form()
        try fields.requireSecret(of: visitor)
        let form = RefundFee.Form(reference: fields["rujukan"] ?? "", paidOn: fields["tarikh"] ?? "")
        do {
            try await RefundFee(office)(.init(id), form, by: visitor.caller)
        } catch Refusal.invalid(let problems) {
            var page = RefundPage(try await RefundList(office).one(.init(id), by: visitor.caller))
            (page.reference, page.paidOn) = (form.reference, form.paidOn)
            page.problems = FormProblems(problems)
            return try presenter.page(page, context, section: .refunds, status: .unprocessableContent)
        } catch Refusal.conflict(.changedMeanwhile) {
            var page = RefundPage(try await RefundList(office).one(.init(id), by: visitor.caller))
            page.isOvertaken = true
            return try presenter.page(page, context, section: .refunds, status: .conflict)
        }
        return .seeOther(RefundRoute.refunds.pattern, done: .feeRefunded)
    }
}

extension RefundsPage.Row {
    fileprivate init(_ line: RefundLine) {
        self.init(
            id: line.id, name: line.name, myKad: line.myKad, courseCode: line.courseCode,
            courseMalay: line.courseMalay, courseEnglish: line.courseEnglish, isCancelled: line.isCancelled,
            isAbsent: line.isAbsent,
            receipt: line.receipt, amount: line.amount, verifiedAt: line.verifiedAt,
            done: line.done.map { .init(reference: $0.reference, paidOn: $0.paidOn, by: $0.by, at: $0.at) })
    }
}

extension RefundPage {
    fileprivate init(_ line: RefundLine) {
        self.init(row: RefundsPage.Row(line), mayRecord: line.mayRecord)
    }
}
