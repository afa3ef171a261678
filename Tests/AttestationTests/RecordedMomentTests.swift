import FoundationEssentials
import Testing

@testable import Attestation

@Suite struct `A recorded moment` {
    @Test func `is what Foundation makes of it`() throws {
        let format = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        // A step of some 40 days and a few seconds goes through all months and leap years.
        for seconds in stride(from: Int64(-2_000_000_000), to: 9_000_000_000, by: 3_461_777) {
            let text = format.format(Date(timeIntervalSince1970: Double(seconds) + 0.25))
            #expect(RecordedMoment.seconds(text) == seconds, "\(text)")
        }
    }

    @Test(arguments: [
        "", "2026-05-26", "2026-05-26T04:00:00Z", "2026-05-26T04:00:00.000", "2026-05-26T04:00:00.000Z ",
        "2026-05-26 04:00:00.000Z", "2026-13-26T04:00:00.000Z", "2026-02-29T04:00:00.000Z", "2026-05-00T04:00:00.000Z",
        "2026-05-26T24:00:00.000Z", "2026-05-26T04:60:00.000Z", "2026-05-26T04:00:60.000Z", "2O26-05-26T04:00:00.000Z",
        "2026-05-26T04:00:00.000+", "1900-02-29T00:00:00.000Z",
    ])
    func `of another form is none`(text: String) { #expect(RecordedMoment.seconds(text) == nil) }

    @Test func `may be on a leap day`() { #expect(RecordedMoment.seconds("2000-02-29T00:00:00.000Z") == 951_782_400) }
}
