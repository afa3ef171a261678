/// `/semak`: a code typed by hand.
struct TypedCodePage: Page {
    static let template = "typed-code"
    var form = CodeForm()

    func title(_ words: Phrases) -> String {
        let title = words("check.form.heading")
        return form.isWrong ? "\(words("site.error")) \(title)" : title
    }

    func fields(_ words: Phrases) -> Fields { form.fields(words) }
}
