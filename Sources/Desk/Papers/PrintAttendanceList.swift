public import Academy
import Digests
import Records
import SQL
import Typesetting

/// Senarai Kehadiran on paper: to be signed until everybody's attendance is confirmed, with the marks after that.
public struct PrintAttendanceList: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/forbidden`` for who reads no lists; ``Refusal/notFound`` for who reads those of other
    ///   courses.
    public func callAsFunction(
        _ course: Course.ID, in language: Language, by caller: Caller
    ) async throws -> PaperFile {
        let desk = PaperDesk(office, language)
        let (values, name) = try await office.database.read(.long) { transaction in
            let roll = try AttendanceRoll(of: course, readBy: caller, in: transaction)
            let last = roll.participants.map(\.record.attended).max { ($0.at?.iso ?? "") < ($1.at?.iso ?? "") }
            let keeper = try last.map { try Accounts.find(name: $0.by, in: transaction)?.displayName ?? $0.by }
            let list = AttendanceListWords(roll: roll, keeper: keeper ?? "", confirmedAt: last?.at, desk: desk)
            return (list.values, PaperName.text("senarai-kehadiran", list.number, roll.course.titleMalay))
        }
        return try await desk.file(values, named: name)
    }
}

/// An attendance list in words.
struct AttendanceListWords {
    let roll: AttendanceRoll
    /// Who confirmed last.
    let keeper: String
    let confirmedAt: Instant?
    let desk: PaperDesk

    /// Rows for those who come without an application.
    static let spareRows = 5

    var number: String { "SK/\(roll.course.code.text)" }

    private var isConfirmed: Bool { !roll.participants.isEmpty && roll.open.isEmpty }

    var values: PaperValues {
        let course = roll.course
        var fields = [
            "course": course.title(in: desk.language), "code": course.code.text,
            "dates": course.dates.text(in: desk.language), "venue": course.venue,
            "count": CountedThing.participant.text("\(roll.participants.count)", in: desk.language),
            "minimum": "\(course.minimumAttendance)%",
        ]
        if isConfirmed {
            fields["confirmed"] = "1"
            fields["confirmedBy"] = keeper
            fields["confirmedAt"] = confirmedAt.map(desk.moment) ?? ""
            fields["digest"] = digest
        }
        return desk.values(
            .attendanceList, number: number, fields, lists: ["participants": rows + spare, "totals": totals],
            columns: [
                "sessions": roll.sessions.map { session in
                    [
                        "day": DatePhrase.short(session.day, desk.language),
                        "time": session.start.text(in: desk.language),
                    ]
                }
            ])
    }

    private var rows: [PaperValues.Row] {
        roll.participants.enumerated().map { index, participant in
            let officer = participant.officer
            let marks = roll.marks[participant.record.id] ?? [:]
            return PaperValues.Row(
                [
                    "position": "\(index + 1)", "name": officer.name.text, "myKad": officer.myKad.masked,
                    "post": "\(officer.post) \(officer.grade)", "station": officer.station,
                    "percent": isConfirmed ? "\(participant.record.tally.percent)%" : "",
                ], cells: isConfirmed ? roll.sessions.map { marks[$0.id]?.letter(in: desk.language) ?? "" } : [])
        }
    }

    private var spare: [PaperValues.Row] {
        isConfirmed
            ? [] : (1...Self.spareRows).map { PaperValues.Row(["position": "\(roll.participants.count + $0)"]) }
    }

    private var totals: [PaperValues.Row] {
        // Of what came from elsewhere there are sums of hours and no marks.
        guard isConfirmed, !roll.marks.isEmpty else { return [] }
        let sums = roll.sessions.map { session in
            roll.participants.count { roll.marks[$0.record.id]?[session.id]?.isAttended == true }
        }
        let label = desk.language == .english ? "Attended" : "Jumlah hadir"
        return [PaperValues.Row(["name": label], cells: sums.map { "\($0)" })]
    }

    /// SHA-256 over what was confirmed: sessions, marks and minutes, in an order that no name changes.
    private var digest: String {
        let sessions = roll.sessions.map { "\($0.id) \($0.day.iso) \($0.start.iso) \($0.minutes)" }
        let rows = roll.participants.sorted { $0.record.id < $1.record.id }.map { participant in
            let marks = roll.sessions.map { roll.marks[participant.record.id]?[$0.id]?.rawValue ?? "-" }
            let tally = participant.record.tally
            return "\(participant.record.id) \(marks.joined(separator: " ")) \(tally.attended)/\(tally.total)"
        }
        let lines = ["\(roll.course.id) \(roll.course.minimumAttendance)"] + sessions + rows
        return SHA256Digest(of: lines.joined(separator: "\n")).hex
    }
}

extension AttendanceMark {
    /// As the legend below the list explains it.
    fileprivate func letter(in language: Language) -> String {
        switch (self, language) {
        case (.present, .malay): "H"
        case (.present, .english): "P"
        case (.late, _): "L"
        case (.excused, .malay): "C"
        case (.excused, .english): "E"
        case (.absent, .malay): "T"
        case (.absent, .english): "A"
        }
    }
}
