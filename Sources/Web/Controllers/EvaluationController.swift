import Academy
import Desk
import Hummingbird

/// The reaction evaluation: an officer's form, and what all the forms of a course come to.
struct EvaluationController: Sendable {
    /// Thirty answers and four comments of a thousand letters each, some of which take nine bytes in a form.
    private static let longestForm = 128 * 1024
    let office: Office
    let presenter: Presenter

    func show(_ course: Course.ID, _ context: WebContext) async throws -> Response {
        var page = try await page(course, try context.requireVisitor().caller)
        page.isSaved = context.query["telah"] == "simpan"
        return try presenter.page(page, context, section: .own)
    }

    /// Keeps a draft, or sends.
    ///
    /// Everything that was filled in comes back when something is missing.
    func submit(_ course: Course.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let form = try await request.form(upTo: Self.longestForm)
        try form.requireSecret(of: visitor)
        var page = try await page(course, visitor.caller)
        let names = page.form.items.map { $0.section.question($0.item).description }
        let answers = names.reduce(into: [String: String]()) { answers, name in answers[name] = form[name] }
        do {
            guard form["tindakan"] == "hantar" else {
                try await FillEvaluation(office).save(course, answers, by: visitor.caller)
                return .seeOther(Route.evaluation(course: course.text).path + "?telah=simpan")
            }
            try await FillEvaluation(office).send(course, answers, by: visitor.caller)
            return .seeOther(Route.evaluation(course: course.text).path)
        } catch let problems as EvaluationProblems {
            page.answers = answers
            page.problems = FormProblems(problems.all)
            return try presenter.page(page, context, section: .own, status: .unprocessableContent)
        } catch Refusal.conflict(.alreadySent) {
            return .seeOther(Route.evaluation(course: course.text).path)
        }
    }

    func statistics(_ course: Course.ID, _ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let report = try await ReportEvaluation(office)(course, by: caller)
        let page = StatisticsPage(
            course: course.text, code: report.course.code.text, titleMalay: report.course.titleMalay,
            titleEnglish: report.course.titleEnglish, statistics: report.statistics)
        return try presenter.page(page, context, section: .courses)
    }

    private func page(_ course: Course.ID, _ caller: Caller) async throws -> EvaluationPage {
        let sheet = try await FillEvaluation(office).open(course, by: caller)
        return EvaluationPage(
            course: course.text, titleMalay: sheet.course.titleMalay, titleEnglish: sheet.course.titleEnglish,
            dates: sheet.course.dates, form: sheet.form, state: sheet.state, answers: sheet.answers)
    }
}
