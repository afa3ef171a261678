import Academy
import Desk
import Hummingbird

/// Log audit, and other tables for spreadsheets.
struct AuditController: Sendable {
    private static let rowsPerPage = 100
    let office: Office
    let presenter: Presenter

    func show(_ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let query = AuditQuery(context.query)
        let read = ReadAudit(office)
        let key = context.query["selepas"].flatMap(Int.init)
        let found = try await read(query, before: key, limit: Self.rowsPerPage + 1, by: caller)
        let rows = found.prefix(Self.rowsPerPage)
        let reach = AuditReach(of: caller)
        var page = AuditPage(
            form: AuditPage.Form(context.query), rows: rows.map(AuditPage.Row.init), reach: reach,
            next: found.count > rows.count ? rows.last?.sequence : nil, isFirstPage: key == nil)
        if context.query["semak"] != nil, reach == .everything {
            let chain = try await read.chain(by: caller)
            page.chain = .init(entries: chain.entries, brokenAt: chain.brokenAt)
        }
        return try presenter.page(page, context, section: .audit)
    }

    func table(_ context: WebContext) async throws -> Response {
        let text = try await ReadAudit(office).export(
            AuditQuery(context.query), by: try context.requireVisitor().caller)
        return .csv(text, name: "log-audit.csv")
    }
}

extension AuditController {
    func applications(of course: Course.ID, _ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let table = try await ExportCourse(office).applications(of: course, by: caller)
        return .csv(table.text, name: "permohonan-\(Self.fileName(table.code)).csv")
    }

    func participants(of course: Course.ID, _ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let table = try await ExportCourse(office).participants(of: course, by: caller)
        return .csv(table.text, name: "peserta-\(Self.fileName(table.code)).csv")
    }

    /// A course's code without what a path would split at.
    private static func fileName(_ code: String) -> String { code.split(separator: "/").joined(separator: "-") }
}

extension AuditQuery {
    /// A day that cannot be read does not narrow; the page shows what was typed.
    fileprivate init(_ query: FormFields) {
        self.init()
        actor = (query["pelaku"] ?? "").filter { !$0.isWhitespace }.lowercased()
        action = (query["perbuatan"] ?? "").filter { !$0.isWhitespace }
        subjectKind = query["jenis"] ?? ""
        subjectID = (query["subjek"] ?? "").filter { !$0.isWhitespace }
        from = query["dari"].flatMap(Day.init(iso:))
        to = query["hingga"].flatMap(Day.init(iso:))
    }
}

extension AuditPage.Form {
    fileprivate init(_ query: FormFields) {
        func text(_ key: String) -> String { String((query[key] ?? "").prefix(200)) }
        self.init(
            actor: text("pelaku"), action: text("perbuatan"), subjectKind: text("jenis"), subjectID: text("subjek"),
            from: text("dari"), to: text("hingga"))
    }
}

extension AuditPage.Row {
    fileprivate init(_ line: AuditLine) {
        self.init(
            sequence: line.sequence, at: line.at, actor: line.actor,
            onBehalfOf: line.behalfName.isEmpty ? line.onBehalfOf : line.behalfName, action: line.action,
            subjectKind: line.subjectKind, subjectID: line.subjectID, before: line.before, after: line.after,
            reason: line.reason, requestID: line.requestID)
    }
}
