import Academy
import Records
import SQL

/// A course with everything that its coordinators decide about it.
struct CoursePlan: Sendable, Hashable {
    var course: Course
    var offering: OfferingRecord
    var speakers: [SpeakerRecord]
    var coordinators: Set<AccountRecord.ID>
    /// In signing order.
    var signatories: [SignatoryRecord.ID]
}

extension CoursePlan {
    /// The same as the form shows it.
    var form: CourseForm {
        CourseForm(
            texts: texts, choices: choices, sessions: sessionRows,
            speakers: speakers.map { CourseForm.SpeakerRow(name: $0.name, topic: $0.topic) },
            coordinators: Set(coordinators.map(\.text)),
            signatories: (signatories.map(\.text) + Array(repeating: "", count: CourseForm.signatoryPlaces))
                .prefix(CourseForm.signatoryPlaces).map(\.self))
    }

    private var texts: [CourseForm.Field: String] {
        let rules = offering.rules
        return [
            .code: course.code.text, .titleMalay: course.titleMalay, .titleEnglish: course.titleEnglish,
            .studyCentre: course.studyCentre, .objectivesMalay: offering.objectives.malay,
            .objectivesEnglish: offering.objectives.english, .targetMalay: offering.target.malay,
            .targetEnglish: offering.target.english, .prerequisitesMalay: offering.prerequisites.malay,
            .prerequisitesEnglish: offering.prerequisites.english, .venue: course.venue,
            .mode: offering.mode.rawValue, .closing: offering.days.closing.iso, .decision: offering.days.decision.iso,
            .confirmation: offering.days.confirmation.iso, .freeze: offering.days.freeze.iso,
            .quota: String(rules.quota), .fee: course.fee.typed, .minimum: String(course.minimumAttendance),
            .yearlyCap: rules.yearlyCap.map(String.init) ?? "",
            .gradeLowest: rules.grades.lowest.map(String.init) ?? "",
            .gradeHighest: rules.grades.highest.map(String.init) ?? "", .grace: String(rules.graceDays),
            .status: course.status.rawValue,
        ]
    }

    private var choices: Set<CourseForm.Choice> {
        let rules = offering.rules
        let ticks: [(CourseForm.Choice, Bool)] = [
            (.waitingList, rules.hasWaitingList), (.clashBlocks, rules.clashBlocks),
            (.lapsesUnconfirmed, rules.lapsesUnconfirmed),
            (.absenceWithoutReplacement, rules.permitsAbsenceWithoutReplacement),
            (.countsExcused, rules.countsExcused),
        ]
        return Set(ticks.filter(\.1).map(\.0))
    }

    private var sessionRows: [CourseForm.SessionRow] {
        course.sessions.map {
            CourseForm.SessionRow(
                id: $0.id.text, day: $0.day.iso, start: $0.start.iso, end: $0.end.iso, minutes: String($0.minutes),
                isMandatory: $0.isMandatory, isCancelled: $0.isCancelled)
        }
    }

    /// What the audit says of it, by name.
    var facts: [(name: String, value: String)] {
        var facts = CourseForm.Field.allCases.compactMap { field -> (String, String)? in
            texts[field].map { ("\(field.rawValue)", String($0.prefix(120))) }
        }
        facts += CourseForm.Choice.allCases.map { ($0.rawValue, choices.contains($0) ? "ya" : "tidak") }
        facts.append(("sesi", course.sessions.map(\.summary).joined(separator: ", ")))
        facts.append(("penceramah", speakers.map(\.name).joined(separator: ", ")))
        facts.append(("penyelaras", coordinators.map(\.text).sorted().joined(separator: ", ")))
        facts.append(("penandatangan", signatories.map(\.text).joined(separator: ", ")))
        return facts
    }

    /// The facts that differ, as they were and as they are now.
    static func difference(from old: CoursePlan, to new: CoursePlan) -> (before: String, after: String) {
        let changed = zip(old.facts, new.facts).filter { $0.value != $1.value }
        return (
            changed.map { "\($0.0.name)=\($0.0.value)" }.joined(separator: "; "),
            changed.map { "\($0.1.name)=\($0.1.value)" }.joined(separator: "; ")
        )
    }
}

extension Session {
    /// `2026-03-09 09:00–12:00`, with what is special about it.
    fileprivate var summary: String {
        "\(day.iso) \(start.iso)–\(end.iso) \(minutes)\(isMandatory ? " wajib" : "")\(isCancelled ? " batal" : "")"
    }
}

extension Sen {
    /// `30.00`: as it is typed, without the currency.
    var typed: String { text.filter { $0 != "," && !$0.isLetter } }
}
