/// `/`: what this is, the way in, and the typed code.
struct LandingPage: Page {
    static let template = "landing"
    /// Where a signed-in visitor starts.
    var start: Route?

    func title(_ words: Phrases) -> String { words("landing.title") }

    func fields(_ words: Phrases) -> Fields {
        CodeForm(isMainAction: false).fields(words).adding(["startHref": (start?.path).orAbsent])
    }
}
