import Academy

/// `/pentadbir/kursus/{course}/batal`: what cancelling does to how many, and afterwards whose money is to be given back.
struct CourseCancelPage: Page {
    static let template = "course-cancel"
    var head: CourseHead
    /// Live applications by state.
    var live: [ApplicationState: Int]
    var paid: [Payment]
    var isCancelled: Bool
    var wasHeld: Bool
    var typed = ""
    var reason = ""
    var problems: [CourseFormPage.Problem] = []

    struct Payment: Sendable, Hashable {
        var name: String
        var myKad: String
        var receipt: String
        var isVerified: Bool
    }

    func title(_ words: Phrases) -> String {
        words.title(
            words(isCancelled ? "courseCancel.doneHeading" : "courseCancel.heading"), hasProblems: !problems.isEmpty)
    }

    func fields(_ words: Phrases) -> Fields {
        let told = live.filter { $0.key != .draft }.reduce(0) { $0 + $1.value }
        let seats = live.filter(\.key.holdsSeat).reduce(0) { $0 + $1.value }
        let isUnfinished = isCancelled && !live.isEmpty
        return head.fields(words)
            .adding(CourseNav(course: head.id, current: .edit, mayChange: true).fields(words))
            .adding(ErrorSummary(of: problems, words, "courseCancel").fields).adding([
                "action": Route.courseAdministration(.cancel(course: head.id)).path,
                "editHref": Route.courseAdministration(.edit(course: head.id)).path,
                "mayCancel": !isCancelled && !wasHeld, "isHeld": !isCancelled && wasHeld, "isUnfinished": isUnfinished,
                "told": words.number(told), "seats": words.number(seats), "paidCount": words.number(paid.count),
                "waiting": words.number(live[.waiting] ?? 0), "showsPaid": isCancelled || !paid.isEmpty,
                "isNobody": paid.isEmpty, "controls": controls(words),
                "paid": paid.map { payment -> Fields in
                    [
                        "name": payment.name, "myKad": payment.myKad, "receipt": payment.receipt,
                        "tagClass": payment.isVerified ? "tag-green" : "tag-amber",
                        "state": words(payment.isVerified ? "courseCancel.verified" : "courseCancel.unjudged"),
                    ]
                },
            ])
    }

    private func controls(_ words: Phrases) -> [Fields] {
        var why = FormControl(
            id: "sebab", label: words("courseCancel.sebab"), hint: words("courseCancel.reasonHint"), value: reason,
            error: problems.text(at: "sebab", words))
        why.isParagraph = true
        let code = FormControl(
            id: "kod", label: words("courseCancel.kod"), hint: words("courseCancel.codeHint", ["code": head.code]),
            value: typed, error: problems.text(at: "kod", words))
        return [why.fields(words), code.fields(words)]
    }
}
