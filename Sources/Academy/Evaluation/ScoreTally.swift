/// How one question, or a section, was answered: kept as counts, so that every figure is exact.
public struct ScoreTally: Sendable, Hashable {
    /// How often 1, 2, 3, 4 and 5 were chosen.
    public private(set) var frequencies: [Int] = [0, 0, 0, 0, 0]
    /// How often *Tidak berkenaan* was chosen; it is in no other figure.
    public private(set) var notApplicable = 0

    public init() {}

    public init(_ marks: some Sequence<EvaluationAnswers.Mark>) {
        for mark in marks { count(mark) }
    }

    public mutating func count(_ mark: EvaluationAnswers.Mark) {
        switch mark {
        case .score(let score): frequencies[score.rawValue - 1] += 1
        case .notApplicable: notApplicable += 1
        }
    }

    /// The sum of two tallies; its mean is the mean of their means, weighted by their numbers of answers.
    public static func + (left: ScoreTally, right: ScoreTally) -> ScoreTally {
        var sum = left
        for (index, frequency) in right.frequencies.enumerated() { sum.frequencies[index] += frequency }
        sum.notApplicable += right.notApplicable
        return sum
    }

    /// Answers on the scale.
    public var count: Int { frequencies.reduce(0, +) }

    /// Nil without answers.
    public var mean: Double? { count > 0 ? Double(sum) / Double(count) : nil }

    /// The mean in hundredths, a half rounded up; what is printed and what the bands are read from.
    public var meanInHundredths: Int? { count > 0 ? (200 * sum + count) / (2 * count) : nil }

    /// Sisihan piawai: of a sample, n − 1 in the denominator; nil with fewer than two answers.
    public var standardDeviation: Double? {
        guard count > 1 else { return nil }
        let squares = zip(1..., frequencies).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }
        return (Double(count * squares - sum * sum) / Double(count * (count - 1))).squareRoot()
    }

    /// The middle answer, or the mean of the two in the middle; nil without answers.
    public var median: Double? {
        guard count > 0 else { return nil }
        return Double(answer(at: (count - 1) / 2) + answer(at: count / 2)) / 2
    }

    /// *% setuju*: answers 4 and 5 in whole percent, a half rounded up; nil without answers.
    public var agreement: Int? { count > 0 ? (200 * (frequencies[3] + frequencies[4]) + count) / (2 * count) : nil }

    public var band: ScoreBand? { meanInHundredths.map(ScoreBand.init) }

    private var sum: Int { zip(1..., frequencies).reduce(0) { $0 + $1.0 * $1.1 } }

    /// The answer at a place when all are sorted.
    private func answer(at place: Int) -> Int {
        var passed = 0
        for (score, frequency) in zip(1..., frequencies) {
            passed += frequency
            if passed > place { return score }
        }
        return frequencies.count
    }
}

/// What a mean is called in the course report.
public enum ScoreBand: String, Sendable, Hashable, CaseIterable {
    /// 4.21 to 5.00, Cemerlang.
    case excellent
    /// 3.41 to 4.20, Baik.
    case good
    /// 2.61 to 3.40, Sederhana.
    case average
    /// 1.81 to 2.60, Lemah.
    case weak
    /// 1.00 to 1.80, Sangat lemah.
    case veryWeak = "very_weak"

    public init(hundredths: Int) {
        self =
            switch hundredths {
            case 421...: .excellent
            case 341...: .good
            case 261...: .average
            case 181...: .weak
            default: .veryWeak
            }
    }

    public func name(in language: Language) -> String {
        switch (self, language) {
        case (.excellent, .malay): "Cemerlang"
        case (.excellent, .english): "Excellent"
        case (.good, .malay): "Baik"
        case (.good, .english): "Good"
        case (.average, .malay): "Sederhana"
        case (.average, .english): "Average"
        case (.weak, .malay): "Lemah"
        case (.weak, .english): "Weak"
        case (.veryWeak, .malay): "Sangat lemah"
        case (.veryWeak, .english): "Very weak"
        }
    }
}
