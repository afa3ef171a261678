import Academy
import Attestation
import Desk
import HTTPTypes
import Hummingbird

/// The register of certificates, for administrators and auditors.
struct RegisterController: Sendable {
    private static let rowsPerPage = 50
    let office: Office
    let presenter: Presenter

    func list(_ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let search = String((context.query["cari"] ?? "").prefix(200))
        let key = context.query["selepas"]
        let read = ReadRegister(office)
        let found = try await read(search: search, before: key, limit: Self.rowsPerPage + 1, by: caller)
        let rows = found.prefix(Self.rowsPerPage)
        var page = RegisterListPage(
            search: search, rows: rows.map(RegisterListPage.Row.init),
            next: found.count > rows.count ? rows.last?.id : nil, isFirstPage: key == nil)
        if search.isEmpty, key == nil {
            page.proposed = try await read.proposed(by: caller).map(RegisterListPage.Row.init)
        }
        return try presenter.page(page, context, section: .register)
    }

    func show(_ id: String, _ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let dossier = try await ReadRegister(office).one(id, by: caller)
        var page = CertificatePage(dossier, in: context.language)
        let wanted = context.query["tindakan"].flatMap(CertificateDeedName.init)
        if let wanted, wanted != .confirm, dossier.deeds.contains(wanted.deed) {
            page.form = DeedForm(deed: wanted, proposal: dossier.openProposal?.id ?? "")
        }
        return try presenter.page(page, context, section: .register)
    }

    /// Does what a form says; what cannot be done is said on the page, beside what was typed.
    func act(_ id: String, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let form = try await request.form()
        try form.requireSecret(of: visitor)
        guard let deed = form["tindakan"].flatMap(CertificateDeedName.init) else { throw Rejection(.badRequest) }
        var filled = DeedForm(
            deed: deed, proposal: form["cadangan"] ?? "", reason: form["sebab"].flatMap(CertificateReason.init),
            remark: form["ulasan"] ?? "")
        do {
            let done = try await perform(filled, on: id, by: visitor.caller)
            return .seeOther(Route.certificates(.certificate(id)).path, done: done)
        } catch Refusal.invalid(let problems) {
            var page = CertificatePage(try await ReadRegister(office).one(id, by: visitor.caller), in: context.language)
            filled.problems = FormProblems(problems)
            page.form = filled
            return try presenter.page(page, context, section: .register, status: .unprocessableContent)
        } catch Refusal.conflict(let conflict) {
            var page = CertificatePage(try await ReadRegister(office).one(id, by: visitor.caller), in: context.language)
            page.refusal = Self.key(conflict)
            return try presenter.page(page, context, section: .register, status: .conflict)
        }
    }

    private func perform(_ form: DeedForm, on id: String, by caller: Caller) async throws -> Done {
        let revoke = RevokeCertificate(office)
        switch form.deed {
        case .suspend:
            try await SuspendCertificate(office)(id, reason: form.reason, remark: form.remark, by: caller)
            return .certificateSuspended
        case .restore:
            try await RestoreCertificate(office)(id, remark: form.remark, by: caller)
            return .certificateRestored
        case .propose:
            try await revoke.propose(id, reason: form.reason, remark: form.remark, by: caller)
            return .revocationProposed
        case .confirm:
            try await revoke.confirm(.init(form.proposal), of: id, by: caller)
            return .certificateRevoked
        case .refuse, .withdraw:
            try await revoke.drop(.init(form.proposal), of: id, remark: form.remark, by: caller)
            return .revocationDropped
        }
    }

    /// Of the sentence that says why it was not done.
    private static func key(_ conflict: Refusal.Conflict) -> String {
        switch conflict {
        case .revocationProposed: "proposed"
        case .certificateNotEarned: "notEarned"
        case .alreadyDecided: "decided"
        default: "changed"
        }
    }
}

extension RegisterController {
    func correctionForm(_ id: String, _ context: WebContext) async throws -> Response {
        let sheet = try await CorrectCertificate(office).open(id, by: try context.requireVisitor().caller)
        return try presenter.page(
            CertificateCorrectionPage(sheet, form: sheet.form, in: context.language), context, section: .register)
    }

    /// Shows what would change; makes it when that is confirmed.
    func correct(_ id: String, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let fields = try await request.form()
        try fields.requireSecret(of: visitor)
        let form = FaceCorrection.Form(
            holder: fields["nama"] ?? "", courseMalay: fields["tajuk"] ?? "", courseEnglish: fields["tajuk-en"] ?? "",
            days: fields["tarikh"] ?? "", remark: fields["ulasan"] ?? "")
        let correct = CorrectCertificate(office)
        do {
            if fields["sahkan"] == "ya" {
                let successor = try await correct(id, form, by: visitor.caller)
                return .seeOther(Route.certificates(.certificate(successor)).path, done: .certificateCorrected)
            }
            let preview = try await correct.preview(id, form, by: visitor.caller)
            var page = CertificateCorrectionPage(preview.sheet, form: form, in: context.language)
            page.nextSerial = preview.serial.text
            page.differences = preview.differences.map {
                .init(field: $0.field, before: $0.before, after: $0.after)
            }
            return try presenter.page(page, context, section: .register)
        } catch Refusal.invalid(let problems) {
            let sheet = try await correct.open(id, by: visitor.caller)
            var page = CertificateCorrectionPage(sheet, form: form, in: context.language)
            page.problems = FormProblems(problems)
            return try presenter.page(page, context, section: .register, status: .unprocessableContent)
        }
    }
}

extension RegisterListPage.Row {
    init(_ line: RegisterLine) {
        self.init(
            id: line.id, serial: line.serial.text, holder: line.holder, courseCode: line.courseCode,
            status: line.status, statusAt: line.statusAt, hasProposal: line.hasProposal)
    }
}

extension CertificatePage {
    fileprivate init(_ dossier: CertificateDossier, in language: Language) {
        let face = dossier.face
        self.init(
            row: RegisterListPage.Row(dossier.line),
            face: Face(
                code: dossier.line.code, courseMalay: face.courseMalay, courseEnglish: face.courseEnglish,
                datesMalay: face.datesMalay, datesEnglish: face.datesEnglish, venue: face.venue,
                issuedAt: dossier.issuedAt),
            reason: dossier.statusReason.isEmpty ? "" : dossier.reason(in: language),
            predecessor: dossier.predecessor.map(RegisterListPage.Row.init),
            successor: dossier.successor.map(RegisterListPage.Row.init),
            proposal: dossier.openProposal.map { proposal in
                Proposal(
                    id: proposal.id, reason: proposal.reason.text(in: language), remark: proposal.remark,
                    by: proposal.proposedBy, at: proposal.proposedAt)
            },
            history: dossier.history.map { line in
                Event(
                    action: line.action, at: line.at, actor: line.actor, reason: line.reason(in: language),
                    remark: line.remark)
            },
            deeds: dossier.deeds, isOwn: dossier.isOwn)
    }
}

extension CertificateCorrectionPage {
    fileprivate init(_ sheet: CorrectionSheet, form: FaceCorrection.Form, in language: Language) {
        let face = sheet.face
        self.init(
            id: sheet.id, serial: sheet.serial.text,
            printed: Values(
                holder: face.holder, courseMalay: face.courseMalay, courseEnglish: face.courseEnglish,
                dates: language == .malay ? face.datesMalay : face.datesEnglish),
            wanted: Values(
                holder: form.holder, courseMalay: form.courseMalay, courseEnglish: form.courseEnglish,
                dates: form.days),
            remark: form.remark)
    }
}
