import SeededRandom
import Testing

@testable import Academy

@Suite struct SearchTextTests {
    @Test(arguments: [
        ("siti", "SITI BINTI OMAR"), ("OMAR siti", "Siti binti Omar"), ("muhammad", "MOHD ALI"),
        ("mohd", "MUHAMMAD ALI"),
        ("md", "Muhd. Ali"), ("MUHD ali", "Md Ali bin Abu"), ("moh", "MOHD ALI"), ("muham", "MOHD ALI"),
        ("saad", "Sa’ad bin Ya'kob"), ("sa'ad yakob", "SAAD BIN YA‘KOB"), ("dato", "Dato' Ali"), ("cafe", "Café"),
        ("café", "CAFE"), ("cafe", "Cafe\u{301}"), ("a/l", "RAMU A/L SITA"), ("tar", "Kursus Tarif"), ("", "apa-apa"),
        ("pemeriksaan-kargo", "Pemeriksaan Kargo"), ("akmal 12", "AKMAL-PKD/12"), ("தமிழ்", "வகுப்பு தமிழ்"),
        ("جباتن", "جباتن كستم"), ("mohammed", "Muhammad"),
    ])
    func `edge 63: a query finds`(query: String, text: String) {
        #expect(SearchQuery(query).matches(SearchText(text)))
    }

    @Test(arguments: [
        ("siti", "FATIMAH"), ("md", "Modul"), ("muhammad", "Modul"), ("siti ali", "SITI BINTI OMAR"), ("arif", "Tarif"),
        ("a l x", "RAMU A/L SITA"),
    ])
    func `a query does not find`(query: String, text: String) {
        #expect(SearchQuery(query).matches(SearchText(text)) == false)
    }

    @Test(arguments: 0..<50)
    func `plain letters are folded by the short way as by the long one`(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let text = String(decoding: (0..<60).map { _ in UInt8.random(in: 0..<128, using: &random) }, as: UTF8.self)
        #expect(SearchText.folded(text) == SearchText.foldedUnicode(text))
    }

    @Test func `what is stored has every word once, between spaces`() {
        #expect(SearchText("Mohd Ali, ALI bin Md Sa'ad").stored == " mohd muhammad ali bin md saad ")
        #expect(SearchText(" – ").stored == "")
    }

    @Test func `a box with nothing but signs in it is empty`() {
        #expect(SearchQuery(" '- ").isEmpty)
        #expect(!SearchQuery("a").isEmpty)
    }
}
