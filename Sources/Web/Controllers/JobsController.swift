import Academy
import Desk
import Eligibility
import Hummingbird

/// Issues of a whole course.
struct JobsController: Sendable {
    let office: Office
    let presenter: Presenter

    /// Starts an issue and leads to its progress; while one of the course is under way, to that one's.
    func start(_ course: Course.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        try await request.form().requireSecret(of: visitor)
        do {
            let id = try await StartBulkIssue(office)(course: course, by: visitor.caller)
            return .seeOther(Route.job(id.text).path)
        } catch Refusal.conflict(.bulkIssueUnderWay) {
            guard let id = try await ReadBulkProgress(office).latestID(of: course, by: visitor.caller) else {
                throw Rejection(.conflict)
            }
            return .seeOther(Route.job(id.text).path)
        }
    }

    func show(_ id: String, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let progress = try await ReadBulkProgress(office)(.init(id), by: visitor.caller)
        let page = JobPage(id: id, progress)
        var response =
            switch context.preference {
            case .html: try presenter.page(page, context, section: .courses, refresh: page.isRunning ? 2 : nil)
            case .json: try Response.json(JobDocument(page.progress, presenter.words(context)))
            }
        response.headers[.vary] = "Accept, Cookie"
        return response
    }
}

extension JobPage {
    init(id: String, _ progress: BulkProgress) {
        let counts = progress.counts
        self.init(
            id: id, course: progress.course.id.text, titleMalay: progress.course.titleMalay,
            titleEnglish: progress.course.titleEnglish,
            progress: Progress(
                state: progress.isFinished ? .finished : counts.done == 0 ? .waiting : .running, total: counts.total,
                done: counts.done, issued: counts.issued, already: counts.already, withheld: counts.withheld,
                failed: counts.failed, ratePerSecond: progress.ratePerSecond, secondsLeft: progress.secondsLeft,
                startedAt: progress.startedAt),
            problems: progress.problems.map { problem in
                let codes = problem.isWithheld ? problem.detail.split(separator: " ") : []
                return Problem(
                    name: problem.name, obstacles: codes.compactMap { Obstacle(rawValue: String($0)) },
                    isRevoked: problem.detail == Refusal.Conflict.certificateRevoked.rawValue,
                    fault: problem.isWithheld ? "" : problem.detail)
            })
    }
}
