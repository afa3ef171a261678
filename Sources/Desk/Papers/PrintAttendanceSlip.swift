public import Academy
import Digests
import Records
import SQL
import Typesetting

/// Slip Pengesahan Kehadiran: what an officer with a seat has answered, *Hadir* or *Tidak Hadir*.
public struct PrintAttendanceSlip: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/notFound`` when nothing was answered that holds, or when it is not the caller's to see.
    public func callAsFunction(
        _ id: Application.ID, in language: Language, by caller: Caller
    ) async throws -> PaperFile {
        let desk = PaperDesk(office, language)
        let (values, name) = try await office.database.read { transaction in
            let seen = try SeenApplication(id, by: caller, in: transaction)
            guard let answer = try SeatAnswer(to: seen.record, in: transaction) else { throw Refusal.notFound }
            let slip = AttendanceSlipWords(
                record: seen.record, officer: seen.officer, file: seen.file, answer: answer, desk: desk)
            return (slip.values, PaperName.text("slip-kehadiran", slip.number, seen.officer.name.text))
        }
        return try await desk.file(values, named: name)
    }
}

/// What holds of an officer's answers to an offer.
enum SeatAnswer {
    case attending(LogisticsAnswer)
    /// With the name of the letter's file, and of who was named last as replacement.
    case absent(ReleaseRecord, letter: String, replacement: String)

    /// Nil where nothing holds: before the first answer, and after the seat was given up in another way.
    init?(to record: ApplicationRecord, in transaction: borrowing Transaction) throws {
        switch record.state {
        case .attending, .completed, .insufficient, .absent:
            guard let answer = try LogisticsAnswers.latest(of: record.id, in: transaction) else { return nil }
            self = .attending(answer)
        case .releaseRequested, .replaced, .released:
            guard let release = try Releases.of(record.id, in: transaction).first else { return nil }
            let letter = try Uploads.find(release.letter, in: transaction)?.originalName ?? ""
            let named = try Nominations.of(release.id, in: transaction).last
            let officer = try named.flatMap { try Applications.find($0.application, in: transaction)?.officer }
            let name = try officer.flatMap { try Officers.find($0, in: transaction)?.name.text }
            self = .absent(release, letter: letter, replacement: name ?? "")
        case .draft, .submitted, .supervisorSupported, .supported, .waiting, .offered, .approved, .nominated,
            .notSupported, .unsuccessful, .lapsed, .withdrawn, .courseCancelled:
            return nil
        }
    }

    var at: Instant {
        switch self {
        case .attending(let answer): answer.at
        case .absent(let release, _, _): release.requestedAt
        }
    }

    /// Everything that was answered, for the code of the slip.
    fileprivate var facts: [String] {
        switch self {
        case .attending(let answer):
            let facts = answer.logistics
            return [
                "attending", "\(answer.number)", facts.vehicle.kind.rawValue, facts.vehicle.plate?.normalised ?? "",
                facts.meal.rawValue, facts.diet, "\(facts.needsLodging)",
            ]
        case .absent(let release, _, let replacement):
            return ["absent", release.id.text, release.reason, release.outcome.rawValue, replacement]
        }
    }
}

/// An attendance slip in words.
struct AttendanceSlipWords {
    let record: ApplicationRecord
    let officer: Officer
    let file: CourseFile
    let answer: SeatAnswer
    let desk: PaperDesk

    /// `SP/2026/000123`: the application's own year and number.
    var number: String { PaperNumber.text("SP", of: record) }

    var values: PaperValues {
        let (course, language) = (file.course, desk.language)
        let fields = [
            "name": officer.name.text, "post": "\(officer.post) \(officer.grade)", "station": officer.station,
            "reference": record.reference, "course": course.title(in: language), "code": course.code.text,
            "dates": course.dates.text(in: language), "venue": course.venue, "recordedAt": desk.moment(answer.at),
            "slipCode": code,
        ]
        return desk.values(.attendanceSlip, number: number, fields.merging(answered) { $1 })
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

    /// `7F3A-91C2-04BE`: the same for the same answer, and another for any other.
    private var code: String {
        let text = ([record.id.text] + answer.facts + [answer.at.iso]).joined(separator: "\n")
        let digits = Array(SHA256Digest(of: text).hex.prefix(12).uppercased())
        return stride(from: 0, to: 12, by: 4).map { String(digits[$0..<$0 + 4]) }.joined(separator: "-")
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
