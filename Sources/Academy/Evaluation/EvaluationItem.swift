/// One line of *Borang Penilaian Reaksi*.
public struct EvaluationItem: Sendable, Hashable {
    /// `A1` … `F4`; stable, answers are stored by it.
    public let code: String
    public let malay: String
    public let english: String
    public let kind: Kind

    /// Whether *Tidak berkenaan* may be chosen.
    public var allowsNotApplicable: Bool { kind == .agreement(mayNotApply: true) }

    public var isRequired: Bool {
        switch kind {
        case .agreement, .overall: true
        case .comment, .skip: false
        }
    }

    public func text(in language: Language) -> String { language == .malay ? malay : english }

    public enum Kind: Sendable, Hashable {
        /// *Sangat setuju* … *Sangat tidak setuju*, with *Tidak berkenaan* (TB) where it is shown.
        case agreement(mayNotApply: Bool)
        /// *Lemah* … *Cemerlang*.
        case overall
        /// Words, and nobody has to write any.
        case comment
        /// Leaves out a speaker's block.
        case skip
    }
}

/// An answer on one of the two scales: 1 to 5, 5 the best.
public enum Score: Int, Sendable, Hashable, CaseIterable, Comparable {
    case one = 1, two, three, four, five

    /// Sangat tidak setuju … Sangat setuju.
    public func agreement(in language: Language) -> String {
        switch (self, language) {
        case (.five, .malay): "Sangat setuju"
        case (.five, .english): "Strongly agree"
        case (.four, .malay): "Setuju"
        case (.four, .english): "Agree"
        case (.three, .malay): "Tidak pasti"
        case (.three, .english): "Neutral"
        case (.two, .malay): "Tidak setuju"
        case (.two, .english): "Disagree"
        case (.one, .malay): "Sangat tidak setuju"
        case (.one, .english): "Strongly disagree"
        }
    }

    /// Lemah … Cemerlang, the overall rating's own scale.
    public func rating(in language: Language) -> String {
        switch (self, language) {
        case (.five, .malay): "Cemerlang"
        case (.five, .english): "Excellent"
        case (.four, .malay): "Baik"
        case (.four, .english): "Good"
        case (.three, .malay): "Sederhana"
        case (.three, .english): "Average"
        case (.two, .malay): "Kurang memuaskan"
        case (.two, .english): "Fair"
        case (.one, .malay): "Lemah"
        case (.one, .english): "Poor"
        }
    }

    /// *Setuju* or better; what “% setuju” counts.
    public var isAgreement: Bool { self >= .four }

    public static func < (left: Score, right: Score) -> Bool { left.rawValue < right.rawValue }
}
