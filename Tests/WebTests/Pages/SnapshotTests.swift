import Academy
import FoundationEssentials
import Testing

@testable import Web

/// What each page says, word for word, in Malay; the English texts are held by the key tests.
///
/// After a wanted change, run the tests once with `AKMAL_RECORD=1` and look at what `git diff` shows.
@Suite struct `Snapshots` {
    private static let folder = "\(Checkout.root)/Tests/WebTests/Snapshots"
    private let stationery: Stationery

    init() throws { stationery = try Stationery.checkout.get() }

    @Test(arguments: Sample.all)
    func `show the page as it was looked at`(sample: Sample) throws {
        let html = try stationery.html(sample.page, in: sample.frame(in: .malay))
        try compare(Self.main(html), with: "\(sample.name).html")
    }

    @Test func `show the frame around every page`() throws {
        let html = try stationery.html(OwnCertificatesPage(cards: []), in: Sample.officer)
        try compare(html, with: "frame.html")
    }

    @Test func `are all still wanted`() throws {
        let wanted = Set(Sample.all.map { "\($0.name).html" } + ["frame.html"])
        #expect(
            Set(try FileManager.default.contentsOfDirectory(atPath: Self.folder)).subtracting(wanted).sorted() == [])
    }

    private func compare(_ html: String, with name: String) throws {
        // Assets are named by their content, which is not what a snapshot is about.
        let text = html.replacing(/\.[0-9a-f]{16}\./, with: ".")
        let file = "\(Self.folder)/\(name)"
        if ProcessInfo.processInfo.environment["AKMAL_RECORD"] != nil {
            try Data(text.utf8).write(to: URL(filePath: file))
        }
        let recorded = try Checkout.text(file)
        let difference = zip(text.split(separator: "\n"), recorded.split(separator: "\n")).first { $0 != $1 }
        #expect(text == recorded, "\(name): \(difference.map { "“\($1)” is now “\($0)”" } ?? "one is longer")")
    }

    private static func main(_ html: String) -> String {
        guard let start = html.firstRange(of: "<main"), let end = html.firstRange(of: "</main>") else { return html }
        return html[start.lowerBound..<end.upperBound] + "\n"
    }
}
