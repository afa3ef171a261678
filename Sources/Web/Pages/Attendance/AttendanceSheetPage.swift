import Academy

/// `/pentadbir/kursus/{course}/senarai-kehadiran`: the list on paper, with places to sign.
struct AttendanceSheetPage: Page {
    static let template = "attendance-sheet"
    /// Empty lines for those who come without being on the list.
    static let spareRows = 5
    var course: CourseHead
    var organiserMalay: String
    var organiserEnglish: String
    var sessions: [Session]
    var rows: [Row]
    var printedAt: Instant

    struct Row: Sendable, Hashable {
        var name: String
        var maskedMyKad: String
        var station: String
        var marks: [Session.ID: AttendanceMark]
    }

    func title(_ words: Phrases) -> String { words("sheet.heading") }

    func fields(_ words: Phrases) -> Fields {
        course.fields(words).adding([
            "organiser": words.language == .malay ? organiserMalay : organiserEnglish,
            "columns": sessions.map { session -> Fields in
                [
                    "day": words.day(session.day),
                    "time": "\(session.start.text(in: words.language)) – \(session.end.text(in: words.language))",
                ]
            },
            "rows": rows.enumerated().map { index, row in fields(index + 1, row, words) },
            "spare": (1...Self.spareRows).map { number -> Fields in
                ["number": rows.count + number, "cells": sessions.map { _ in Fields(["text": ""]) }]
            },
            "printed": words("sheet.printed", ["moment": words.moment(printedAt)]),
            "countText": words("sheet.count", ["n": words.number(rows.count)]),
            "tableHref": Route.attendanceTable(course: course.id).path,
        ])
    }

    private func fields(_ number: Int, _ row: Row, _ words: Phrases) -> Fields {
        [
            "number": number, "name": row.name, "myKad": row.maskedMyKad, "station": row.station,
            "cells": sessions.map { session -> Fields in
                ["text": row.marks[session.id].map { words("mark.\($0.rawValue)") } ?? ""]
            },
        ]
    }

    /// The same as rows of a file, with headings.
    func table(_ words: Phrases) -> [[String]] {
        let heading =
            [words("sheet.number"), words("course.name"), words("sheet.myKad"), words("sheet.station")]
            + sessions.map { "\($0.day.iso) \($0.start.iso)" }
        return [heading]
            + rows.enumerated().map { index, row in
                ["\(index + 1)", row.name, row.maskedMyKad, row.station]
                    + sessions.map { row.marks[$0.id].map { words("mark.\($0.rawValue)") } ?? "" }
            }
    }
}
