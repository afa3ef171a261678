import Academy
import Attestation
import Records
import SQL

/// What a notice tells, in the language of whoever reads it.
///
/// A notice keeps the values of its letter, which were written in the language that its reader had then. Courses, days,
/// times and the academy's own reasons are told anew; names, numbers and what somebody has written stay as they are.
struct NoticeTranslation: Sendable {
    let language: Language

    func values(
        of notice: NoticeRecord, in transaction: borrowing Transaction
    ) throws -> [String: String] {
        var values = notice.values
        for field in ["deadline", "dates", "moment"] {
            values[field] = values[field].map { DatePhrase.retold($0, in: language) }
        }
        values["course"] = try values["course"].map { try course($0, of: notice, in: transaction) }
        values["reason"] = values["reason"].map(reason)
        values["action"] = values["action"].map { ReminderAction(reading: $0)?.text(in: language) ?? $0 }
        values["reference"] = values["reference"].map {
            ["draf", "draft"].contains($0) ? language == .malay ? "draf" : "draft" : $0
        }
        return values
    }

    /// By the certificate's own face, by the code before the title, or by the title.
    private func course(
        _ told: String, of notice: NoticeRecord, in transaction: borrowing Transaction
    ) throws -> String {
        if let serial = notice.values["serial"].flatMap(Serial.init(parsing:)),
            let face = try Certificates.find(serial: serial, in: transaction)?.record.face
        {
            return language == .english && !face.courseEnglish.isEmpty ? face.courseEnglish : face.courseMalay
        }
        let parts = told.split(separator: " ", maxSplits: 1)
        if parts.count == 2, let code = CourseCode(parsing: String(parts[0])),
            let course = try Courses.find(code: code, in: transaction)
        {
            return "\(parts[0]) \(course.title(in: language))"
        }
        guard let titles = try Courses.titles(of: told, in: transaction) else { return told }
        return language == .english && !titles.english.isEmpty ? titles.english : titles.malay
    }

    private func reason(_ told: String) -> String {
        let fixed: [@Sendable (Language) -> String] =
            RejectionReason.allCases.map { reason in { @Sendable in reason.words(in: $0) } }
            + ReceiptRejection.allCases.map { reason in { @Sendable in reason.text(in: $0) } }
            + StatusReason.fixed.map { stored in { @Sendable in StatusReason.text(of: stored, in: $0) } }
        let known = fixed.first { words in Language.allCases.contains { words($0) == told } }
        return known?(language) ?? told
    }
}
