/// What a participant has answered so far: a draft, perhaps with gaps.
public struct EvaluationAnswers: Sendable, Hashable {
    public private(set) var marks: [EvaluationQuestion: Mark] = [:]
    /// Only what has words in it.
    public private(set) var comments: [EvaluationQuestion: String] = [:]
    /// Speakers whose block is left out (*Saya tidak mengikuti sesi penceramah ini*).
    public private(set) var skipped: Set<Speaker.ID> = []

    /// Longest accepted comment, in letters as people count them.
    public static let longestComment = 1000

    public init() {}

    /// Reads the form's fields and reports every one that is wrong.
    ///
    /// - Parameter fields: by ``EvaluationQuestion/description``; `1` to `5` or `TB` for a mark, anything but an empty
    ///   text for a skipped speaker, words for a comment. Missing and empty fields are unanswered; names that the form
    ///   does not have are left out, since a timetable may have changed while the page was open.
    public init(fields: [String: String], of form: EvaluationForm) throws(Rejected) {
        var problems: [EvaluationQuestion: Problem] = [:]
        for (section, item) in form.items {
            let question = section.question(item)
            let text = Self.trimmed(fields[question.description] ?? "")
            if text.isEmpty { continue }
            if let problem = take(text, for: item, question) { problems[question] = problem }
        }
        if !problems.isEmpty { throw Rejected(problems: problems) }
        marks = marks.filter { question, _ in question.speaker.map { !skipped.contains($0) } ?? true }
    }

    /// Required questions without an answer, in the order of the form; none when it can be sent.
    public func missing(in form: EvaluationForm) -> [EvaluationQuestion] {
        form.items.compactMap { section, item in
            let question = section.question(item)
            let isSkipped = section.speaker.map(skipped.contains) ?? false
            return item.isRequired && !isSkipped && marks[question] == nil ? question : nil
        }
    }

    private mutating func take(_ text: String, for item: EvaluationItem, _ question: EvaluationQuestion) -> Problem? {
        switch item.kind {
        case .skip: if let speaker = question.speaker { skipped.insert(speaker) }
        case .comment:
            guard text.count <= Self.longestComment else { return .commentTooLong(text.count) }
            comments[question] = text
        case .agreement, .overall:
            guard let mark = Mark(text) else { return .notOnTheScale(text) }
            guard mark != .notApplicable || item.allowsNotApplicable else { return .alwaysApplies }
            marks[question] = mark
        }
        return nil
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// One answer on a scale.
    public enum Mark: Sendable, Hashable {
        case score(Score)
        /// *Tidak berkenaan* (TB): counts for nothing.
        case notApplicable

        /// Reads `1` to `5` and `TB`, as ``code`` prints them.
        public init?(_ code: String) {
            if code == "TB" {
                self = .notApplicable
            } else if let score = Int(code).flatMap(Score.init), code.utf8.count == 1 {
                self = .score(score)
            } else {
                return nil
            }
        }

        public var code: String {
            switch self {
            case .score(let score): String(score.rawValue)
            case .notApplicable: "TB"
            }
        }
    }
}

extension EvaluationAnswers {
    public enum Problem: Sendable, Hashable, CustomStringConvertible {
        case notOnTheScale(String)
        /// *Tidak berkenaan* is not offered here.
        case alwaysApplies
        case commentTooLong(Int)

        public var description: String {
            switch self {
            case .notOnTheScale(let text): "an answer is 1 to 5 or TB, not “\(text)”"
            case .alwaysApplies: "this question applies to everybody; choose 1 to 5"
            case .commentTooLong(let count): "a comment has at most \(longestComment) characters, this has \(count)"
            }
        }
    }

    /// The questions whose answers are wrong; never empty.
    public struct Rejected: Error, Sendable, Hashable {
        public let problems: [EvaluationQuestion: Problem]
    }
}

/// A form in which every required question is answered: what is sent once, and counted without a name.
public struct CompletedEvaluation: Sendable, Hashable {
    public let answers: EvaluationAnswers

    public init(_ answers: EvaluationAnswers, of form: EvaluationForm) throws(Incomplete) {
        let missing = answers.missing(in: form)
        guard missing.isEmpty else { throw Incomplete(missing: missing) }
        self.answers = answers
    }

    /// In the order of the form; never empty.
    public struct Incomplete: Error, Sendable, Hashable {
        public let missing: [EvaluationQuestion]
    }
}
