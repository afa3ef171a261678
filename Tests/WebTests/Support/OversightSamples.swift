import Academy
import Desk

@testable import Web

extension Sample {
    private static func frame(_ section: Frame.Section, _ location: String) -> Frame {
        var frame = administrator
        frame.section = section
        frame.location = location
        return frame
    }

    private static let merging = frame(.merge, "/pentadbir/gabung")
    private static let conflicting = frame(.conflicts, "/pentadbir/percanggahan")

    private static func side(_ number: Int, _ name: String, account: String = "") -> MergeReviewPage.Side {
        .init(
            name: name, myKad: "850101-14-567\(number)", email: "aisyah.contoh\(number)@customs.gov.my",
            post: "Penolong Penguasa Kastam WK5", station: "Pelabuhan Klang", isServing: number == 1, account: account)
    }

    private static func review(_ change: (inout MergeReviewPage) -> Void = { _ in }) -> MergeReviewPage {
        var page = MergeReviewPage(
            kept: side(1, "Nur Aisyah binti Abdullah @ Contoh", account: "aisyah.contoh1@customs.gov.my"),
            gone: side(2, "Aisyah Contoh"), keptTyped: "850101145671", goneTyped: "850101145672", obstacles: [],
            moving: [
                .init(key: "applications", count: 3), .init(key: "participations", count: 2),
                .init(key: "receipts", count: 0), .init(key: "certificates", count: 1),
            ], account: "stays")
        change(&page)
        return page
    }

    private static func session(_ number: Int, mayOpen: Bool) -> ConflictsPage.Side {
        .init(
            course: mayOpen ? "c\(number)" : nil, session: "s\(number)", code: "AKMAL-PKD-01\(number)",
            titleMalay: "Kursus Penilaian Kastam", titleEnglish: "Customs Valuation Course",
            start: TimeOfDay(iso: "09:00") ?? .midnight, end: TimeOfDay(iso: "12:30") ?? .midnight,
            mark: number == 1 ? .present : .late)
    }

    static let oversight: [Sample] = [
        Sample("merge-none", MergePage(rows: []), merging),
        Sample(
            "merge",
            MergePage(
                kept: "850101-14-5671", gone: "8501011",
                rows: [
                    .init(
                        name: "Aisyah Contoh", myKad: "850101-14-5672",
                        keptName: "Nur Aisyah binti Abdullah @ Contoh", keptMyKad: "850101-14-5671", keptID: "o1",
                        reason: "Nombor tentera ditukar kepada MyKad; disahkan ezHR", by: "pentadbir@customs.gov.my",
                        at: now)
                ], problems: FormProblems(all: [.init(field: "lebur", code: "mykad_wrong")])), merging),
        Sample("merge-review", review(), merging),
        Sample(
            "merge-review-wrong",
            review { page in
                page.account = "closes"
                page.reason = "Sama"
                page.problems = FormProblems(all: [.init(field: "sebab", code: "reason_too_short")])
            }, merging),
        Sample(
            "merge-review-obstructed",
            review { page in
                page.moving = []
                page.account = "moves"
                page.obstacles = [
                    .init(
                        code: "both_on_courses",
                        courses: [.init(id: "c1", code: "AKMAL-PKD-012"), .init(id: "c2", code: "AKMAL-PKD-013")]),
                    .init(code: "roles_would_be_lost", courses: []),
                ]
            }, merging),
        Sample("conflicts-none", ConflictsPage(year: 2026, thisYear: 2026, rows: []), conflicting),
        Sample(
            "conflicts",
            ConflictsPage(
                year: 2026, thisYear: 2026,
                rows: [
                    .init(
                        name: "Nur Aisyah binti Abdullah @ Contoh", myKad: "850101-14-5671",
                        day: Day(iso: "2026-03-09")!,
                        sides: [session(1, mayOpen: true), session(2, mayOpen: false)])
                ], next: "2026-03-09~s1~p1~s2"), conflicting),
    ]
}
