import Academy
import SeededRandom
import Testing

@Suite struct ScoreTallyTests {
    private static func tally(_ codes: String) -> ScoreTally {
        ScoreTally(codes.split(separator: " ").compactMap { EvaluationAnswers.Mark(String($0)) })
    }

    @Test func `figures of a known sample are exact`() {
        let tally = Self.tally("2 4 4 4 5 5 TB 3")
        #expect(tally.count == 7)
        #expect(tally.notApplicable == 1)
        #expect(tally.frequencies == [0, 1, 1, 3, 2])
        #expect(tally.mean == 27.0 / 7)
        #expect(tally.meanInHundredths == 386)
        #expect(tally.standardDeviation == (48.0 / 42).squareRoot())
        #expect(tally.median == 4)
        #expect(tally.agreement == 71)
        #expect(tally.band == .good)
    }

    @Test func `the deviation is the sample's`() {
        #expect(Self.tally("1 5").standardDeviation == 8.0.squareRoot())
        #expect(Self.tally("2 3 4").standardDeviation == 1)
        #expect(Self.tally("4 4 4 4").standardDeviation == 0)
        #expect(Self.tally("4").standardDeviation == nil)
        #expect(Self.tally("TB 4").standardDeviation == nil)
    }

    @Test(arguments: [("1 2 3 4", 2.5), ("1 2 3", 2), ("5", 5), ("4 5", 4.5), ("1 1 5 5", 3)])
    func `the median is the middle, or between the two middle ones`(codes: String, median: Double) {
        #expect(Self.tally(codes).median == median)
    }

    @Test func `no answers give no figures`() {
        let empty = Self.tally("TB TB")
        #expect(empty.count == 0)
        #expect(empty.mean == nil)
        #expect(empty.median == nil)
        #expect(empty.standardDeviation == nil)
        #expect(empty.agreement == nil)
        #expect(empty.band == nil)
    }

    @Test func `halves are rounded up`() {
        #expect(Self.tally("4 4 4 4 4 4 4 5").meanInHundredths == 413)
        #expect(Self.tally("5 4 1 1 1 1 1 1").agreement == 25)
        #expect(Self.tally("5 1 1 1 1 1 1 1").agreement == 13)
    }

    @Test(arguments: [
        (500, ScoreBand.excellent), (421, .excellent), (420, .good), (341, .good), (340, .average), (261, .average),
        (260, .weak), (181, .weak), (180, .veryWeak), (100, .veryWeak),
    ])
    func `bands end where the report says`(hundredths: Int, band: ScoreBand) {
        #expect(ScoreBand(hundredths: hundredths) == band)
    }

    /// Against the textbook's formulas in floating point.
    @Test(arguments: 0..<50)
    func `counted figures agree with summed ones`(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let scores = (0..<Int.random(in: 2...60, using: &random)).map { _ in
            Score.allCases.randomElement(using: &random) ?? .one
        }
        let tally = ScoreTally(scores.map(EvaluationAnswers.Mark.score))
        let values = scores.map { Double($0.rawValue) }
        let mean = values.reduce(0, +) / Double(values.count)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
        let sorted = values.sorted()
        #expect(abs((tally.mean ?? 0) - mean) < 1e-12)
        #expect(abs((tally.standardDeviation ?? 0) - variance.squareRoot()) < 1e-9)
        #expect(tally.median == (sorted[(values.count - 1) / 2] + sorted[values.count / 2]) / 2)
    }
}

@Suite struct EvaluationStatisticsTests {
    private static let form = EvaluationForm(speakers: [])

    private static func evaluations(_ a1: [String], b3: [String] = []) throws -> [CompletedEvaluation] {
        try a1.enumerated().map { index, mark in
            var fields: [String: String] = [:]
            for (_, item) in form.items where item.isRequired { fields[item.code] = "4" }
            fields["A1"] = mark
            if index < b3.count { fields["B3"] = b3[index] }
            fields["F1"] = "ulasan \(9 - index)"
            return try CompletedEvaluation(EvaluationAnswers(fields: fields, of: form), of: form)
        }
    }

    private static func item(_ code: String, _ statistics: EvaluationStatistics) -> ScoreTally? {
        statistics.sections.flatMap(\.items).first { $0.item.code == code }?.tally
    }

    @Test func `edge 33: under five answers nothing is shown, five are`() throws {
        let four = EvaluationStatistics(
            form: Self.form, evaluations: try Self.evaluations(["5", "5", "5", "5"]), participants: 10)
        #expect(four.sections.allSatisfy { $0.total == nil && $0.items.allSatisfy { $0.tally == nil } })
        #expect(four.comments.isEmpty)
        #expect(four.response.percent == 40)
        let five = EvaluationStatistics(
            form: Self.form, evaluations: try Self.evaluations(["5", "5", "5", "5", "4"]), participants: 6)
        #expect(Self.item("A1", five)?.meanInHundredths == 480)
        #expect(five.response.percent == 83)
        #expect(five.comments["F1"] == ["ulasan 5", "ulasan 6", "ulasan 7", "ulasan 8", "ulasan 9"])
        #expect(five.comments["F2"] == [])
    }

    @Test func `what does not apply lowers the count, and may hide a question in a course that is shown`() throws {
        let statistics = EvaluationStatistics(
            form: Self.form,
            evaluations: try Self.evaluations(Array(repeating: "4", count: 6), b3: ["TB", "TB", "5", "5", "5"]),
            participants: 6)
        #expect(Self.item("B3", statistics) == nil)
        #expect(Self.item("B4", statistics)?.count == 6)
        let section = statistics.sections[1]
        #expect(section.total?.count == 18)
        #expect(section.total?.meanInHundredths == 400)
    }

    @Test func `a section's mean weighs its questions by their answers`() throws {
        let statistics = EvaluationStatistics(
            form: Self.form,
            evaluations: try Self.evaluations(
                Array(repeating: "4", count: 8), b3: ["TB", "TB", "TB", "1", "1", "1", "1", "1"]),
            participants: 8)
        let section = try #require(statistics.sections[1].total)
        #expect(section.count == 3 * 8 + 5)
        #expect(section.mean == Double(3 * 8 * 4 + 5) / 29)
    }

    @Test func `comments have no section of figures, and nobody is no percentage`() throws {
        let statistics = EvaluationStatistics(form: Self.form, evaluations: [], participants: 0)
        #expect(statistics.sections.map(\.section.letter) == ["A", "B", "D", "E"])
        #expect(statistics.response.percent == nil)
    }
}
