import Academy

@testable import Web

extension Sample {
    private static func counter(_ change: (inout WalkInPage) -> Void = { _ in }) -> WalkInPage {
        var page = WalkInPage(
            head: CourseHead(
                id: "c1", code: "AKMAL-PKD-012", titleMalay: "Kursus Penilaian Kastam", titleEnglish: "",
                dates: days("2026-03-09", "2026-03-10"), venue: "AKMAL, Melaka"), seatsLeft: 2, waiting: 0)
        change(&page)
        return page
    }

    static let walkIns: [Sample] = [
        Sample("walk-in", counter(), administrator),
        Sample(
            "walk-in-wrong",
            counter {
                ($0.officer, $0.supervisor, $0.reason) = ("Siti", "siti", "x")
                $0.problems = FormProblems(all: [
                    .init(field: "pegawai", code: "officer_ambiguous"),
                    .init(field: "penyelia", code: "supervisor_email"), .init(field: "sebab", code: "reason_short"),
                ])
            }, administrator),
        Sample(
            "walk-in-full",
            counter {
                ($0.seatsLeft, $0.waiting, $0.overbooks) = (0, 3, false)
                $0.refusals = [.noSeatFree, .waitingListFirst]
            }, administrator),
    ]
}
