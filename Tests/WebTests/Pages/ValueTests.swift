import Academy
import Testing

@testable import Web

@Suite struct `Values` {
    private let words: Wording

    init() throws { words = try Wording(folder: Checkout.strings) }

    @Test(arguments: [(0, "0"), (12, "12"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1234, "−1,234")])
    func `group thousands`(number: Int, text: String) {
        #expect(words.malay.number(number) == text)
    }

    @Test(arguments: [(0, "0 saat"), (59, "59 saat"), (60, "1 minit"), (95, "1 minit 35 saat"), (-3, "0 saat")])
    func `tell durations`(seconds: Int, text: String) {
        #expect(words.malay.duration(seconds: seconds) == text)
    }

    @Test func `tell moments in the academy's own time`() {
        // 18.30 UTC is half past two of the next morning in Kuala Lumpur.
        let moment = Instant(iso: "2026-03-09T18:30:00.000Z") ?? Instant(milliseconds: 0)
        #expect(words.malay.moment(moment) == "10 Mac 2026, 2.30 pagi")
        #expect(words.english.moment(moment) == "10 March 2026, 2.30 am")
    }
}
