import Academy

/// One participant's row of the list to be marked.
struct AttendanceRowFields {
    let row: AttendancePage.Row
    let columns: [AttendancePage.Column]
    let canMark: Bool

    func fields(_ words: Phrases) -> Fields {
        let state = AttendanceTag(attendance: row.attendance, outcome: row.outcome)
        return [
            "name": row.name, "myKad": row.myKad, "percent": "\(row.percent)%", "state": state.text(words),
            "stateClass": state.tagClass, "cells": columns.map { cell($0, words) },
        ]
    }

    private func cell(_ column: AttendancePage.Column, _ words: Phrases) -> Fields {
        let id = column.session.id
        let mark = row.marks[id]
        let name = AttendancePage.cell(row.participation, id)
        let options = [nil] + AttendanceMark.allCases.map(Optional.some)
        return [
            "name": name, "person": row.name, "label": "\(row.name), \(words.session(column.session))",
            "session": words.session(column.session), "isEditable": canMark && column.takesMarks && !row.isLocked,
            "text": mark.map { words("mark.\($0.rawValue)") } ?? "–", "markClass": mark?.rawValue ?? "blank",
            "changed": row.stored[id].map { stored in
                words("attendance.now", ["mark": stored.map { words("mark.\($0.rawValue)") } ?? words("mark.none")])
            }.orAbsent,
            "options": options.map { option -> Fields in
                [
                    "value": option?.rawValue ?? "", "kind": option?.rawValue ?? "blank",
                    "id": "\(name).\(option?.rawValue ?? "none")", "name": name,
                    "label": option.map { words("mark.\($0.rawValue)") } ?? words("mark.none"),
                    "isChosen": option == mark,
                ]
            },
        ]
    }
}

/// How far one participant's attendance has come, in a word.
struct AttendanceTag {
    let attendance: AttendanceState
    let outcome: CourseOutcome

    func text(_ words: Phrases) -> String {
        attendance == .confirmed
            ? words("outcome.\(outcome.rawValue)") : words("attendance.state.\(attendance.rawValue)")
    }

    var tagClass: String {
        switch (attendance, outcome) {
        case (.confirmed, .completed): "tag-green"
        case (.confirmed, .absent): "tag-red"
        case (.confirmed, _), (.reopened, _): "tag-amber"
        case (.recorded, _): "tag-blue"
        case (.notRecorded, _): "tag-gray"
        }
    }
}
