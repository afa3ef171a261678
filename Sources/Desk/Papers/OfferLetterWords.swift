import Academy
import Records
import SQL
import Typesetting

/// Surat Tawaran in words: dated by the approval, whenever it is made.
struct OfferLetterWords: PaperWords {
    let record: ApplicationRecord
    let officer: Officer
    let file: CourseFile
    /// What happened to the application, oldest first.
    let history: [AuditEntry]
    let signatory: SignatoryRecord?
    let coordinators: [(name: String, email: String)]
    let desk: PaperDesk
    let stem = "surat-tawaran"

    /// Nil while no seat stands.
    init?(_ application: ApplicationFile, at desk: PaperDesk, in transaction: borrowing Transaction) throws {
        guard application.record.state.hasOfferLetter else { return nil }
        (record, officer, file) = (application.record, application.officer, application.file)
        self.desk = desk
        history = try AuditLog.entries(about: "application", record.id.text, in: transaction)
        signatory = try Signatories.of(record.course, in: transaction).first
        coordinators = try Offerings.coordinators(of: record.course, in: transaction).map { ($0.name, $0.email) }
    }

    /// `ST/2026/000123`: the application's own year and number.
    private var number: String { PaperNumber.text("ST", of: record) }

    var draft: PaperDraft {
        let course = file.course
        let first = course.sessions.first { !$0.isCancelled }
        return PaperDraft(
            paper: .offerLetter, subject: record.id.text, officer: officer.id,
            face: PaperFace(number: number, holder: officer.name.text, course: course, dated: day),
            promises: [
                course.code.text, course.venue, file.offering.mode.rawValue, first?.day.iso ?? "",
                first?.start.iso ?? "", "\(course.minutes)", "\(course.fee.amount)", movedAt?.day.iso ?? "",
            ])
    }

    func values(as given: PaperRecord) -> PaperValues {
        desk.values(
            .offerLetter, number: number, person.merging(course) { $1 }.merging(money) { $1 }.merging(signature) { $1 },
            given: given)
    }

    /// When the seat was given, whatever has happened since.
    private var approvedAt: Instant? {
        let events: [ApplicationEvent] = [.approve, .acceptOffer, .takeSeat]
        let actions = Set(events.map { "application.\($0.rawValue)" })
        return history.last { actions.contains($0.action) && $0.after == ApplicationState.approved.rawValue }?.at
    }

    /// The approval's day; where the history does not tell it, a seat was given by the day of decision at the latest.
    private var day: Day { approvedAt?.day ?? min(record.stateAt.day, file.deadlines.decision) }

    /// When the course's days were moved after that, which made another letter of this one.
    private var movedAt: Instant? {
        let moves = history.filter { $0.action == "application.\(ApplicationEvent.moveDates.rawValue)" }
        return moves.last { move in approvedAt.map { move.at > $0 } ?? true }?.at
    }

    private var person: [String: String] {
        [
            "date": DatePhrase.full(day, desk.language), "name": officer.name.text,
            "post": "\(officer.post) \(officer.grade)", "station": officer.station, "reference": record.reference,
            "supervisor": record.supervisor.name,
            "moved": movedAt.map { DatePhrase.full($0.day, desk.language) } ?? "",
        ]
    }

    private var course: [String: String] {
        let (course, language) = (file.course, desk.language)
        let isOnline = file.offering.mode == .online
        return [
            "course": course.title(in: language), "code": course.code.text, "dates": course.dates.text(in: language),
            "days": CountedThing.day.text("\(course.dates.days.count)", in: language),
            "hours": CountedThing.hour.text(FaceComposer.hours(ofMinutes: course.minutes), in: language),
            "reporting": reporting, "venue": course.venue, "inPerson": isOnline ? "" : "1",
            "online": isOnline ? "1" : "",
            "confirmBy": DatePhrase.withWeekday(file.deadlines.confirmation, in: language),
            "minimum": "\(course.minimumAttendance)%",
            "contacts": coordinators.map { "\($0.name) (\($0.email))" }.joined(separator: "; "),
        ]
    }

    /// `Isnin, 9 Mac 2026, sebelum 9.00 pagi`.
    private var reporting: String {
        guard let first = file.course.sessions.first(where: { !$0.isCancelled }) else { return "" }
        let day = DatePhrase.withWeekday(first.day, in: desk.language)
        let before = desk.language == .english ? "before" : "sebelum"
        return "\(day), \(before) \(first.start.text(in: desk.language))"
    }

    private var money: [String: String] {
        guard file.course.fee > .zero else { return [:] }
        return [
            "fee": file.course.fee.text, "revenueCode": desk.office.settings.letterhead.revenueCode,
            "paymentDay": DatePhrase.full(file.deadlines.payment, desk.language),
        ]
    }

    private var signature: [String: String] {
        let letterhead = desk.office.settings.letterhead
        var fields = [
            "slogan": letterhead.slogans.first ?? "", "secondSlogan": letterhead.slogans.dropFirst().first ?? "",
            "onBehalfOf": letterhead.onBehalfOf,
        ]
        guard let signatory else { return fields }
        fields["signatory"] = signatory.name
        fields["signatoryPost"] =
            desk.language == .english && !signatory.postEnglish.isEmpty ? signatory.postEnglish : signatory.postMalay
        fields["signature"] = signatory.image
        return fields
    }
}

/// Numbers of the papers about one application.
enum PaperNumber {
    /// `ST/2026/000123` of `PK/2026/000123`.
    static func text(_ prefix: String, of record: ApplicationRecord) -> String {
        let own = record.reference.split(separator: "/").dropFirst()
        return ([prefix] + (own.isEmpty ? [record.id.text.suffix(8).uppercased()] : own.map(String.init)))
            .joined(separator: "/")
    }
}
