import Academy
import FoundationEssentials

/// The stylesheet, script, pictures and fonts of the site, read once at the start.
struct AssetCatalogue: Sendable {
    private var published: [String: Asset] = [:]
    private var byName: [String: Asset] = [:]

    /// Screen fonts; the family is Inter, as on other federal sites.
    static let fonts = ["Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf"]

    /// The modules of the check as one script.
    static let check = "sahkan.js"

    /// Reads `css`, `js` and `images` in the assets' folder, and the screen fonts in `fonts`.
    ///
    /// A font that is not there is left out: browsers then use their own.
    init(assets: String, fonts: String) throws {
        for folder in ["images", "js"] { try add(folder: "\(assets)/\(folder)") }
        add(Self.check, Array(try ScriptBundle(folder: "\(assets)/js", entry: "check/main.js").text.utf8))
        for font in Self.fonts {
            if let data = FileManager.default.contents(atPath: "\(fonts)/\(font)") { add(font, Array(data)) }
        }
        try add(folder: "\(assets)/css")
    }

    subscript(published name: String) -> Asset? { published[name] }

    subscript(named name: String) -> Asset? { byName[name] }

    /// Where a page finds an asset; the bare name when there is none.
    func path(of name: String) -> String { Route.asset(file: byName[name]?.publishedName ?? name).path }

    /// `{{a.css}}` and so on, as templates see them.
    func fields(in language: Language) -> Fields {
        [
            "texts": path(of: ProofTexts.name(language)), "css": path(of: "akmal.css"), "script": path(of: "akmal.js"),
            "icons": path(of: "icons.svg"),
            "rosette": path(of: "rosette.svg"), "check": path(of: Self.check),
        ]
    }

    private mutating func add(folder: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where !name.hasPrefix(".") {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
            add(
                name, name.hasSuffix(".css") ? Array(resolved(String(decoding: data, as: UTF8.self)).utf8) : Array(data)
            )
        }
    }

    mutating func add(_ name: String, _ bytes: [UInt8]) {
        let asset = Asset(name: name, bytes: bytes)
        byName[name] = asset
        published[asset.publishedName] = asset
    }

    /// A stylesheet names its fonts and pictures by file name; they get the names under which they are published.
    private func resolved(_ css: String) -> String {
        byName.reduce(css) { $0.replacing("url(\"\($1.key)\")", with: "url(\"\(path(of: $1.key))\")") }
    }
}
