import Academy
import Records

/// Reads a filled-in form against what is recorded; every problem is told at once, in the order of the form.
struct CourseReader {
    /// What the form cannot know by itself.
    struct Knowledge {
        /// The course as it is recorded; for a new one, a draft with nothing in it.
        let old: CoursePlan
        let isPromised: Bool
        let hasApplications: Bool
        let seatsHeld: Int
        /// Another course has the code.
        let codeIsTaken: Bool
        let coordinators: Set<AccountRecord.ID>
        let signatories: Set<SignatoryRecord.ID>
        let today: Day
        let newID: () throws -> Session.ID
    }

    let form: CourseForm
    let known: Knowledge
    private var problems: [FieldProblem] = []

    init(_ form: CourseForm, _ known: Knowledge) {
        var form = form
        form.suggest()
        self.form = form
        self.known = known
    }

    /// - Throws: ``Refusal/invalid(_:)``.
    mutating func plan() throws -> CoursePlan {
        var plan = known.old
        readWords(into: &plan)
        try readTimetable(into: &plan)
        readDays(into: &plan)
        readFigures(into: &plan)
        readPeople(into: &plan)
        readStatus(into: &plan)
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        return plan
    }

    private mutating func note(_ field: CourseForm.Field, _ code: String) { note(field.rawValue, code) }

    private mutating func note(_ field: String, _ code: String) {
        problems.append(FieldProblem(field: field, code: code))
    }
}

extension CourseReader {
    private static let longestLine = 200
    private static let longestText = 4000

    /// White space is folded in a line, and kept in a text.
    private mutating func line(_ field: CourseForm.Field, isRequired: Bool = true) -> String {
        let text = form[field].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if isRequired, text.isEmpty { note(field, "missing") }
        if text.count > Self.longestLine { note(field, "line_too_long") }
        return text
    }

    private mutating func text(_ field: CourseForm.Field) -> String {
        let text = form[field].replacing("\r\n", with: "\n").trimmed
        if text.count > Self.longestText { note(field, "text_too_long") }
        return text
    }

    private mutating func readWords(into plan: inout CoursePlan) {
        let code = line(.code)
        if let parsed = CourseCode(parsing: code) {
            plan.course.code = parsed
            if known.codeIsTaken { note(.code, "code_taken") }
        } else if !code.isEmpty {
            note(.code, "code_wrong")
        }
        plan.course.titleMalay = line(.titleMalay)
        plan.course.titleEnglish = line(.titleEnglish, isRequired: false)
        plan.course.studyCentre = line(.studyCentre)
        plan.offering.objectives = .init(malay: text(.objectivesMalay), english: text(.objectivesEnglish))
        plan.offering.target = .init(malay: text(.targetMalay), english: text(.targetEnglish))
        plan.offering.prerequisites = .init(malay: text(.prerequisitesMalay), english: text(.prerequisitesEnglish))
        let venue = line(.venue)
        if known.isPromised, venue != known.old.course.venue { note(.venue, "promised") }
        plan.course.venue = venue
        if let mode = OfferingRecord.Mode(rawValue: form[.mode]) {
            plan.offering.mode = mode
        } else {
            note(.mode, "missing")
        }
    }

    private mutating func readTimetable(into plan: inout CoursePlan) throws {
        var reader = TimetableReader(known: known.old.course.sessions, newID: known.newID)
        let sessions = try reader.sessions(form.sessions)
        problems += reader.problems
        let timetable = Course.timetable(sessions)
        if known.isPromised, timetable != Course.timetable(known.old.course.sessions), reader.problems.isEmpty {
            note("sesi-1-hari", "promised")
        }
        plan.course.sessions = sessions.inOrder
    }

    /// The four days are compared even where the timetable is not right yet.
    private mutating func readDays(into plan: inout CoursePlan) {
        var days: [CourseForm.Field: Day] = [:]
        for (field, _) in CourseForm.deadlines {
            let typed = form[field].trimmed
            days[field] = Day(typed: typed)
            if days[field] == nil { note(field, typed.isEmpty ? "missing" : "day_wrong") }
        }
        guard let closing = days[.closing], let decision = days[.decision], let confirmation = days[.confirmation],
            let freeze = days[.freeze]
        else { return }
        plan.offering.days = .init(closing: closing, decision: decision, confirmation: confirmation, freeze: freeze)
        let held = plan.course.dates.days
        let start = held.first ?? freeze.adding(days: 1)
        let end = held.last ?? start
        do throws(Deadlines.Rejected) {
            _ = try Deadlines(
                closing: closing, decision: decision, confirmation: confirmation, freeze: freeze, start: start,
                end: end, payment: end.adding(days: 7), evaluation: end.adding(days: 14))
        } catch {
            for (field, deadline) in CourseForm.deadlines where error.problems[deadline] != nil {
                note(field, "\(deadline.rawValue)_order")
            }
        }
    }

    private mutating func number(_ field: CourseForm.Field, in range: ClosedRange<Int>, _ code: String) -> Int? {
        let typed = form[field].trimmed
        guard !typed.isEmpty else {
            note(field, "missing")
            return nil
        }
        guard typed.utf8.count < 8, let number = Int(typed), range.contains(number) else {
            note(field, code)
            return nil
        }
        return number
    }

    private mutating func readFigures(into plan: inout CoursePlan) {
        if let quota = number(.quota, in: 0...100_000, "quota_wrong") {
            let change = QuotaChange(
                to: quota, seatsHeld: known.seatsHeld, waiting: 0, isPastCutOff: false,
                reason: try? ReasonText(parsing: form[.reason]))
            // Only a change needs its reason; a course that is over its quota may be edited otherwise.
            if case .refused = change, quota != known.old.offering.rules.quota { note(.reason, "quota_below_held") }
            plan.offering.rules.quota = quota
        }
        let fee = form[.fee].trimmed
        if let parsed = Sen(parsing: fee) {
            plan.course.fee = parsed
        } else {
            note(.fee, fee.isEmpty ? "missing" : "fee_wrong")
        }
        plan.course.minimumAttendance =
            number(.minimum, in: 0...100, "percent_wrong") ?? plan.course.minimumAttendance
        plan.offering.rules.yearlyCap =
            form[.yearlyCap].trimmed.isEmpty ? nil : number(.yearlyCap, in: 1...99, "cap_wrong")
        readRules(into: &plan)
    }

    private mutating func readRules(into plan: inout CoursePlan) {
        let grace = form[.grace].trimmed.isEmpty ? nil : number(.grace, in: 0...30, "grace_wrong")
        plan.offering.rules.graceDays = grace ?? plan.offering.rules.graceDays
        let lowest = grade(.gradeLowest)
        let highest = grade(.gradeHighest)
        if let range = GradeRange(lowest: lowest, highest: highest) {
            plan.offering.rules.grades = range
        } else {
            note(.gradeHighest, "grade_order")
        }
        plan.offering.rules.countsExcused = form.choices.contains(.countsExcused)
        plan.offering.rules.hasWaitingList = form.choices.contains(.waitingList)
        plan.offering.rules.clashBlocks = form.choices.contains(.clashBlocks)
        plan.offering.rules.lapsesUnconfirmed = form.choices.contains(.lapsesUnconfirmed)
        plan.offering.rules.permitsAbsenceWithoutReplacement = form.choices.contains(.absenceWithoutReplacement)
    }

    /// Nil when nothing was typed.
    private mutating func grade(_ field: CourseForm.Field) -> Int? {
        form[field].trimmed.isEmpty ? nil : number(field, in: GradeRange.numbers, "grade_wrong")
    }

    private mutating func readPeople(into plan: inout CoursePlan) {
        plan.speakers = []
        for (index, row) in form.speakers.enumerated() where !row.isBlank {
            if let name = try? PersonName(parsing: row.name) {
                plan.speakers.append(SpeakerRecord(name: name.text, topic: String(row.topic.trimmed.prefix(200))))
            } else {
                note("penceramah-\(index + 1)-nama", row.name.trimmed.isEmpty ? "missing" : "name_wrong")
            }
        }
        let chosen = Set(form.coordinators.map { AccountRecord.ID($0) })
        // Who coordinated it before stays possible, also when the account was closed.
        plan.coordinators = chosen.intersection(known.coordinators.union(known.old.coordinators))
        let signatories = form.signatories.filter { !$0.isEmpty }.map { SignatoryRecord.ID($0) }
        if Set(signatories).count < signatories.count { note("tandatangan-1", "signatory_twice") }
        plan.signatories = signatories.filter { known.signatories.contains($0) || known.old.signatories.contains($0) }
    }

    private mutating func readStatus(into plan: inout CoursePlan) {
        let old = known.old.course.status
        guard let status = Course.Status(rawValue: form[.status]),
            old.successors(hasApplications: known.hasApplications).contains(status)
        else {
            note(.status, "status_wrong")
            return
        }
        plan.course.status = status
        guard status == .open, old != .open else { return }
        if plan.offering.objectives.malay.isEmpty { note(.objectivesMalay, "open_needs") }
        if plan.offering.target.malay.isEmpty { note(.targetMalay, "open_needs") }
        if plan.coordinators.isEmpty { note("penyelaras", "open_needs_coordinator") }
        if Day(typed: form[.closing]) != nil, plan.offering.days.closing < known.today {
            note(.closing, "closing_past")
        }
    }
}

extension Course {
    /// What is promised to those who hold seats: which session is when.
    static func timetable(_ sessions: [Session]) -> Set<PromisedSession> {
        Set(sessions.map { PromisedSession(id: $0.id, day: $0.day, start: $0.start, end: $0.end) })
    }

    struct PromisedSession: Hashable {
        let id: Session.ID
        let day: Day
        let start: TimeOfDay
        let end: TimeOfDay
    }
}

extension [Session] {
    var inOrder: [Session] { sorted { ($0.day, $0.start) < ($1.day, $1.start) } }
}
