import Academy
import FoundationEssentials
import Testing

@testable import Web

@Suite struct `Pages` {
    let stationery: Stationery

    init() throws { stationery = try Stationery.checkout.get() }

    @Test(arguments: Sample.all, Language.allCases)
    func `a page has every name that its template wants`(sample: Sample, language: Language) throws {
        let missing = MissingNames()
        let html = try stationery.html(sample.page, in: sample.frame(in: language), missing: missing)
        #expect(missing.all == [])
        #expect(html.contains("<html lang=\"\(language.rawValue)\">"))
        if let folder = ProcessInfo.processInfo.environment["AKMAL_PAGES"] {
            try Data(html.utf8).write(to: URL(filePath: "\(folder)/\(sample.name).\(language.rawValue).html"))
        }
    }
}
