/// `/masuk`.
struct SignInPage: Page {
    static let template = "sign-in"
    var name = ""
    var formToken: String
    /// A path of this site to go on to.
    var returnTo = ""
    var problem: Problem?

    enum Problem: Sendable, Hashable {
        case nameMissing, passwordMissing, wrongCredentials
        case throttled(seconds: Int)
        /// The form was open too long, or did not come from this site.
        case staleForm
    }

    func title(_ words: Phrases) -> String {
        let title = words("signIn.heading")
        return problem == nil ? title : "\(words("site.error")) \(title)"
    }

    func fields(_ words: Phrases) -> Fields {
        let text = problem.map { $0.text(words) }
        return [
            "name": name, "formToken": formToken, "returnTo": returnTo.orAbsent,
            "notice": !returnTo.isEmpty && problem == nil ? words("signIn.first") as any Showable : false,
            "problem": problem != nil, "problemText": text ?? "",
            "problemField": (problem?.field).orAbsent,
            "nameError": problem?.field == "id" ? text.orAbsent : false,
            "passwordError": problem?.field == "kata-laluan" ? text.orAbsent : false,
        ]
    }
}

extension SignInPage.Problem {
    /// The field at which the problem stands; nil where it belongs to none.
    var field: String? {
        switch self {
        case .nameMissing, .wrongCredentials: "id"
        case .passwordMissing: "kata-laluan"
        case .throttled, .staleForm: nil
        }
    }

    func text(_ words: Phrases) -> String {
        switch self {
        case .nameMissing: words("signIn.nameMissing")
        case .passwordMissing: words("signIn.passwordMissing")
        case .wrongCredentials: words("signIn.wrong")
        case .throttled(let seconds): words("signIn.throttled", ["time": words.duration(seconds: seconds)])
        case .staleForm: words("signIn.stale")
        }
    }
}
