import Academy
import Attestation
import FoundationEssentials
import Testing

@testable import Web

@Suite struct `Templates of pages` {
    @Test func `are all shown by a sample`() throws {
        let templates = try Templates(folder: Checkout.templates)
        let shown = Set(Sample.all.map { "pages/\(type(of: $0.page).template)" })
        // The check page as a file stands around the same parts as the one that is shown.
        #expect(shown.union(["pages/sahkan-file"]) == Set(templates.names.filter { $0.hasPrefix("pages/") }))
    }

    @Test func `use only partials that exist`() throws {
        let names = try Templates(folder: Checkout.templates).names
        for file in try Checkout.files(below: Checkout.templates, ending: ".mustache") {
            for partial in try Checkout.text(file).matches(of: /\{\{[<>]([^}]+)\}\}/) {
                #expect(names.contains(String(partial.1)), "\(file): \(partial.1)")
            }
        }
    }

    @Test func `use only icons that exist`() throws {
        let icons = try Checkout.text("\(Checkout.assets)/images/icons.svg")
        for file in try Checkout.files(below: Checkout.templates, ending: ".mustache") {
            for icon in try Checkout.text(file).matches(of: /icons\}\}#([a-z-]+)"/) {
                #expect(icons.contains("id=\"\(icon.1)\""), "\(file): \(icon.1)")
            }
        }
        for verdict in CheckPage.verdicts { #expect(icons.contains("id=\"verdict-\(verdict.rawValue)\"")) }
    }

    @Test func `hold no style, script or event of their own, which the policy would block`() throws {
        for file in try Checkout.files(below: Checkout.templates, ending: ".mustache") {
            let text = try Checkout.text(file)
            #expect(text.firstMatch(of: /\sstyle=|\son[a-z]+=|<style|<script>|javascript:|\{\{\{/) == nil, "\(file)")
        }
    }

    @Test func `escape what people have written`() throws {
        var page = Sample.check(.valid)
        page.face?.holder = "<b>\"&'</b>"
        let html = try Stationery.checkout.get().html(page, in: Sample.stranger)
        #expect(html.contains("&lt;b&gt;&quot;&amp;&#39;&lt;/b&gt;"))
        #expect(!html.contains("<b>"))
    }

    @Test func `that ask for what a page has not are caught`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "akmal-\(UUID().uuidString)").path
        for part in ["layout", "partials", "pages"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(part)", withIntermediateDirectories: true)
        }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let template = "{{lang}}{{#account}}{{nmae}}{{/account}}{{w.site.slip}}{{absent}}"
        try Data(template.utf8).write(to: URL(filePath: "\(folder)/pages/typed-code.mustache"))
        let checkout = try Stationery.checkout.get()
        let stationery = Stationery(
            templates: try Templates(folder: folder), wording: checkout.wording, assets: checkout.assets)
        let missing = MissingNames()
        _ = try stationery.html(TypedCodePage(), in: Sample.officer, missing: missing)
        #expect(missing.all == ["absent", "nmae"], "texts are held by the key tests")

        try Data("a\n{{#b}}".utf8).write(to: URL(filePath: "\(folder)/pages/typed-code.mustache"))
        do {
            _ = try Templates(folder: folder)
            Issue.record("a section that never ends was taken")
        } catch {
            #expect("\(error)".hasPrefix("\(folder)/pages/typed-code.mustache:2: "))
        }
    }
}
