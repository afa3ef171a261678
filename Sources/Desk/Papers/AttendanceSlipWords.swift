import Academy
import Records
import SQL
import Typesetting

/// Slip Pengesahan Kehadiran in words.
struct AttendanceSlipWords: PaperWords {
    let record: ApplicationRecord
    let officer: Officer
    let file: CourseFile
    let answer: SeatAnswer
    let desk: PaperDesk
    let stem = "slip-kehadiran"

    /// Nil when nothing was answered that holds.
    init?(_ application: ApplicationFile, at desk: PaperDesk, in transaction: borrowing Transaction) throws {
        guard let answer = try SeatAnswer(to: application.record, in: transaction) else { return nil }
        (record, officer, file) = (application.record, application.officer, application.file)
        (self.answer, self.desk) = (answer, desk)
    }

    /// `SP/2026/000123`: the application's own year and number.
    private var number: String { PaperNumber.text("SP", of: record) }

    var draft: PaperDraft {
        PaperDraft(
            paper: .attendanceSlip, subject: record.id.text, officer: officer.id,
            face: PaperFace(number: number, holder: officer.name.text, course: file.course, dated: answer.at.day),
            promises: [file.course.code.text, file.course.venue, answer.at.iso] + answer.facts)
    }

    func values(as given: PaperRecord) -> PaperValues {
        let (course, language) = (file.course, desk.language)
        let fields = [
            "name": officer.name.text, "post": "\(officer.post) \(officer.grade)", "station": officer.station,
            "reference": record.reference, "course": course.title(in: language), "code": course.code.text,
            "dates": course.dates.text(in: language), "venue": course.venue, "recordedAt": desk.moment(answer.at),
        ]
        return desk.values(.attendanceSlip, number: number, fields.merging(answered) { $1 }, given: given)
    }

    private var answered: [String: String] {
        switch answer {
        case .attending(let answer): attending(answer.logistics)
        case .absent(let release, let letter, let replacement):
            [
                "reason": release.reason, "letter": letter, "replacement": replacement.isEmpty ? none : replacement,
                "decision": release.outcome.text(in: desk.language),
            ]
        }
    }

    private func attending(_ logistics: Logistics) -> [String: String] {
        let language = desk.language
        let isOpen = record.state == .attending && desk.now.day <= file.deadlines.freeze
        return [
            "attending": "1", "vehicle": logistics.vehicle.kind.text(in: language),
            "plate": logistics.vehicle.plate?.display ?? "", "lodging": lodging(logistics.needsLodging),
            "meal": logistics.meal.text(in: language), "diet": logistics.diet.isEmpty ? none : logistics.diet,
            "freeze": isOpen ? DatePhrase.full(file.deadlines.freeze, language) : "",
        ]
    }

    private var none: String { desk.language == .english ? "None" : "Tiada" }

    private func lodging(_ isNeeded: Bool) -> String {
        switch (isNeeded, desk.language) {
        case (true, .malay): "Diperlukan"
        case (true, .english): "Needed"
        case (false, .malay): "Tidak diperlukan"
        case (false, .english): "Not needed"
        }
    }
}

extension Vehicle.Kind {
    fileprivate func text(in language: Language) -> String {
        switch (self, language) {
        case (.own, .malay): "Kenderaan persendirian"
        case (.own, .english): "Own vehicle"
        case (.department, .malay): "Kenderaan jabatan"
        case (.department, .english): "Departmental vehicle"
        case (.none, .malay): "Tiada kenderaan"
        case (.none, .english): "No vehicle"
        }
    }
}

extension Logistics.Meal {
    fileprivate func text(in language: Language) -> String {
        switch (self, language) {
        case (.any, .malay): "Tiada pantang"
        case (.any, .english): "No restriction"
        case (.vegetarian, .malay): "Vegetarian"
        case (.vegetarian, .english): "Vegetarian"
        case (.noBeef, .malay): "Tanpa daging lembu"
        case (.noBeef, .english): "No beef"
        case (.noSeafood, .malay): "Tanpa makanan laut"
        case (.noSeafood, .english): "No seafood"
        }
    }
}

extension ReleaseRecord.Outcome {
    fileprivate func text(in language: Language) -> String {
        switch (self, language) {
        case (.waiting, .malay): "Menunggu keputusan akademi"
        case (.waiting, .english): "Awaiting the academy's decision"
        case (.replaced, .malay): "Digantikan"
        case (.replaced, .english): "Replaced"
        case (.released, .malay): "Dilepaskan"
        case (.released, .english): "Released"
        case (.refused, .malay): "Tidak diterima"
        case (.refused, .english): "Refused"
        case (.closed, .malay): "Ditutup"
        case (.closed, .english): "Closed"
        }
    }
}
