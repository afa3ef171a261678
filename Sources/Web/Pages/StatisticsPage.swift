import Academy

/// `/pentadbir/kursus/{course}/penilaian`: what a course's evaluations come to.
struct StatisticsPage: Page {
    static let template = "statistics"
    var course: String
    var code: String
    var titleMalay: String
    var titleEnglish: String
    var statistics: EvaluationStatistics

    func title(_ words: Phrases) -> String { words("statistics.heading") }

    func fields(_ words: Phrases) -> Fields {
        let response = statistics.response
        let isShown = response.sent >= EvaluationStatistics.fewest
        // Only who runs the course reads them.
        let nav = CourseNav(course: course, current: .statistics, mayChange: true)
        return nav.fields(words).adding([
            "code": code, "courseHref": Route.course(course).path,
            "courseTitle": words.language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay,
            "sent": words.number(response.sent), "participants": words.number(response.participants),
            "rate": response.percent.map { "\($0)%" } ?? "–", "isShown": isShown,
            "fewText": words("statistics.few", ["n": words.number(EvaluationStatistics.fewest)]),
            "sections": isShown ? statistics.sections.map { sectionFields($0, words) } : [],
            "comments": isShown ? comments(words) : [],
        ])
    }

    private func sectionFields(_ figures: EvaluationStatistics.SectionFigures, _ words: Phrases) -> Fields {
        [
            "letter": figures.section.letter, "title": figures.section.title(in: words.language),
            "mean": Self.hundredths(figures.total?.meanInHundredths), "band": band(figures.total, words),
            "items": figures.items.map { itemFields($0, words) },
        ]
    }

    private func itemFields(_ figures: EvaluationStatistics.ItemFigures, _ words: Phrases) -> Fields {
        let tally = figures.tally
        return [
            "code": figures.item.code, "text": figures.item.text(in: words.language),
            "n": tally.map { words.number($0.count) } ?? "–", "mean": Self.hundredths(tally?.meanInHundredths),
            "deviation": Self.hundredths(tally?.standardDeviation.map { Int(($0 * 100).rounded()) }),
            "median": Self.median(tally?.median), "agreement": tally?.agreement.map { "\($0)%" } ?? "–",
            "frequencies": (tally?.frequencies ?? []).map { words.number($0) }.joined(separator: " · "),
            "bars": tally.map(Self.bars).map { Fields(["parts": $0]) }.orAbsent,
        ]
    }

    /// Five parts of a bar that is 100 wide, from 1 to 5.
    private static func bars(_ tally: ScoreTally) -> [Fields] {
        var left = 0
        return tally.frequencies.enumerated().map { index, frequency in
            let end = left + frequency
            let (start, stop) = (left * 1000 / max(1, tally.count), end * 1000 / max(1, tally.count))
            left = end
            return ["score": index + 1, "x": tenths(start), "width": tenths(stop - start)]
        }
    }

    private func band(_ tally: ScoreTally?, _ words: Phrases) -> String { tally?.band?.name(in: words.language) ?? "" }

    private func comments(_ words: Phrases) -> [Fields] {
        let items = statistics.comments.keys.sorted()
        return items.compactMap { code in
            guard let texts = statistics.comments[code], !texts.isEmpty else { return nil }
            return ["title": words("statistics.comment.\(code)"), "texts": texts]
        }
    }

    private static func hundredths(_ number: Int?) -> String {
        guard let number else { return "–" }
        return "\(number / 100).\(number % 100 < 10 ? "0" : "")\(number % 100)"
    }

    private static func tenths(_ number: Int) -> String { "\(number / 10).\(number % 10)" }

    private static func median(_ median: Double?) -> String {
        guard let median else { return "–" }
        return tenths(Int((median * 10).rounded()))
    }
}
