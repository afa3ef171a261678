import Academy

/// `/kata-laluan`: *Tukar Kata Laluan*.
struct ChangePasswordPage: Page {
    static let template = "change-password"
    /// A temporary password was used: it is not asked for again, and nothing else can be done before.
    var isForced: Bool
    /// The name for which browsers keep the password.
    var user: String
    var problems: [AccountProblem] = []
    /// The password was changed a moment ago.
    var isDone = false

    func title(_ words: Phrases) -> String { words.title(words("password.heading"), hasProblems: !problems.isEmpty) }

    func fields(_ words: Phrases) -> Fields {
        let current = TextField(
            id: "semasa", label: words("password.current"), kind: .password, autocomplete: "current-password",
            longest: 1000, errors: problems.texts(of: "current", words))
        let new = TextField(
            id: "baharu", label: words("password.new"), kind: .password, autocomplete: "new-password", longest: 1000,
            errors: newErrors(words))
        let again = TextField(
            id: "sahkan", label: words("password.again"), kind: .password, autocomplete: "new-password", longest: 1000,
            errors: problems.texts(of: "again", words))
        let before = isForced ? [] : [current]
        let summary = ErrorSummary(problems.general(words) + ErrorSummary(of: before + [new, again]).items)
        return summary.fields.adding([
            "before": before.map(\.fields), "new": [new.fields], "again": [again.fields], "isForced": isForced,
            "user": user, "isDone": isDone, "rules": rules(words),
        ])
    }

    /// Broken rules are shown red in the list; at the field they are one sentence.
    private func newErrors(_ words: Phrases) -> [String] {
        let others = problems.filter { Password.Rule(rawValue: $0.code) == nil }.texts(of: "new", words)
        return brokenRules.isEmpty ? others : [words("password.broken")] + others
    }

    private var brokenRules: Set<Password.Rule> {
        Set(problems.filter { $0.field == "new" }.compactMap { Password.Rule(rawValue: $0.code) })
    }

    private func rules(_ words: Phrases) -> [Fields] {
        Password.Rule.allCases.map { rule in
            [
                "name": rule.rawValue, "isBroken": brokenRules.contains(rule),
                "text": words("password.rule.\(rule.rawValue)"),
            ]
        }
    }
}
