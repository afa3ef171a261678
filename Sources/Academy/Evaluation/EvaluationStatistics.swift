/// What the answers of one course come to, with nothing shown that could be one person's.
public struct EvaluationStatistics: Sendable, Hashable {
    public let response: ResponseRate
    /// One a section of the form, in its order.
    public let sections: [SectionFigures]
    /// By the comment's code, sorted by their text so that their order tells nothing; empty with too few answers.
    public let comments: [String: [String]]

    /// Fewer answers than this are never shown, nor added into what is shown.
    public static let fewest = 5

    /// - Parameter participants: who completed the course or attended too little; see ``ApplicationState/mayEvaluate``.
    public init(form: EvaluationForm, evaluations: [CompletedEvaluation], participants: Int) {
        response = ResponseRate(sent: evaluations.count, participants: participants)
        let answers = evaluations.map(\.answers)
        sections = form.sections.filter { $0.letter != "F" }.map { SectionFigures($0, answers) }
        var comments: [String: [String]] = [:]
        if answers.count >= Self.fewest {
            for (section, item) in form.items where item.kind == .comment {
                comments[item.code] = answers.compactMap { $0.comments[section.question(item)] }.sorted()
            }
        }
        self.comments = comments
    }

    /// Kadar respons.
    public struct ResponseRate: Sendable, Hashable {
        public let sent: Int
        public let participants: Int

        /// Whole percent, rounded down; nil when nobody could answer.
        public var percent: Int? { participants > 0 ? 100 * sent / participants : nil }
    }

    /// One section, with what may be shown of it.
    public struct SectionFigures: Sendable, Hashable {
        public let section: EvaluationSection
        public let items: [ItemFigures]
        /// Over the items that are shown, weighted by their answers; nil (“–”) when none is.
        public let total: ScoreTally?

        init(_ section: EvaluationSection, _ answers: [EvaluationAnswers]) {
            self.section = section
            items = section.items.filter { $0.kind != .skip }.map { item in
                let tally = ScoreTally(answers.compactMap { $0.marks[section.question(item)] })
                return ItemFigures(item: item, tally: tally.count >= fewest ? tally : nil)
            }
            let shown = items.compactMap(\.tally)
            total = shown.isEmpty ? nil : shown.reduce(ScoreTally(), +)
        }
    }

    /// One question, with what may be shown of it.
    public struct ItemFigures: Sendable, Hashable {
        public let item: EvaluationItem
        /// Nil (“–”) with fewer than ``EvaluationStatistics/fewest`` answers on the scale.
        public let tally: ScoreTally?
    }
}
