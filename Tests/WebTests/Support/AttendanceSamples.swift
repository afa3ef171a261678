import Academy

@testable import Web

extension Sample {
    static let attendance: [Sample] = [
        Sample("attendance", grid(), administrator),
        Sample("attendance-session", grid(only: .init("s2")), administrator),
        Sample("attendance-conflict", conflict, administrator),
        Sample("attendance-read", reading, administrator),
        Sample("attendance-none", empty, administrator),
        Sample("attendance-confirmation", confirmation(.ready), administrator),
        Sample("attendance-confirmation-blanks", confirmation(.blanks), administrator),
        Sample(
            "attendance-confirmation-undecided",
            confirmation(.undecided([.init(application: "0f3a", name: "Tan Contoh")])), administrator),
        Sample("attendance-confirmation-early", confirmation(.notOver(until: now)), administrator),
        Sample("attendance-confirmation-done", done, administrator),
        Sample("reopening", reopening(), administrator),
        Sample("reopening-wrong", wrongReopening, administrator),
        Sample("reopening-waiting", waitingReopening, administrator),
        Sample("attendance-sheet", sheet, administrator),
    ]

    static let head = CourseHead(
        id: "c1", code: "AKMAL-PKD-012", titleMalay: "Kursus Penilaian Kastam dan Pengelasan Barang",
        titleEnglish: "Customs Valuation and Classification of Goods",
        dates: days("2026-03-09", "2026-03-11"), venue: "AKMAL Bandar Baru Bangi")

    static let sessions: [Session] = [
        ("s1", "2026-03-09", "09:00", "12:00", false), ("s2", "2026-03-09", "14:00", "17:00", false),
        ("s3", "2026-03-11", "09:00", "12:00", true),
    ].map { id, day, start, end, isMandatory in
        Session(
            id: .init(id), day: Day(iso: day) ?? Day(daysSinceEpoch: 0), start: TimeOfDay(iso: start) ?? .midnight,
            end: TimeOfDay(iso: end) ?? .midnight, minutes: 180, isMandatory: isMandatory)
    }

    private static func row(
        _ number: Int, _ name: String, _ marks: [AttendanceMark?], _ attendance: AttendanceState = .recorded,
        _ outcome: CourseOutcome = .pending, percent: Int = 66
    ) -> AttendancePage.Row {
        var table: [Session.ID: AttendanceMark] = [:]
        for (session, mark) in zip(sessions, marks) { table[session.id] = mark }
        return .init(
            participation: "p\(number)", name: name, myKad: "850101-14-567\(number)", marks: table,
            attendance: attendance, outcome: outcome, percent: percent, isLocked: attendance == .confirmed)
    }

    private static func grid(only: Session.ID? = nil) -> AttendancePage {
        AttendancePage(
            course: head,
            sessions: sessions.enumerated().map { index, session in
                .init(session: session, takesMarks: index < 2, blanks: index)
            }, only: only,
            rows: [
                row(1, "Contoh a/l Ramasamy", [.present, .late]),
                row(2, "Contoh anak Jugah", [.absent, nil]),
                row(3, "Nur Aisyah binti Abdullah @ Contoh", [.present, .excused, .present], .confirmed, .completed),
                row(4, "Tan Contoh", [.present, .present], .reopened),
            ], page: 1, pages: 2, token: "0123abcd", participants: 44, confirmed: 1, canMark: true,
            hasReopeningRequest: true, saved: 12)
    }

    private static var conflict: AttendancePage {
        var page = grid()
        page.saved = nil
        page.isConflict = true
        page.rows[0].stored = [.init("s1"): .absent, .init("s2"): nil]
        return page
    }

    private static var reading: AttendancePage {
        var page = grid()
        (page.canMark, page.saved, page.hasReopeningRequest, page.page) = (false, nil, false, 2)
        return page
    }

    private static var empty: AttendancePage {
        var page = grid()
        (page.rows, page.sessions, page.pages, page.participants, page.confirmed) = ([], [], 1, 0, 0)
        (page.saved, page.hasReopeningRequest) = (nil, false)
        return page
    }

    private static func confirmation(_ state: AttendanceConfirmationPage.State) -> AttendanceConfirmationPage {
        AttendanceConfirmationPage(
            course: head, minimum: 80, state: state,
            rows: [
                .init(
                    name: "Contoh a/l Ramasamy", myKad: "900228-08-5431", attended: 540, total: 540, percent: 100,
                    missing: 0, outcome: .completed, blanks: []),
                .init(
                    name: "Contoh anak Jugah", myKad: "880612-13-6125", attended: 360, total: 540, percent: 66,
                    missing: 72, outcome: .insufficient, blanks: state == .blanks ? Array(sessions.suffix(2)) : []),
                .init(
                    name: "Tan Contoh", myKad: "920430-07-5032", attended: 0, total: 540, percent: 0, missing: 432,
                    outcome: .absent, blanks: []),
            ], confirmed: [:], canConfirm: true, token: "0123abcd",
            conflicts: state == .ready ? 2 : 0, isConflict: false)
    }

    private static var done: AttendanceConfirmationPage {
        var page = confirmation(.nothing)
        page.rows = []
        page.confirmed = [.completed: 38, .insufficient: 1, .absent: 1]
        return page
    }

    private static func reopening() -> ReopeningPage {
        ReopeningPage(
            course: head,
            rows: [
                .init(
                    participation: "p1", name: "Contoh a/l Ramasamy", myKad: "900228-08-5431", percent: 100,
                    outcome: .completed),
                .init(
                    participation: "p2", name: "Contoh anak Jugah", myKad: "880612-13-6125", percent: 66,
                    outcome: .insufficient),
            ], waiting: nil, canRequest: true, canDecide: false)
    }

    private static var wrongReopening: ReopeningPage {
        var page = reopening()
        (page.reason, page.chosen, page.problems) = ("silap", ["p2"], [.reasonTooShort, .nobodyChosen])
        return page
    }

    private static var waitingReopening: ReopeningPage {
        var page = reopening()
        page.waiting = .init(
            id: "r1", reason: "Pegawai menunjukkan slip kehadiran yang telah ditandatangani.",
            requestedBy: "penyelaras@contoh.gov.my", requestedAt: now, names: ["Contoh anak Jugah", "Tan Contoh"])
        page.canDecide = true
        return page
    }

    private static let sheet = AttendanceSheetPage(
        course: head, organiserMalay: "Akademi Kastam Diraja Malaysia",
        organiserEnglish: "Royal Malaysian Customs Academy", sessions: sessions,
        rows: [
            .init(
                name: "Contoh a/l Ramasamy", maskedMyKad: "******-**-5431", station: "Melaka",
                marks: [.init("s1"): .present, .init("s2"): .late]),
            .init(name: "Contoh anak Jugah", maskedMyKad: "******-**-6125", station: "Kuching", marks: [:]),
        ], printedAt: now)
}
