import Academy
import Desk
import Records
import SQL

extension DiaryPlayer {
    func attend(_ entry: Diary.Entry, _ course: Course.ID, _ caller: Caller) async throws {
        let form = AnswerSeat.Form(
            vehicle: entry.details["vehicle"].flatMap(Vehicle.Kind.init), plate: entry.details["plate"] ?? "",
            meal: entry.details["meal"].flatMap(Logistics.Meal.init) ?? .any, diet: entry.details["diet"] ?? "",
            needsLodging: entry.details["lodging"] == "yes")
        try await AnswerSeat(office)(try await application(of: caller.officer, course), form, by: caller)
    }

    /// *Tidak Hadir*: the letter is sent first, as in the form; `about` is who is to come instead.
    func askRelease(_ entry: Diary.Entry, _ course: Course.ID, _ caller: Caller) async throws {
        let id = try await application(of: caller.officer, course)
        let name = entry.details["file"] ?? ""
        var form = ReleaseForm(
            reason: entry.details["reason"] ?? "", file: OfferedFile(name: name, bytes: try file("letters/\(name)")),
            replacement: try officer(entry.about))
        let draft = try await PrepareRelease(office)(id, form, by: caller)
        if !draft.problems.isEmpty { throw Refusal.invalid(draft.problems) }
        form.file = nil
        form.upload = draft.upload.map { .init($0.id) }
        try await RequestRelease(office)(id, form, by: caller)
    }

    func acceptNomination(_ entry: Diary.Entry, _ course: Course.ID, _ caller: Caller) async throws {
        let form = ApplyForCourse.Form(
            name: entry.details["supervisor"] ?? "", phone: entry.details["phone"] ?? "",
            email: entry.details["email"] ?? "", declares: true)
        try await AnswerNomination(office).accept(
            try await application(of: caller.officer, course), form, isSameSupervisor: false, by: caller)
    }

    func decideRelease(_ entry: Diary.Entry, _ course: Course.ID, _ caller: Caller) async throws {
        let id = try await application(of: try officer(entry.about), course)
        let decision: DecideRelease.Decision
        switch entry.deed {
        case .replace:
            let nominee = try await office.database.read { try Nominations.open(for: id, in: $0)?.application }
            guard let nominee else { throw Refusal.notFound }
            decision = .accept(replacement: nominee)
        case .release: decision = .grant
        default: decision = .refuse(reason: entry.details["reason"] ?? "")
        }
        try await DecideRelease(office)(decision, on: id, of: course, by: caller)
    }
}
