/// The form in which a certificate's code is typed.
struct CodeForm: Sendable, Hashable {
    var value = ""
    /// What was typed is no code.
    var isWrong = false
    var isMainAction = true

    func fields(_ words: Phrases) -> Fields {
        [
            "codeValue": value, "codeProblem": isWrong ? words("check.form.wrong") as any Showable : false,
            "codeButton": isMainAction ? "" : "button-secondary",
        ]
    }
}
