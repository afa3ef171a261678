import Academy
import Desk

/// What the officer brought with *Tidak Hadir*, to be checked before it is sent.
struct AbsenceCheckPage: Page {
    static let template = "absence-check"
    var id: String
    var titleMalay: String
    var titleEnglish: String
    var dates: DatePhrase
    var reason: String
    var upload: AbsenceFormPage.Upload
    /// nil for *tiada pengganti*.
    var replacement: AbsenceFormPage.Choice?

    func title(_ words: Phrases) -> String { words("absence.checkHeading") }

    func fields(_ words: Phrases) -> Fields {
        [
            "courseTitle": words.language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay,
            "dates": dates.text(in: words.language), "action": AbsenceRoute.send(application: id).path,
            "reason": reason, "uploadID": upload.id, "fileName": upload.name, "fileHref": Route.upload(upload.id).path,
            "pictureHref": upload.hasPicture ? Route.uploadPicture(upload.id).path as any Showable : false,
            "replacement": (replacement.map { $0.fields(isChosen: true) }).orAbsent,
            "chosen": replacement?.id ?? AbsenceFormPage.nobody,
        ]
    }
}

extension AbsenceCheckPage {
    init(_ draft: ReleaseDraft, _ form: ReleaseForm, _ upload: UploadSummary) {
        self.init(
            id: draft.application.text, titleMalay: draft.course.titleMalay, titleEnglish: draft.course.titleEnglish,
            dates: draft.course.dates, reason: form.reason.split(whereSeparator: \.isWhitespace).joined(separator: " "),
            upload: .init(upload), replacement: draft.replacement.map(AbsenceFormPage.Choice.init))
    }
}
