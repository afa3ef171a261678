/// Turns pages into HTML: templates, texts and assets in one place.
struct Stationery: Sendable {
    let templates: Templates
    let wording: Wording
    let assets: AssetCatalogue

    /// - Parameter missing: catches names that the template wants and the page does not have.
    func html(_ page: some Page, in frame: Frame, missing: MissingNames? = nil) throws(TemplateError) -> String {
        let words = wording[frame.language]
        let chrome = frame.fields(words, assets: assets.fields)
        let fields = chrome.adding(page.fields(words)).adding(["title": page.title(words)], missing: missing)
        return try templates.render(fields, with: "pages/\(type(of: page).template)")
    }
}
