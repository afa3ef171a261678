/// `/daftar`: *Daftar Akaun*.
struct RegisterPage: Page {
    static let template = "register"
    var myKad = ""
    var email = ""
    var formToken: String
    /// Codes of what is wrong, by field; `""` for the form as a whole.
    var problems: [AccountProblem] = []

    func title(_ words: Phrases) -> String { words.title(words("register.heading"), hasProblems: !problems.isEmpty) }

    func fields(_ words: Phrases) -> Fields {
        let inputs = [
            TextField(
                id: "mykad", label: words("register.myKad"), hint: words("register.myKadHint"), value: myKad,
                longest: 40,
                errors: problems.texts(of: "mykad", words)),
            TextField(
                id: "emel", label: words("register.email"), hint: words("register.emailHint"), value: email,
                kind: .email,
                autocomplete: "email", errors: problems.texts(of: "email", words)),
        ]
        let summary = ErrorSummary(problems.general(words) + ErrorSummary(of: inputs).items)
        return summary.fields.adding(["formToken": formToken, "inputs": inputs.map(\.fields)])
    }
}

/// `/lupa-kata-laluan`.
struct ForgottenPasswordPage: Page {
    static let template = "forgotten-password"
    var user = ""
    var formToken: String
    var problems: [AccountProblem] = []

    func title(_ words: Phrases) -> String { words.title(words("forgot.heading"), hasProblems: !problems.isEmpty) }

    func fields(_ words: Phrases) -> Fields {
        let input = TextField(
            id: "id", label: words("signIn.name"), hint: words("signIn.nameHint"), value: user, kind: .email,
            autocomplete: "username", errors: problems.texts(of: "user", words))
        let summary = ErrorSummary(problems.general(words) + ErrorSummary(of: [input]).items)
        return summary.fields.adding(["formToken": formToken, "inputs": [input.fields]])
    }
}

/// What follows both forms: the same page for everybody, whatever was typed.
struct MailSentPage: Page {
    static let template = "mail-sent"
    var reason: Reason

    enum Reason: String, Sendable, Hashable, CaseIterable { case registered, forgotten }

    func title(_ words: Phrases) -> String { words("mailSent.heading") }

    func fields(_ words: Phrases) -> Fields {
        let again: Route = reason == .registered ? .register : .forgottenPassword
        return [
            "lead": words("mailSent.\(reason.rawValue).lead"), "isRegistration": reason == .registered,
            "againHref": again.path, "againText": words("mailSent.\(reason.rawValue).again"),
        ]
    }
}

/// What is wrong with a form about an account.
struct AccountProblem: Sendable, Hashable {
    /// As the Desk names it; empty for the form as a whole.
    var field: String
    var code: String
    /// For what passes by itself.
    var seconds: Int = 0
}

extension [AccountProblem] {
    func texts(of field: String, _ words: Phrases) -> [String] {
        filter { $0.field == field }.map { words("fieldProblem.\($0.field).\($0.code)") }
    }

    func general(_ words: Phrases) -> [ErrorSummary.Item] {
        filter(\.field.isEmpty).map { problem in
            let time = words.duration(seconds: problem.seconds)
            return .init(field: nil, text: words("formProblem.\(problem.code)", ["time": time]))
        }
    }
}
