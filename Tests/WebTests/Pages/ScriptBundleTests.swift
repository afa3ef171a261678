import Academy
import FoundationEssentials
import Testing

@testable import Web

@Suite struct `Modules as one script` {
    /// Modules by their path, put together from `main.js`.
    private func bundle(_ modules: [String: String]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "akmal-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: "\(folder)/a", withIntermediateDirectories: true)
        for (path, text) in modules { try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(path)")) }
        return try ScriptBundle(folder: folder, entry: "main.js").text
    }

    @Test func `keep their scopes and stand behind what they import, each once`() throws {
        let text = try bundle([
            "main.js": "import { one } from \"./a/one.js\";\nimport { two } from \"./two.js\";\none(two);\n",
            "a/one.js": "import { two } from \"../two.js\";\nexport function one() { return two; }\n",
            "two.js": "const hidden = 2;\nexport const two = hidden;\n",
        ])
        #expect(
            text == """
                "use strict";
                (() => {
                const module0 = (() => {
                const hidden = 2;
                const two = hidden;
                return { two };
                })();
                const module1 = (() => {
                const { two } = module0;
                function one() { return two; }
                return { one };
                })();
                const module2 = (() => {
                const { one } = module1;
                const { two } = module0;
                one(two);
                return {  };
                })();
                })();

                """)
    }

    @Test(arguments: [
        "import x from \"./x.js\";", "import { x } from \"x\";", "import { x } from \"../x.js\";",
        "export default 1;", "import { x } from \"./main.js\";", "import { x } from \"./missing.js\";",
    ])
    func `are refused when they do what is not understood`(line: String) {
        #expect(throws: ScriptBundleError.self) { try bundle(["main.js": line + "\n"]) }
    }

    @Test func `of the check hold no import, no evaluation and no address of another site`() throws {
        let text = try ScriptBundle(folder: "\(Checkout.assets)/js", entry: "check/main.js").text
        #expect(!text.split(separator: "\n").contains { $0.hasPrefix("import ") || $0.hasPrefix("export ") })
        #expect(text.firstMatch(of: /\beval\(|new Function|innerHTML|document\.write|XMLHttpRequest|sendBeacon/) == nil)
        let addresses = text.matches(of: /https?:\/\/[a-z0-9.]+/).map { String($0.0) }
        #expect(addresses == ["http://www.w3.org"], "the name of SVG, which is never fetched")
    }

    @Test func `of the check are short, one noun a file`() throws {
        for file in try Checkout.files(below: "\(Checkout.assets)/js", ending: ".js") where !file.hasSuffix("akmal.js")
        {
            #expect(try Checkout.text(file).split(separator: "\n").count <= 150, "\(file)")
        }
    }
}

@Suite struct `The check page as a file` {
    private let page: StandaloneCheck

    init() throws {
        page = try StandaloneCheck(
            templates: "\(Checkout.root)/Templates", assets: Checkout.assets, fonts: Checkout.fonts)
    }

    @Test func `holds its script, style, icons, keys and lists, and asks nothing of anybody`() throws {
        for language in [Language.malay, .english] {
            let html = try page.html(
                in: language, keys: "{\"host\":\"</script>\"}", lists: ["/status/revocation/1": "a.b.c\n"],
                other: "verify.html")
            #expect(html.contains("\"lists\":{\"/status/revocation/1\":\"a.b.c\"}"))
            #expect(html.contains("\\u003c/script>"), "what stands in the keys cannot end the block")
            #expect(html.contains("id=\"verdict-unknown-key\"") && html.contains("class PDFFile"))
            #expect(html.contains("href=\"verify.html\""))
            #expect(html.firstMatch(of: /src="|<link|url\("?\//) == nil)
            #expect(!html.contains("<!--"))
        }
    }

    @Test func `is the same bytes each time`() throws {
        func made() throws -> String {
            try page.html(in: .malay, keys: "{}", lists: ["/b": "2", "/a": "1"], other: "x")
        }
        #expect(try made() == made())
    }

    @Test func `has every value that its template asks for`() throws {
        let missing = MissingNames()
        let stationery = try Stationery.checkout.get()
        let words = stationery.wording.malay
        let fields: Fields = ["proofTexts": ProofTexts.json(words), "title": "x", "otherHref": "y"]
        _ = try stationery.html(fields, of: "sahkan-file", in: Sample.stranger, missing: missing)
        #expect(missing.all == [])
    }
}
