import Academy
import Desk

@testable import Web

extension Sample {
    static let courseDeeds: [Sample] = [
        Sample("course-series", CourseSeriesPage(head: head, id: "c9"), administrator),
        Sample(
            "course-series-wrong",
            CourseSeriesPage(
                head: head, id: "c9", code: "AKMAL-PKD-012", start: "esok",
                problems: [.init(field: "kod", code: "code_taken"), .init(field: "mula", code: "day_wrong")]),
            administrator),
        Sample("course-move", move(), administrator),
        Sample("course-move-wrong", wrongMove, administrator),
        Sample("course-cancel", cancellation(), administrator),
        Sample("course-cancel-wrong", wrongCancellation, administrator),
        Sample("course-cancel-held", heldCancellation, administrator),
        Sample("course-cancel-done", doneCancellation, administrator),
    ]

    private static func move() -> CourseMovePage {
        CourseMovePage(
            form: courseForm(), seatsHeld: 28,
            clashes: [.init(name: "Contoh a/l Ramasamy", courses: ["AKMAL-PGK-003", "AKMAL-CJP-001"])])
    }

    private static var wrongMove: CourseMovePage {
        var page = move()
        page.clashes = []
        page.form.form.sessions.append(.init(day: "9/3"))
        page.form.saved = [:]
        page.form.problems = [.init(field: "sesi-4-hari", code: "day_wrong")]
        return page
    }

    private static func cancellation() -> CourseCancelPage {
        CourseCancelPage(
            head: head, live: [.approved: 20, .attending: 8, .waiting: 3, .draft: 2],
            paid: [
                .init(name: "Contoh a/l Ramasamy", myKad: "900228-08-5431", receipt: "iP-2026-00012", isVerified: true),
                .init(name: "Tan Contoh", myKad: "920430-07-5032", receipt: "iP-2026-00013", isVerified: false),
            ], isCancelled: false, wasHeld: false)
    }

    private static var wrongCancellation: CourseCancelPage {
        var page = cancellation()
        (page.typed, page.reason, page.paid) = ("AKMAL", "sebab", [])
        page.problems = [.init(field: "kod", code: "code_differs"), .init(field: "sebab", code: "reason_short")]
        return page
    }

    private static var heldCancellation: CourseCancelPage {
        var page = cancellation()
        (page.wasHeld, page.paid) = (true, [])
        return page
    }

    private static var doneCancellation: CourseCancelPage {
        var page = cancellation()
        (page.isCancelled, page.live) = (true, [.approved: 2])
        return page
    }
}
