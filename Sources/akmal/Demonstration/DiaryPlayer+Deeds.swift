import Academy
import Desk
import Records
import SQL

extension DiaryPlayer {
    func apply(_ entry: Diary.Entry, _ course: Course.ID, _ caller: Caller) async throws {
        let apply = ApplyForCourse(office)
        let id = try await apply.begin(course, by: caller)
        let form = ApplyForCourse.Form(
            name: entry.details["supervisor"] ?? "", phone: entry.details["phone"] ?? "",
            email: entry.details["email"] ?? "", declares: true)
        try await apply.save(form, to: id, by: caller)
        try await apply.submit(id, by: caller)
    }

    func decideSupport(_ entry: Diary.Entry, _ course: Course.ID) async throws {
        let id = try await application(of: try officer(entry.about), course)
        guard let token = try await supportToken(of: id) else { throw Refusal.notFound }
        try await DecideSupport(office)(
            token: token, supports: entry.deed == .support, reason: entry.details["reason"] ?? "", requestID: "demo")
    }

    /// The secret of the latest link that the application's supervisor was mailed.
    func supportToken(of id: Application.ID) async throws -> String? {
        try await office.database.read { transaction in
            let reference = try Applications.find(id, in: transaction)?.reference ?? ""
            return try Outbox.page(before: nil, limit: 500, in: transaction)
                .first { $0.message.kind == "support.requested" && $0.message.values["reference"] == reference }
                .flatMap { $0.message.values["link"]?.split(separator: "/").last.map(String.init) }
        }
    }

    func decide(_ entry: Diary.Entry, _ course: Course.ID, _ caller: Caller) async throws {
        let id = try await application(of: try officer(entry.about), course)
        let reason = RejectionReason(rawValue: entry.details["code"] ?? "") ?? .other
        let decision: CourseBoard.Decision =
            entry.deed == .approve ? .approve : .reject(reason, reason: entry.details["reason"] ?? "")
        let results = try await CourseBoard(office).decide(decision, on: [id], of: course, by: caller)
        if let refusals = results.first?.refusals, !refusals.isEmpty { throw Refusal.workflow(refusals) }
    }

    /// Most are there; a few are late or excused, always the same, and who is absent is named.
    func mark(_ entry: Diary.Entry, _ course: Course.ID, _ caller: Caller) async throws {
        let absent = entry.details["absent"]?.split(separator: ";").map(String.init) ?? []
        let grid = try await ReadAttendance(office)(course, page: nil, by: caller)
        var entries: [AttendanceCell: AttendanceMark?] = [:]
        for (place, row) in grid.rows.enumerated() where !row.isLocked {
            for (index, column) in grid.columns.enumerated() where column.takesMarks {
                let cell = AttendanceCell(participation: row.participation, session: column.session.id)
                entries[cell] = .some(
                    row.marks[column.session.id]
                        ?? (absent.contains(row.myKad.digits) ? .absent : Self.mark(place, index)))
            }
        }
        _ = try await MarkAttendance(office)(course, entries, seen: grid.token, by: caller)
    }

    private static func mark(_ row: Int, _ session: Int) -> AttendanceMark {
        switch (row % 11, session) {
        case (7, 0), (9, 2): .late
        case (8, 1): .excused
        default: .present
        }
    }

    func reopen(_ entry: Diary.Entry, _ course: Course.ID, _ caller: Caller) async throws {
        let overview = try await ReopenAttendance(office).overview(course, by: caller)
        let reason = try ReasonText(parsing: entry.details["reason"] ?? "")
        _ = try await ReopenAttendance(office).request(
            course, overview.confirmed.prefix(2).map(\.participation), reason: reason, by: caller)
    }

    func sendReceipt(_ entry: Diary.Entry, _ course: Course.ID, _ caller: Caller) async throws {
        let name = entry.details["file"] ?? ""
        var form = ReceiptForm(
            number: entry.details["number"] ?? "", paidOn: office.surroundings.now().day.adding(days: -1).iso,
            amount: entry.details["amount"] ?? "", file: OfferedFile(name: name, bytes: try file("receipts/\(name)")))
        switch try await PrepareReceipt(office)(course: course, form, by: caller) {
        case .ready(let draft): form.upload = .init(draft.upload.id)
        case .wrong(_, let problems, _): throw Refusal.invalid(problems)
        }
        form.file = nil
        try await SendReceipt(office)(course: course, form, by: caller)
    }

    func review(_ entry: Diary.Entry, _ course: Course.ID, _ caller: Caller) async throws {
        let owner = try officer(entry.about)
        let receipt = try await office.database.read { transaction in
            try Participations.find(officer: owner, course: course, in: transaction)
                .flatMap { try Receipts.of($0.id, in: transaction).first }
        }
        guard let receipt else { throw Refusal.notFound }
        let remark = entry.details["remark"] ?? ""
        let decision: ReceiptDecision =
            entry.deed == .verify
            ? .verify(remark: remark)
            : .reject(ReceiptRejection(rawValue: entry.details["reason"] ?? ""), remark: remark)
        try await ReviewReceipt(office)(receipt.id, version: receipt.version, decision, by: caller)
    }

    /// Answers that are mostly content, and now and then a remark.
    func evaluate(_ entry: Diary.Entry, _ course: Course.ID, _ caller: Caller) async throws {
        let seed = Int(entry.details["seed"] ?? "") ?? 0
        let sheet = try await FillEvaluation(office).open(course, by: caller)
        var fields: [String: String] = [:]
        for (place, (section, item)) in sheet.form.items.enumerated() {
            let name = section.question(item).description
            switch item.kind {
            case .agreement, .overall:
                fields[name] = String([5, 4, 4, 5, 3, 5, 4, 4, 2, 5][(seed * 3 + place * 7) % 10])
            case .comment: fields[name] = entry.details[item.code] ?? ""
            case .skip: break
            }
        }
        try await FillEvaluation(office).send(course, fields, by: caller)
    }

    func askCorrection(_ entry: Diary.Entry, _ caller: Caller) async throws {
        let form = CorrectionForm(
            field: entry.details["field"] ?? "", wanted: entry.details["wanted"] ?? "",
            reason: entry.details["reason"] ?? "")
        if case .wrong(let problems, _) = try await RequestCorrection(office)(form, by: caller) {
            throw Refusal.invalid(problems)
        }
    }
}
