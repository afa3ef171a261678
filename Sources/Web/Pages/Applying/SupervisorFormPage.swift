import Academy

/// `/permohonan/{application}/penyelia`: Maklumat Penyelia and the declaration.
struct SupervisorFormPage: Page {
    static let template = "supervisor-form"
    var id: String
    var course: String
    var name = ""
    var phone = ""
    var email = ""
    var isDeclared = false
    /// It was sent already: the supervisor will be asked again.
    var wasSent = false
    /// Field and the code of what is wrong with it, in the form's order.
    var problems: [Problem] = []

    struct Problem: Sendable, Hashable {
        var field: String
        var code: String
    }

    func title(_ words: Phrases) -> String {
        problems.isEmpty ? words("apply.heading") : "\(words("site.error")) \(words("apply.heading"))"
    }

    func fields(_ words: Phrases) -> Fields {
        [
            "course": course, "action": Route.supervisorForm(application: id).path,
            "backHref": Route.application(id).path, "name": name, "phone": phone, "email": email,
            "isDeclared": isDeclared, "wasSent": wasSent, "hasProblems": !problems.isEmpty,
            "problems": problems.map { problem -> Fields in
                ["field": problem.field, "text": words("apply.problem.\(problem.code)")]
            },
            "nameError": error("name", words), "phoneError": error("phone", words),
            "emailError": error("email", words), "declarationError": error("declaration", words),
        ]
    }

    private func error(_ field: String, _ words: Phrases) -> Shown {
        problems.first { $0.field == field }.map { words("apply.problem.\($0.code)") }.orAbsent
    }
}

/// `/permohonan/{application}/semak`: check your answers, then Hantar Permohonan.
struct ApplicationReviewPage: Page {
    static let template = "application-review"
    var id: String
    var courseMalay: String
    var courseEnglish: String
    var name: String
    var phone: String
    var email: String
    var refusals: [String] = []

    func title(_ words: Phrases) -> String { words("apply.review") }

    func fields(_ words: Phrases) -> Fields {
        [
            "course": words.language == .english && !courseEnglish.isEmpty ? courseEnglish : courseMalay,
            "name": name, "phone": phone, "email": email, "action": Route.applicationReview(application: id).path,
            "changeHref": Route.supervisorForm(application: id).path,
            "hasProblems": !refusals.isEmpty, "reasons": refusals.map { words("refusal.\($0)") },
        ]
    }
}
