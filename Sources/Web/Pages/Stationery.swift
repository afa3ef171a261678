import Academy

/// Turns pages into HTML: templates, texts and assets in one place.
struct Stationery: Sendable {
    let wording: Wording
    let assets: AssetCatalogue
    /// As they are in each language.
    private let malay: Templates
    private let english: Templates

    init(templates: Templates, wording: Wording, assets: AssetCatalogue) {
        var assets = assets
        for language in Language.allCases {
            assets.add(ProofTexts.name(language), Array(ProofTexts.script(wording[language]).utf8))
        }
        self.wording = wording
        self.assets = assets
        malay = templates.filled(with: Frame.constants(wording.malay, assets: assets.fields(in: .malay)))
        english = templates.filled(with: Frame.constants(wording.english, assets: assets.fields(in: .english)))
    }

    /// - Parameter missing: catches names that the template wants and the page does not have.
    func html(_ page: some Page, in frame: Frame, missing: MissingNames? = nil) throws(TemplateError) -> String {
        let words = wording[frame.language]
        let fields = page.fields(words).adding(["title": page.title(words)])
        return try html(fields, of: type(of: page).template, in: frame, missing: missing)
    }

    /// - Parameter fields: the page's own and its `title`; they win over the frame's.
    func html(
        _ fields: Fields, of template: String, in frame: Frame, missing: MissingNames? = nil
    ) throws(TemplateError) -> String {
        let chrome = frame.fields(wording[frame.language], assets: assets.fields(in: frame.language))
        let templates = frame.language == .english ? english : malay
        return try templates.render(chrome.adding(fields, missing: missing), with: "pages/\(template)")
    }
}
