/// What the site is made of, read once: templates of pages, texts, stylesheet, scripts, pictures and screen fonts.
public struct SiteFiles: Sendable {
    let stationery: Stationery
    /// The folder with the templates of letters.
    let letters: String

    /// Reads everything, side by side; what is broken is thrown with its file's name.
    /// - Parameters:
    ///   - templates: the folder that holds `web`, `strings` and `mail`.
    ///   - assets: the folder that holds `css`, `js` and `images`.
    ///   - fonts: the folder with the screen fonts' files.
    public init(templates: String, assets: String, fonts: String) async throws {
        async let pages = Templates(folder: "\(templates)/web")
        async let wording = Wording(folder: "\(templates)/strings")
        async let catalogue = AssetCatalogue(assets: assets, fonts: fonts)
        stationery = try await Stationery(templates: pages, wording: wording, assets: catalogue)
        letters = "\(templates)/mail"
    }
}
