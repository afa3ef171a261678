import Academy

/// The rows of the list to be marked, one for each participant.
struct AttendanceRowFields {
    private let columns: [(column: AttendancePage.Column, name: String)]
    private let canMark: Bool
    private let words: Phrases
    /// The marks as they can be chosen; nil for none.
    private let choices: [(mark: AttendanceMark?, label: String)]

    /// What all rows share is said once, because there are as many cells as names by sessions.
    init(columns: [AttendancePage.Column], canMark: Bool, _ words: Phrases) {
        self.columns = columns.map { ($0, words.session($0.session)) }
        self.canMark = canMark
        self.words = words
        choices = ([nil] + AttendanceMark.allCases.map(Optional.some)).map { ($0, words.mark($0)) }
    }

    func fields(of rows: [AttendancePage.Row]) -> [Fields] { rows.map(fields) }

    private func fields(of row: AttendancePage.Row) -> Fields {
        let state = AttendanceTag(attendance: row.attendance, outcome: row.outcome)
        return [
            "name": row.name, "myKad": row.myKad, "percent": "\(row.percent)%", "state": state.text(words),
            "stateClass": state.tagClass, "cells": columns.map { cell(of: row, $0.column, $0.name) },
        ]
    }

    private func cell(of row: AttendancePage.Row, _ column: AttendancePage.Column, _ session: String) -> Fields {
        let id = column.session.id
        let mark = row.marks[id]
        let name = AttendancePage.cell(row.participation, id)
        let isEditable = canMark && column.takesMarks && !row.isLocked
        return [
            "name": name, "person": row.name, "label": "\(row.name), \(session)", "session": session,
            "isEditable": isEditable, "text": mark.map { words.mark($0) } ?? "–",
            "markClass": mark?.rawValue ?? "blank",
            "changed": row.stored[id].map { words("attendance.now", ["mark": words.mark($0)]) }.orAbsent,
            "options": isEditable ? options(of: name, mark) : [],
        ]
    }

    private func options(of cell: String, _ chosen: AttendanceMark?) -> [Fields] {
        choices.map { mark, label in
            [
                "value": mark?.rawValue ?? "", "kind": mark?.rawValue ?? "blank",
                "id": "\(cell).\(mark?.rawValue ?? "none")", "name": cell, "label": label, "isChosen": mark == chosen,
            ]
        }
    }
}

extension Phrases {
    fileprivate func mark(_ mark: AttendanceMark?) -> String {
        mark.map { self("mark.\($0.rawValue)") } ?? self("mark.none")
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
