public import Academy
import NIOCore

/// The check page as one file that needs no site around it: style, script, icons, keys and status lists stand within.
///
/// Opened from a folder (`file://`), where browsers load no modules and fetch nothing, it proves papers by their
/// signature, and PDF files with their status by the lists that were put into it.
public struct StandaloneCheck: Sendable {
    private let stationery: Stationery

    /// Reads templates, texts and assets from the same folders as ``Website``.
    public init(templates: String, assets: String, fonts: String) throws {
        stationery = Stationery(
            templates: try Templates(folder: "\(templates)/web"), wording: try Wording(folder: "\(templates)/strings"),
            assets: try AssetCatalogue(assets: assets, fonts: fonts))
    }

    /// The whole page; the same values always give the same bytes.
    /// - Parameters:
    ///   - keys: the text of `keys.json`.
    ///   - lists: status lists by their path: `/status/revocation/1`.
    ///   - other: name of the file in the other language, beside this one.
    public func html(in language: Language, keys: String, lists: [String: String], other: String) throws -> String {
        let words = stationery.wording[language]
        let fields: Fields = [
            "proofTexts": ProofTexts.json(words), "title": words("proof.heading"), "otherHref": other,
        ]
        let frame = Frame(language: language, location: "/")
        let trust = "{\"keys\":\(keys),\"lists\":\(Self.json(lists))}".replacing("<", with: "\\u003c")
        return try stationery.html(fields, of: "sahkan-file", in: frame)
            .replacing("<!--style-->", with: "<style>\n\(Self.withoutFonts(text("akmal.css")))</style>")
            .replacing("<!--icons-->", with: "<div hidden>\(text("icons.svg"))</div>")
            .replacing(
                "<!--script-->",
                with: "<script type=\"application/json\" id=\"akmal-trust\">\(trust)</script>\n"
                    + "<script>\n\(text(AssetCatalogue.check))</script>")
    }

    private func text(_ name: String) -> String {
        stationery.assets[named: name].map { String(buffer: $0.bytes) } ?? ""
    }

    /// Fonts are files of their own: here the browser's own ones do.
    private static func withoutFonts(_ css: String) -> String {
        var result = ""
        var rest = css[...]
        while let start = rest.firstRange(of: "@font-face"), let end = rest[start.lowerBound...].firstIndex(of: "}") {
            result += rest[..<start.lowerBound]
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    /// Signed lists and paths hold nothing that JSON would have to escape.
    private static func json(_ lists: [String: String]) -> String {
        let pairs = lists.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\"\($0.value.filter { !$0.isWhitespace })\"" }
        return "{" + pairs.joined(separator: ",") + "}"
    }
}
