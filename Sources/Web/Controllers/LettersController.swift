import Academy
import Desk
import HTTPTypes
import Hummingbird

/// The outbox, for administrators.
struct LettersController: Sendable {
    private static let rowsPerPage = 50
    let office: Office
    let presenter: Presenter
    let letters: ShowLetter

    func list(_ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let typed = context.query["keadaan"] ?? ""
        let state = LettersPage.states.contains(typed) ? typed : ""
        let key = context.query["selepas"]
        let read = ReadOutbox(office)
        let found = try await read.page(
            inState: state, before: key.map { .init($0) }, limit: Self.rowsPerPage + 1, by: caller)
        let counts = try await read.counts(by: caller)
        let rows = found.prefix(Self.rowsPerPage)
        let page = LettersPage(
            state: state, rows: rows.map(LettersPage.Row.init), waiting: counts.waiting,
            failed: counts.failed, next: found.count > rows.count ? rows.last?.id.text : nil, isFirstPage: key == nil)
        return try presenter.page(page, context, section: .letters)
    }

    func show(_ id: String, _ context: WebContext) async throws -> Response {
        var page = LetterPage(try await letters(.init(id), by: try context.requireVisitor().caller))
        page.done = context.query["telah"] ?? ""
        return try presenter.page(page, context, section: .letters)
    }

    func act(_ id: String, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let form = try await request.form()
        try form.requireSecret(of: visitor)
        do {
            switch form["tindakan"] {
            case "hantar":
                try await ResendMail(office)(.init(id), by: visitor.caller)
                return .seeOther(Route.administration(.letter(id)).path + "?telah=hantar")
            case "pautan":
                let link = try await letters.link(of: .init(id), by: visitor.caller)
                var page = LetterPage(try await letters(.init(id), by: visitor.caller))
                page.link = link
                return try presenter.page(page, context, section: .letters)
            default: throw Rejection(.badRequest)
            }
        } catch Refusal.conflict(let conflict) {
            var page = LetterPage(try await letters(.init(id), by: visitor.caller))
            page.problem = conflict.rawValue
            return try presenter.page(page, context, section: .letters, status: .conflict)
        }
    }
}

extension LettersPage.Row {
    init(_ letter: LetterSummary) {
        self.init(
            id: letter.id.text, kind: letter.kind, recipient: letter.recipient,
            state: letter.isBeingSent ? "sending" : letter.stateCode, createdAt: letter.createdAt,
            at: letter.sentAt ?? letter.failedAt, attempts: letter.attempts, error: letter.error)
    }
}

extension LetterPage {
    init(_ shown: ShownLetter) {
        let letter = shown.summary
        self.init(
            row: LettersPage.Row(letter), language: letter.language, subject: shown.subject, text: shown.text,
            fault: shown.fault, dueAt: letter.stateCode == "waiting" ? letter.dueAt : nil, edition: letter.edition,
            canBeResent: letter.canBeResent, hasLink: !letter.link.isEmpty)
    }
}
